import { sql, type CompiledQuery, type RawBuilder } from 'kysely';
import type { Db } from '#lib/database/connection.ts';
import { isPostgres } from '#lib/database/dialect.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';

/** Thirty-odd columns a row: the statement stays well under what SQLite allows. */
const ROWS_PER_STATEMENT = 100;
/** PostgreSQL takes each column as one array. */
const ROWS_PER_ARRAY = 1000;

const COLUMNS = [
	'regionKey',
	'month',
	'kpiKey',
	'status',
	'version',
	'numerator',
	'denominator',
	'value',
	'bucket1',
	'bucket2',
	'bucket3',
	'bucket4',
	'bucket5',
	'received',
	'completed',
	'returned',
	'backlog',
	'pending',
	'missingReason',
	'online',
	'medianHours',
	'p90Hours',
	'note',
	'returnReason',
	'changeReason',
	'publishedCounts',
	'isSample',
	'enteredBy',
	'updatedAt',
	'submittedAt',
	'firstSubmittedAt',
	'verifiedAt',
	'publishedAt'
] as const satisfies readonly (keyof ObservationEntry)[];

type Column = (typeof COLUMNS)[number];
const KEY = ['regionKey', 'month', 'kpiKey'] as const satisfies readonly Column[];
const REPLACED = COLUMNS.filter((column) => !KEY.some((part) => part === column));

/**
 * Inserts entries or replaces them, many to a statement, in the order of the table's key. Columns
 * in which no entry has anything are left out, which leaves them null: most of them in a file.
 * @param between awaited after each statement, to let others have their turn
 * @returns how many rows were written: fewer than given when one had another version by then.
 */
export async function upsertAll(
	db: Db,
	rows: readonly ObservationEntry[],
	between?: () => Promise<void>
): Promise<number> {
	const columns = COLUMNS.filter((column) => rows.some((row) => row[column] !== null));
	const sorted = rows.toSorted(
		(a, b) => a.regionKey - b.regionKey || a.month - b.month || a.kpiKey - b.kpiKey
	);
	const write = isPostgres(db) ? arrayWriter(db, columns) : valuesWriter(db, columns);
	let written = 0;
	for (let from = 0; from < sorted.length; from += write.rows) {
		written += await write.chunk(sorted.slice(from, from + write.rows));
		await between?.();
	}
	return written;
}

interface Writer {
	readonly rows: number;
	/** @returns how many rows were written */
	readonly chunk: (rows: readonly ObservationEntry[]) => Promise<number>;
}

/** One parameter a cell. Whole chunks share a statement: compiling takes longer than writing. */
function valuesWriter(db: Db, columns: readonly Column[]): Writer {
	const compile = (count: number) => {
		const row = sql`(${sql.join(columns.map(() => sql.val(null)))})`;
		return upsert(
			columns,
			sql`values ${sql.join(Array.from({ length: count }, () => row))}`
		).compile(db);
	};
	let whole: CompiledQuery | null = null;
	return {
		rows: ROWS_PER_STATEMENT,
		chunk: async (rows) => {
			const isWhole = rows.length === ROWS_PER_STATEMENT;
			const statement = isWhole ? (whole ??= compile(rows.length)) : compile(rows.length);
			const parameters: unknown[] = [];
			for (const row of rows) for (const column of columns) parameters.push(row[column]);
			return affected(db, { ...statement, parameters });
		}
	};
}

/** One parameter a column, an array of its cells: the server takes them apart quickest. */
function arrayWriter(db: Db, columns: readonly Column[]): Writer {
	const names = sql.join(columns.map((column) => sql.ref(column)));
	const arrays = sql.join(columns.map((column) => sql`${sql.val([])}::${arrayType(column)}`));
	const given = sql`select * from unnest(${arrays}) as given (${names})`;
	const statement = upsert(columns, given).compile(db);
	return {
		rows: ROWS_PER_ARRAY,
		chunk: (rows) => {
			const parameters = columns.map((column) => rows.map((row) => row[column]));
			return affected(db, { ...statement, parameters });
		}
	};
}

const TEXTS: readonly Column[] = [
	'status',
	'missingReason',
	'note',
	'returnReason',
	'changeReason',
	'publishedCounts',
	'enteredBy',
	'updatedAt',
	'submittedAt',
	'firstSubmittedAt',
	'verifiedAt',
	'publishedAt'
];
const MEASURES: readonly Column[] = [
	'numerator',
	'denominator',
	'value',
	'medianHours',
	'p90Hours'
];

function arrayType(column: Column): RawBuilder<unknown> {
	if (TEXTS.includes(column)) return sql`text[]`;
	return MEASURES.includes(column) ? sql`double precision[]` : sql`integer[]`;
}

function upsert(columns: readonly Column[], rows: RawBuilder<unknown>): RawBuilder<unknown> {
	const refs = (names: readonly Column[]) => sql.join(names.map((name) => sql.ref(name)));
	const changes = REPLACED.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`);
	return sql`insert into observation_entry (${refs(columns)}) ${rows}
		on conflict (${refs(KEY)}) do update set ${sql.join(changes)}
		where excluded.version > observation_entry.version`;
}

async function affected(db: Db, statement: CompiledQuery): Promise<number> {
	const { numAffectedRows = 0n } = await db.executeQuery(statement);
	return Number(numAffectedRows);
}

type EntryVersion = Pick<ObservationEntry, 'regionKey' | 'month' | 'kpiKey' | 'version'>;

/**
 * Takes entries out that still have the version named.
 * @param between awaited after each statement, to let others have their turn
 * @returns how many were taken out.
 */
export async function removeAll(
	db: Db,
	rows: readonly EntryVersion[],
	between?: () => Promise<void>
): Promise<number> {
	const [sample] = rows;
	if (!sample) return 0;
	const statement = removal(db, sample).compile();
	let removed = 0;
	for (const [i, { regionKey, month, kpiKey, version }] of rows.entries()) {
		removed += await affected(db, {
			...statement,
			parameters: [regionKey, month, kpiKey, version]
		});
		if (i % ROWS_PER_STATEMENT === 0) await between?.();
	}
	return removed;
}

function removal(db: Db, { regionKey, month, kpiKey, version }: EntryVersion) {
	return db
		.deleteFrom('observationEntry')
		.where('regionKey', '=', regionKey)
		.where('month', '=', month)
		.where('kpiKey', '=', kpiKey)
		.where('version', '=', version);
}

import type { CompiledQuery } from 'kysely';
import type { Db } from '#lib/database/connection.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';

/** Thirty-odd columns a row: the statement stays well under what both databases allow. */
const ROWS_PER_STATEMENT = 100;

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

const KEY = ['regionKey', 'month', 'kpiKey'] as const;
const REPLACED = COLUMNS.filter((column) => !KEY.some((part) => part === column));

/**
 * Inserts entries or replaces them, many to a statement. Whole chunks share one compiled statement:
 * compiling takes longer than writing.
 * @param between awaited after each statement, to let others have their turn
 * @returns how many rows were written: fewer than given when one had another version by then.
 */
export async function upsertAll(
	db: Db,
	rows: readonly ObservationEntry[],
	between?: () => Promise<void>
): Promise<number> {
	let whole: CompiledQuery | null = null;
	let written = 0;
	for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
		const chunk = rows.slice(from, from + ROWS_PER_STATEMENT);
		const isWhole = chunk.length === ROWS_PER_STATEMENT;
		const statement: CompiledQuery = isWhole
			? (whole ??= upsert(db, chunk).compile())
			: upsert(db, chunk).compile();
		const parameters = chunk.flatMap((row) => COLUMNS.map((column) => row[column]));
		const { numAffectedRows = 0n } = await db.executeQuery({ ...statement, parameters });
		written += Number(numAffectedRows);
		await between?.();
	}
	return written;
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
		const parameters = [regionKey, month, kpiKey, version];
		const { numAffectedRows = 0n } = await db.executeQuery({ ...statement, parameters });
		removed += Number(numAffectedRows);
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

function upsert(db: Db, rows: readonly ObservationEntry[]) {
	return db
		.insertInto('observationEntry')
		.values(rows.map(inOrder))
		.onConflict((conflict) =>
			conflict
				.columns([...KEY])
				.doUpdateSet((eb) =>
					Object.fromEntries(REPLACED.map((column) => [column, eb.ref(`excluded.${column}`)]))
				)
				.whereRef('excluded.version', '>', 'observationEntry.version')
		);
}

/**
 * The statement takes its columns in the order of the first row's keys, and writes a null as a
 * parameter like every other value.
 */
function inOrder(row: ObservationEntry): ObservationEntry {
	return Object.fromEntries(COLUMNS.map((column) => [column, row[column]])) as ObservationEntry;
}

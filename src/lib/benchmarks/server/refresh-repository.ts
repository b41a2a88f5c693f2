import type { CompiledQuery } from 'kysely';
import type { Db } from '#lib/database/connection.ts';
import type { Benchmark } from '#lib/database/tables/observations.ts';
import type { Figure } from '../benchmark-rows.ts';

/** From this many months on, reading all of a KPI in key order is quicker than finding each month. */
const SCAN_FROM_MONTHS = 7;

/** The published figures of a KPI in some months. */
export async function listFigures(
	db: Db,
	kpiKey: number,
	months: ReadonlySet<number>
): Promise<Figure[]> {
	const all = db
		.selectFrom('observation')
		.select(['regionKey', 'month', 'numerator', 'denominator', 'value', 'isSample'])
		.where('kpiKey', '=', kpiKey)
		.where('value', 'is not', null);
	if (months.size < SCAN_FROM_MONTHS) {
		return all.where('month', 'in', [...months]).execute();
	}
	return (await all.execute()).filter(({ month }) => months.has(month));
}

/** The benchmark rows that a KPI has in some months. */
export async function listGroups(
	db: Db,
	kpiKey: number,
	months: readonly number[]
): Promise<Pick<Benchmark, 'month' | 'groupCode'>[]> {
	return db
		.selectFrom('benchmark')
		.select(['month', 'groupCode'])
		.where('kpiKey', '=', kpiKey)
		.where('month', 'in', months)
		.execute();
}

export async function remove(
	db: Db,
	kpiKey: number,
	{ month, groupCode }: Pick<Benchmark, 'month' | 'groupCode'>
): Promise<void> {
	await db
		.deleteFrom('benchmark')
		.where('kpiKey', '=', kpiKey)
		.where('groupCode', '=', groupCode)
		.where('month', '=', month)
		.execute();
}

const COLUMNS = [
	'kpiKey',
	'month',
	'groupCode',
	'n',
	'nExpected',
	'nSample',
	'sumNumerator',
	'sumDenominator',
	'p10',
	'p25',
	'p50',
	'p75',
	'p90'
] as const satisfies readonly (keyof Benchmark)[];

const ROWS_PER_STATEMENT = 200;

/** Inserts rows or replaces them. Whole chunks share one compiled statement: compiling is slow. */
export async function upsertAll(db: Db, rows: readonly Benchmark[]): Promise<void> {
	let whole: CompiledQuery | null = null;
	for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
		const chunk = rows.slice(from, from + ROWS_PER_STATEMENT);
		if (chunk.length < ROWS_PER_STATEMENT) {
			await upsert(db, chunk).execute();
		} else {
			whole ??= upsert(db, chunk.map(inOrder)).compile();
			const parameters = chunk.flatMap((row) => COLUMNS.map((column) => row[column]));
			await db.executeQuery({ ...whole, parameters });
		}
	}
}

function upsert(db: Db, rows: readonly Benchmark[]) {
	return db
		.insertInto('benchmark')
		.values(rows)
		.onConflict((conflict) =>
			conflict.columns(['kpiKey', 'groupCode', 'month']).doUpdateSet((eb) => ({
				n: eb.ref('excluded.n'),
				nExpected: eb.ref('excluded.nExpected'),
				nSample: eb.ref('excluded.nSample'),
				sumNumerator: eb.ref('excluded.sumNumerator'),
				sumDenominator: eb.ref('excluded.sumDenominator'),
				p10: eb.ref('excluded.p10'),
				p25: eb.ref('excluded.p25'),
				p50: eb.ref('excluded.p50'),
				p75: eb.ref('excluded.p75'),
				p90: eb.ref('excluded.p90')
			}))
		);
}

/** The statement takes its columns in the order of the first row's keys. */
function inOrder(row: Benchmark): Benchmark {
	const { kpiKey, month, groupCode, n, nExpected, nSample, sumNumerator, sumDenominator } = row;
	const { p10, p25, p50, p75, p90 } = row;
	return {
		kpiKey,
		month,
		groupCode,
		n,
		nExpected,
		nSample,
		sumNumerator,
		sumDenominator,
		p10,
		p25,
		p50,
		p75,
		p90
	};
}

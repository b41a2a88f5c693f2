import type { Db } from '#lib/database/connection.ts';
import type {
	NewObservation,
	NewObservationRevision,
	Observation
} from '#lib/database/tables/observations.ts';

/** Rows in one statement, well under the parameters that both databases allow. */
const ROWS_PER_STATEMENT = 150;

/** The newest month of each KPI of a region, in the order of the KPIs' keys. */
export async function listLatest(db: Db, regionKey: number): Promise<Observation[]> {
	return db
		.selectFrom('observation')
		.selectAll('observation')
		.innerJoin(
			(eb) =>
				eb
					.selectFrom('observation')
					.select((inner) => ['kpiKey', inner.fn.max('month').as('month')])
					.where('regionKey', '=', regionKey)
					.groupBy('kpiKey')
					.as('newest'),
			(join) =>
				join
					.onRef('newest.kpiKey', '=', 'observation.kpiKey')
					.onRef('newest.month', '=', 'observation.month')
		)
		.where('observation.regionKey', '=', regionKey)
		.orderBy('observation.kpiKey')
		.execute();
}

/** A region's published facts of some KPIs and months. */
export async function listOfRegion(
	db: Db,
	regionKey: number,
	kpiKeys: readonly number[],
	months: { from: number; to: number }
): Promise<Observation[]> {
	return db
		.selectFrom('observation')
		.selectAll()
		.where('regionKey', '=', regionKey)
		.where('kpiKey', 'in', kpiKeys)
		.where('month', '>=', months.from)
		.where('month', '<=', months.to)
		.orderBy('month')
		.execute();
}

/** What volumes and populations are found from. */
export type VolumeFigure = Pick<
	Observation,
	'regionKey' | 'kpiKey' | 'month' | 'value' | 'denominator' | 'isSample'
>;

/** The published figures of several regions, some KPIs and months, oldest first. */
export async function listFigures(
	db: Db,
	regionKeys: readonly number[],
	kpiKeys: readonly number[],
	months: { from: number; to: number }
): Promise<VolumeFigure[]> {
	if (regionKeys.length === 0 || kpiKeys.length === 0) return [];
	return db
		.selectFrom('observation')
		.select(['regionKey', 'kpiKey', 'month', 'value', 'denominator', 'isSample'])
		.where('regionKey', 'in', regionKeys)
		.where('kpiKey', 'in', kpiKeys)
		.where('month', '>=', months.from)
		.where('month', '<=', months.to)
		.orderBy('month')
		.execute();
}

export async function insertRevisions(
	db: Db,
	rows: readonly NewObservationRevision[]
): Promise<void> {
	for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
		const chunk = rows.slice(from, from + ROWS_PER_STATEMENT);
		await db.insertInto('observationRevision').values(chunk).execute();
	}
}

/** Publishes facts: new ones are added, known ones replaced. */
export async function upsert(db: Db, rows: readonly NewObservation[]): Promise<void> {
	for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
		await db
			.insertInto('observation')
			.values(rows.slice(from, from + ROWS_PER_STATEMENT))
			.onConflict((conflict) =>
				conflict.columns(['kpiKey', 'regionKey', 'month']).doUpdateSet((eb) => ({
					numerator: eb.ref('excluded.numerator'),
					denominator: eb.ref('excluded.denominator'),
					value: eb.ref('excluded.value'),
					bucket1: eb.ref('excluded.bucket1'),
					bucket2: eb.ref('excluded.bucket2'),
					bucket3: eb.ref('excluded.bucket3'),
					bucket4: eb.ref('excluded.bucket4'),
					bucket5: eb.ref('excluded.bucket5'),
					missingReason: eb.ref('excluded.missingReason'),
					verification: eb.ref('excluded.verification'),
					revision: eb.ref('excluded.revision'),
					isSample: eb.ref('excluded.isSample'),
					note: eb.ref('excluded.note'),
					publishedAt: eb.ref('excluded.publishedAt')
				}))
			)
			.execute();
	}
}

import type { Db } from '#lib/database/connection.ts';
import type { ReportingDeadline } from '#lib/database/tables/observations.ts';

/** The deadlines that regions have set, in the order in which they did. */
export async function list(db: Db, regionCode?: string): Promise<ReportingDeadline[]> {
	let query = db.selectFrom('reportingDeadline').selectAll().orderBy('setAt').orderBy('id');
	if (regionCode !== undefined) query = query.where('regionCode', '=', regionCode);
	return query.execute();
}

export async function insert(db: Db, row: ReportingDeadline): Promise<void> {
	await db.insertInto('reportingDeadline').values(row).execute();
}

/** From which months on control charts are judged by limits of their own. */
import type { Db } from '#lib/database/connection.ts';
import type { BaselineRestart } from '#lib/database/tables/peers.ts';
import type { MonthIndex } from '#lib/database/tables/values.ts';

export interface Restart {
	readonly kpiKey: number;
	readonly regionKey: number;
	readonly month: MonthIndex;
	readonly reason: string;
}

/** Those that hold, or held at an instant, by month. */
export async function listHolding(
	db: Db,
	filter: { readonly kpiKey?: number; readonly regionKey?: number; readonly asOf?: string | null }
): Promise<Restart[]> {
	const { kpiKey, regionKey, asOf = null } = filter;
	let query = db
		.selectFrom('baselineRestart')
		.select(['kpiKey', 'regionKey', 'month', 'reason'])
		.orderBy('month');
	query =
		asOf === null
			? query.where('endedAt', 'is', null)
			: query
					.where('setAt', '<=', asOf)
					.where((eb) => eb.or([eb('endedAt', 'is', null), eb('endedAt', '>', asOf)]));
	if (kpiKey !== undefined) query = query.where('kpiKey', '=', kpiKey);
	if (regionKey !== undefined) query = query.where('regionKey', '=', regionKey);
	return query.execute();
}

/** All that a region has ever set, newest first. */
export async function listOfRegion(db: Db, regionKey: number): Promise<BaselineRestart[]> {
	return db
		.selectFrom('baselineRestart')
		.selectAll()
		.where('regionKey', '=', regionKey)
		.orderBy('setAt', 'desc')
		.orderBy('id')
		.execute();
}

/** @returns whether it was written: the month may have one that holds already */
export async function insert(db: Db, row: BaselineRestart): Promise<boolean> {
	const written = await db
		.insertInto('baselineRestart')
		.values(row)
		.onConflict((conflict) => conflict.doNothing())
		.returning('id')
		.executeTakeFirst();
	return written !== undefined;
}

/** Ends one of a region that still holds. */
export async function end(
	db: Db,
	{ id, regionKey }: { readonly id: string; readonly regionKey: number },
	by: Pick<BaselineRestart, 'endedAt' | 'endedByRole'>
): Promise<{ kpiKey: number } | undefined> {
	return db
		.updateTable('baselineRestart')
		.set(by)
		.where('id', '=', id)
		.where('regionKey', '=', regionKey)
		.where('endedAt', 'is', null)
		.returning('kpiKey')
		.executeTakeFirst();
}

import type { Db } from '#lib/database/connection.ts';
import type { NewObservationEntry, ObservationEntry } from '#lib/database/tables/observations.ts';
import type { EntryStatus } from '../workflow.ts';

export interface EntryFilter {
	readonly kpiKeys?: readonly number[];
	readonly from?: number;
	readonly to?: number;
	readonly statuses?: readonly EntryStatus[];
}

/** A region's entries, oldest month first. */
export async function list(
	db: Db,
	regionKey: number,
	{ kpiKeys, from, to, statuses }: EntryFilter
): Promise<ObservationEntry[]> {
	let query = db
		.selectFrom('observationEntry')
		.selectAll()
		.where('regionKey', '=', regionKey)
		.orderBy('month')
		.orderBy('kpiKey');
	if (kpiKeys) query = query.where('kpiKey', 'in', kpiKeys);
	if (from !== undefined) query = query.where('month', '>=', from);
	if (to !== undefined) query = query.where('month', '<=', to);
	if (statuses) query = query.where('status', 'in', statuses);
	return query.execute();
}

/** A region's entries that wait for its officers: to be verified, published, or confirmed later. */
export async function listWaiting(db: Db, regionKey: number): Promise<ObservationEntry[]> {
	return db
		.selectFrom('observationEntry')
		.selectAll()
		.where('regionKey', '=', regionKey)
		.where((eb) =>
			eb.or([
				eb('status', 'in', ['submitted', 'verified']),
				eb.and([eb('status', '=', 'published'), eb('verifiedAt', 'is', null)])
			])
		)
		.orderBy('month')
		.orderBy('kpiKey')
		.execute();
}

/** The entries of several regions in some months, in no order: what a bulk upload is compared with. */
export async function listOfRegions(
	db: Db,
	regionKeys: readonly number[],
	months: { from: number; to: number }
): Promise<ObservationEntry[]> {
	return db
		.selectFrom('observationEntry')
		.selectAll()
		.where('regionKey', 'in', regionKeys)
		.where('month', '>=', months.from)
		.where('month', '<=', months.to)
		.execute();
}

export async function find(
	db: Db,
	regionKey: number,
	month: number,
	kpiKey: number
): Promise<ObservationEntry | undefined> {
	return db
		.selectFrom('observationEntry')
		.selectAll()
		.where('regionKey', '=', regionKey)
		.where('month', '=', month)
		.where('kpiKey', '=', kpiKey)
		.executeTakeFirst();
}

/** Whether a region has sample entries, as all have in the demonstration. */
export async function hasSample(db: Db, regionKey: number): Promise<boolean> {
	const row = await db
		.selectFrom('observationEntry')
		.select('month')
		.where('regionKey', '=', regionKey)
		.where('isSample', '=', 1)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** Adds an entry; false when there is one already, perhaps since a moment ago. */
export async function insert(db: Db, entry: NewObservationEntry): Promise<boolean> {
	const result = await db
		.insertInto('observationEntry')
		.values(entry)
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

type EntryKey = Pick<ObservationEntry, 'regionKey' | 'month' | 'kpiKey' | 'version'>;

/** Changes an entry that still has the version that was read; false when it has another. */
export async function update(
	db: Db,
	{ regionKey, month, kpiKey, version }: EntryKey,
	changes: Partial<ObservationEntry>
): Promise<boolean> {
	const result = await db
		.updateTable('observationEntry')
		.set({ ...changes, version: version + 1 })
		.where('regionKey', '=', regionKey)
		.where('month', '=', month)
		.where('kpiKey', '=', kpiKey)
		.where('version', '=', version)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

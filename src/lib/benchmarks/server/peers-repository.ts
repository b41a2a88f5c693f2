import type { Db } from '#lib/database/connection.ts';
import type { PeerModel, PeerRow } from '#lib/database/tables/peers.ts';
import type { PeerVersion } from '../peers.ts';

/** The newest version of the newest year that is not after `year`. */
export async function findNewest(db: Db, year: number): Promise<PeerModel | undefined> {
	return db
		.selectFrom('peerModel')
		.selectAll()
		.where('year', '<=', year)
		.orderBy('year', 'desc')
		.orderBy('version', 'desc')
		.limit(1)
		.executeTakeFirst();
}

export async function find(db: Db, { year, version }: PeerVersion): Promise<PeerModel | undefined> {
	return db
		.selectFrom('peerModel')
		.selectAll()
		.where('year', '=', year)
		.where('version', '=', version)
		.executeTakeFirst();
}

/** All versions, newest first. */
export async function listVersions(db: Db): Promise<Omit<PeerModel, 'distancePercentiles'>[]> {
	return db
		.selectFrom('peerModel')
		.select(['year', 'version', 'contentHash', 'variables', 'frozenAt'])
		.orderBy('year', 'desc')
		.orderBy('version', 'desc')
		.execute();
}

/** The frozen profiles of a version. */
export async function listProfiles(
	db: Db,
	{ year, version }: PeerVersion
): Promise<{ regionCode: string; profile: string }[]> {
	return db
		.selectFrom('peerProfile')
		.select(['regionCode', 'profile'])
		.where('year', '=', year)
		.where('version', '=', version)
		.orderBy('regionCode')
		.execute();
}

/** A region's list, nearest first. */
export async function listPeers(
	db: Db,
	{ year, version }: PeerVersion,
	regionCode: string
): Promise<string[]> {
	const rows = await db
		.selectFrom('peer')
		.select('peerCode')
		.where('year', '=', year)
		.where('version', '=', version)
		.where('regionCode', '=', regionCode)
		.orderBy('position')
		.execute();
	return rows.map(({ peerCode }) => peerCode);
}

/** The regions in whose list a region stands, by their codes. */
export async function listReverse(
	db: Db,
	{ year, version }: PeerVersion,
	peerCode: string
): Promise<string[]> {
	const rows = await db
		.selectFrom('peer')
		.select('regionCode')
		.where('year', '=', year)
		.where('version', '=', version)
		.where('peerCode', '=', peerCode)
		.orderBy('regionCode')
		.execute();
	return rows.map(({ regionCode }) => regionCode);
}

const ROWS_PER_STATEMENT = 500;

/** Stores a version with its profiles and lists. False when another process froze it first. */
export async function insertModel(
	db: Db,
	model: PeerModel,
	profiles: readonly { readonly regionCode: string; readonly profile: string }[],
	peers: readonly Pick<PeerRow, 'regionCode' | 'position' | 'peerCode'>[]
): Promise<boolean> {
	const inserted = await db
		.insertInto('peerModel')
		.values(model)
		.onConflict((conflict) => conflict.columns(['year', 'version']).doNothing())
		.returning('year')
		.execute();
	if (inserted.length === 0) return false;
	const { year, version } = model;
	for (let from = 0; from < profiles.length; from += ROWS_PER_STATEMENT) {
		await db
			.insertInto('peerProfile')
			.values(
				profiles.slice(from, from + ROWS_PER_STATEMENT).map((row) => ({ year, version, ...row }))
			)
			.execute();
	}
	for (let from = 0; from < peers.length; from += ROWS_PER_STATEMENT) {
		await db
			.insertInto('peer')
			.values(
				peers.slice(from, from + ROWS_PER_STATEMENT).map((row) => ({ year, version, ...row }))
			)
			.execute();
	}
	return true;
}

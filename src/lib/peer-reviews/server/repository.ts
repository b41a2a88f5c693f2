import type { Db } from '#lib/database/connection.ts';
import type { PeerReview } from '#lib/database/tables/peer-reviews.ts';

export type ReviewWithName = PeerReview & { readonly regionName: string };

/** What regions said of an innovation and were asked to say, the newest first. */
export async function list(db: Db, innovationId: string): Promise<ReviewWithName[]> {
	return db
		.selectFrom('peerReview')
		.innerJoin('region', 'region.code', 'peerReview.regionCode')
		.selectAll('peerReview')
		.select('region.name as regionName')
		.where('peerReview.innovationId', '=', innovationId)
		.orderBy('peerReview.decidedAt', 'desc')
		.orderBy('peerReview.createdAt', 'desc')
		.orderBy('peerReview.id')
		.execute();
}

/** What these regions are asked to look at and have not answered, the oldest first. */
export async function listAsked(db: Db, regionCodes: readonly string[]) {
	if (regionCodes.length === 0) return [];
	return db
		.selectFrom('peerReview')
		.innerJoin('innovation', 'innovation.id', 'peerReview.innovationId')
		.select(['innovation.slug', 'innovation.titleId', 'innovation.titleEn'])
		.select(['peerReview.regionCode', 'peerReview.dueOn'])
		.where('peerReview.state', '=', 'asked')
		.where('innovation.state', '=', 'published')
		.where('peerReview.regionCode', 'in', regionCodes)
		.orderBy('peerReview.createdAt')
		.orderBy('peerReview.id')
		.execute();
}

/** A second request to one region violates the unique key. */
export async function insert(db: Db, review: PeerReview): Promise<void> {
	await db.insertInto('peerReview').values(review).execute();
}

/** Answers a request that is open; false when somebody was quicker. */
export async function answer(
	db: Db,
	id: string,
	change: Partial<Omit<PeerReview, 'id' | 'innovationId' | 'regionCode'>>
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('peerReview')
		.set(change)
		.where('id', '=', id)
		.where('state', '=', 'asked')
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

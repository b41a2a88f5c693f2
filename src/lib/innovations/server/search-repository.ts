import type { Db } from '#lib/database/connection.ts';
import type { Innovation } from '#lib/database/tables/innovations.ts';

export async function findById(db: Db, id: string): Promise<Innovation | undefined> {
	return db.selectFrom('innovation').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The published write-ups with the version they have now. */
export async function listPublishedVersions(db: Db): Promise<{ id: string; version: number }[]> {
	return db
		.selectFrom('innovation')
		.select(['id', 'version'])
		.where('state', '=', 'published')
		.orderBy('publishedAt')
		.orderBy('id')
		.execute();
}

/** The write-ups with these ids, in no particular order. */
export async function listByIds(db: Db, ids: readonly string[]): Promise<Innovation[]> {
	return db.selectFrom('innovation').selectAll().where('id', 'in', ids).execute();
}

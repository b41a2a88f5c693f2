import type { Db } from '#lib/database/connection.ts';

const SLUG = 'sobat-dukcapil';

/** One sample adoption, confirmed by both regions, so that the lineage is not empty. */
export async function seedAdoption(db: Db, now: Date): Promise<void> {
	const innovation = await db
		.selectFrom('innovation')
		.select(['id', 'regionCode'])
		.where('slug', '=', SLUG)
		.executeTakeFirst();
	if (!innovation) return;
	const at = now.toISOString();
	await db
		.insertInto('adoption')
		.values({
			id: 'demo-adoption',
			innovationId: innovation.id,
			adopterRegionCode: '36.03',
			sourceRegionCode: innovation.regionCode,
			visitId: null,
			stage: 'pilot',
			since: at.slice(0, 7),
			note: '',
			adopterConfirmedAt: at,
			sourceConfirmedAt: at,
			isSample: 1,
			version: 1,
			createdAt: at,
			updatedAt: at
		})
		.execute();
}

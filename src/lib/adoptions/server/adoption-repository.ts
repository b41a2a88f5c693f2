import type { Db } from '#lib/database/connection.ts';
import type { Adoption } from '#lib/database/tables/after-visit.ts';

export type AdoptionWithNames = Adoption & {
	slug: string;
	titleId: string;
	titleEn: string | null;
	adopterName: string;
	sourceName: string;
};

function adoptions(db: Db) {
	return db
		.selectFrom('adoption')
		.innerJoin('innovation', 'innovation.id', 'adoption.innovationId')
		.innerJoin('region as adopter', 'adopter.code', 'adoption.adopterRegionCode')
		.innerJoin('region as source', 'source.code', 'adoption.sourceRegionCode')
		.selectAll('adoption')
		.select(['innovation.slug', 'innovation.titleId', 'innovation.titleEn'])
		.select(['adopter.name as adopterName', 'source.name as sourceName'])
		.where('innovation.state', '=', 'published');
}

/** Which adoptions: of an innovation, or of a region on either end; all without a filter. */
export interface AdoptionFilter {
	readonly innovationId?: string;
	readonly regionCode?: string;
}

/** Adoptions that both regions have confirmed, the newest first. */
export async function listConfirmed(
	db: Db,
	{ innovationId, regionCode }: AdoptionFilter
): Promise<AdoptionWithNames[]> {
	return adoptions(db)
		.where('adoption.adopterConfirmedAt', 'is not', null)
		.where('adoption.sourceConfirmedAt', 'is not', null)
		.$if(innovationId !== undefined, (query) =>
			query.where('adoption.innovationId', '=', innovationId ?? '')
		)
		.$if(regionCode !== undefined, (query) =>
			query.where((eb) =>
				eb.or([
					eb('adoption.adopterRegionCode', '=', regionCode ?? ''),
					eb('adoption.sourceRegionCode', '=', regionCode ?? '')
				])
			)
		)
		.orderBy('adoption.updatedAt', 'desc')
		.orderBy('adoption.id')
		.execute();
}

/** All adoptions between two regions' hands, confirmed or not. */
export async function listOfVisit(db: Db, visitId: string): Promise<AdoptionWithNames[]> {
	return adoptions(db)
		.where('adoption.visitId', '=', visitId)
		.orderBy('adoption.createdAt')
		.execute();
}

export async function find(db: Db, id: string): Promise<AdoptionWithNames | undefined> {
	return adoptions(db).where('adoption.id', '=', id).executeTakeFirst();
}

export async function findOf(
	db: Db,
	innovationId: string,
	adopterRegionCode: string
): Promise<AdoptionWithNames | undefined> {
	return adoptions(db)
		.where('adoption.innovationId', '=', innovationId)
		.where('adoption.adopterRegionCode', '=', adopterRegionCode)
		.executeTakeFirst();
}

/** A second record of the same innovation and adopter violates the unique key. */
export async function insert(db: Db, adoption: Adoption): Promise<void> {
	await db.insertInto('adoption').values(adoption).execute();
}

/** Changes a record only if nobody changed it since; false when somebody did. */
export async function update(
	db: Db,
	id: string,
	version: number,
	changes: Partial<Adoption>
): Promise<boolean> {
	const result = await db
		.updateTable('adoption')
		.set({ ...changes, version: version + 1 })
		.where('id', '=', id)
		.where('version', '=', version)
		.executeTakeFirst();
	return Number(result.numUpdatedRows) === 1;
}

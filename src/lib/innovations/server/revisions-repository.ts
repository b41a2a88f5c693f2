import type { Db } from '#lib/database/connection.ts';
import type { InnovationEvent, InnovationRevision } from '#lib/database/tables/innovations.ts';

const UNDECIDED = ['open', 'submitted', 'returned'] as const;

/** The one revision of a write-up that is not decided yet. */
export async function findOpen(
	db: Db,
	innovationId: string
): Promise<InnovationRevision | undefined> {
	return db
		.selectFrom('innovationRevision')
		.selectAll()
		.where('innovationId', '=', innovationId)
		.where('state', 'in', UNDECIDED)
		.executeTakeFirst();
}

/** All revisions of a write-up, the newest first. */
export async function list(db: Db, innovationId: string): Promise<InnovationRevision[]> {
	return db
		.selectFrom('innovationRevision')
		.selectAll()
		.where('innovationId', '=', innovationId)
		.orderBy('number', 'desc')
		.execute();
}

/** The highest number a revision of this write-up has; 0 when there is none. */
export async function lastNumber(db: Db, innovationId: string): Promise<number> {
	const row = await db
		.selectFrom('innovationRevision')
		.select((eb) => eb.fn.max('number').as('last'))
		.where('innovationId', '=', innovationId)
		.executeTakeFirst();
	return row?.last ?? 0;
}

export async function insert(db: Db, revision: InnovationRevision): Promise<void> {
	await db.insertInto('innovationRevision').values(revision).execute();
}

/** Changes the version that was read to the next one; false when somebody was quicker. */
export async function update(
	db: Db,
	{ id, version }: Pick<InnovationRevision, 'id' | 'version'>,
	change: Partial<Omit<InnovationRevision, 'id' | 'innovationId' | 'number' | 'version'>>
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('innovationRevision')
		.set({ ...change, version: version + 1 })
		.where('id', '=', id)
		.where('version', '=', version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** The submitted and returned revisions of these regions with what names them, the oldest first. */
export async function listWaiting(db: Db, regionCodes: readonly string[]) {
	if (regionCodes.length === 0) return [];
	return db
		.selectFrom('innovationRevision as revision')
		.innerJoin('innovation', 'innovation.id', 'revision.innovationId')
		.select([
			'innovation.slug',
			'innovation.titleId',
			'innovation.titleEn',
			'innovation.regionCode',
			'innovation.agencyId',
			'revision.state'
		])
		.where('revision.state', 'in', ['submitted', 'returned'])
		.where('innovation.regionCode', 'in', regionCodes)
		.orderBy('revision.submittedAt')
		.orderBy('innovation.slug')
		.execute();
}

/** The published write-ups of these regions that nobody has confirmed since a day. */
export async function listUnconfirmed(db: Db, regionCodes: readonly string[], since: string) {
	if (regionCodes.length === 0) return [];
	return db
		.selectFrom('innovation')
		.select(['slug', 'titleId', 'titleEn', 'regionCode', 'agencyId', 'confirmedOn', 'version'])
		.where('state', '=', 'published')
		.where('sustainability', '<>', 'stopped')
		.where('regionCode', 'in', regionCodes)
		.where((eb) => eb.or([eb('confirmedOn', 'is', null), eb('confirmedOn', '<', since)]))
		.orderBy('confirmedOn')
		.orderBy('slug')
		.execute();
}

/** Those of all regions that nobody has confirmed since a day, with the region's name. */
export async function listAllUnconfirmed(db: Db, since: string, limit: number) {
	return db
		.selectFrom('innovation')
		.innerJoin('region', 'region.code', 'innovation.regionCode')
		.select(['innovation.id', 'innovation.slug', 'innovation.regionCode', 'innovation.agencyId'])
		.select(['innovation.titleId', 'innovation.titleEn'])
		.select(['innovation.confirmedOn', 'region.name as regionName'])
		.where('innovation.state', '=', 'published')
		.where('innovation.sustainability', '<>', 'stopped')
		.where((eb) =>
			eb.or([eb('innovation.confirmedOn', 'is', null), eb('innovation.confirmedOn', '<=', since)])
		)
		.orderBy('innovation.id')
		.limit(limit)
		.execute();
}

export async function addEvent(db: Db, event: InnovationEvent): Promise<void> {
	await db.insertInto('innovationEvent').values(event).execute();
}

/** What happened to a write-up, the newest first. */
export async function listEvents(db: Db, innovationId: string): Promise<InnovationEvent[]> {
	return db
		.selectFrom('innovationEvent')
		.selectAll()
		.where('innovationId', '=', innovationId)
		.orderBy('at', 'desc')
		.orderBy('id')
		.execute();
}

import type { Db } from '#lib/database/connection.ts';
import type { Visit, VisitQuestion, VisitState } from '#lib/database/tables/visits.ts';

export type VisitWithNames = Visit & {
	hostName: string;
	hostTimezone: string;
	visitorName: string;
	innovationSlug: string | null;
	innovationTitleId: string | null;
	innovationTitleEn: string | null;
	startsAt: string | null;
	endsAt: string | null;
};

function visits(db: Db) {
	return db
		.selectFrom('visit')
		.innerJoin('region as host', 'host.code', 'visit.hostRegionCode')
		.innerJoin('region as visitor', 'visitor.code', 'visit.visitorRegionCode')
		.leftJoin('innovation', 'innovation.id', 'visit.innovationId')
		.leftJoin('hostWindow', 'hostWindow.id', 'visit.sessionWindowId')
		.selectAll('visit')
		.select([
			'host.name as hostName',
			'host.timezone as hostTimezone',
			'visitor.name as visitorName',
			'innovation.slug as innovationSlug',
			'innovation.titleId as innovationTitleId',
			'innovation.titleEn as innovationTitleEn',
			'hostWindow.startsAt',
			'hostWindow.endsAt'
		]);
}

export async function findByRef(db: Db, ref: string): Promise<VisitWithNames | undefined> {
	return visits(db).where('visit.ref', '=', ref).executeTakeFirst();
}

export async function findBySubmitKey(
	db: Db,
	requestedBy: string,
	submitKey: string
): Promise<VisitWithNames | undefined> {
	return visits(db)
		.where('visit.requestedBy', '=', requestedBy)
		.where('visit.submitKey', '=', submitKey)
		.executeTakeFirst();
}

/** Visits of which one of the regions is a side, the latest change first. */
export async function listOfRegions(
	db: Db,
	regionCodes: readonly string[]
): Promise<VisitWithNames[]> {
	return visits(db)
		.where((eb) =>
			eb.or([
				eb('visit.hostRegionCode', 'in', regionCodes),
				eb('visit.visitorRegionCode', 'in', regionCodes)
			])
		)
		.orderBy('visit.updatedAt', 'desc')
		.orderBy('visit.ref')
		.execute();
}

/** Visits in some states, whosever they are: for the timers. */
export async function listInStates(
	db: Db,
	states: readonly VisitState[]
): Promise<VisitWithNames[]> {
	return visits(db).where('visit.state', 'in', states).orderBy('visit.id').execute();
}

/** Notes how far a side was reminded; false when the visit has changed or it was done already. */
export async function setReminded(
	db: Db,
	{ id, version }: Pick<Visit, 'id' | 'version'>,
	percent: number
): Promise<boolean> {
	const result = await db
		.updateTable('visit')
		.set({ remindedPercent: percent })
		.where('id', '=', id)
		.where('version', '=', version)
		.where('remindedPercent', '<', percent)
		.executeTakeFirst();
	return Number(result.numUpdatedRows) === 1;
}

/** The other regions that share a visit's session. */
export async function listCompanions(
	db: Db,
	visit: Pick<Visit, 'id' | 'hostRegionCode' | 'sessionWindowId' | 'sessionDay'>
): Promise<string[]> {
	if (visit.sessionWindowId === null || visit.sessionDay === null) return [];
	const rows = await db
		.selectFrom('sessionClaim')
		.innerJoin('visit', 'visit.id', 'sessionClaim.visitId')
		.innerJoin('region', 'region.code', 'visit.visitorRegionCode')
		.select('region.name')
		.where('sessionClaim.hostRegionCode', '=', visit.hostRegionCode)
		.where('sessionClaim.windowId', '=', visit.sessionWindowId)
		.where('sessionClaim.day', '=', visit.sessionDay)
		.where('sessionClaim.holdExpiresAt', 'is', null)
		.where('sessionClaim.visitId', '<>', visit.id)
		.orderBy('sessionClaim.slot')
		.execute();
	return rows.map(({ name }) => name);
}

export async function countInStates(
	db: Db,
	hostRegionCode: string,
	visitorRegionCode: string,
	states: readonly VisitState[]
): Promise<number> {
	const row = await db
		.selectFrom('visit')
		.select((eb) => eb.fn.countAll<number>().as('n'))
		.where('hostRegionCode', '=', hostRegionCode)
		.where('visitorRegionCode', '=', visitorRegionCode)
		.where('state', 'in', states)
		.executeTakeFirstOrThrow();
	return row.n;
}

export async function insert(db: Db, visit: Visit): Promise<void> {
	await db.insertInto('visit').values(visit).execute();
}

export async function insertQuestions(
	db: Db,
	visitId: string,
	questions: readonly string[]
): Promise<void> {
	await db
		.insertInto('visitQuestion')
		.values(questions.map((question, position) => ({ visitId, position, question, answer: null })))
		.execute();
}

export async function insertPreferences(
	db: Db,
	visitId: string,
	sessions: readonly { windowId: string; day: string }[]
): Promise<void> {
	await db
		.insertInto('visitPreference')
		.values(sessions.map(({ windowId, day }, position) => ({ visitId, position, windowId, day })))
		.execute();
}

/** Changes a visit only if nobody changed it since; false when somebody did. */
export async function update(
	db: Db,
	id: string,
	version: number,
	changes: Partial<Visit>
): Promise<boolean> {
	const result = await db
		.updateTable('visit')
		.set({ ...changes, version: version + 1 })
		.where('id', '=', id)
		.where('version', '=', version)
		.executeTakeFirst();
	return Number(result.numUpdatedRows) === 1;
}

export async function listQuestions(db: Db, visitId: string): Promise<VisitQuestion[]> {
	return db
		.selectFrom('visitQuestion')
		.selectAll()
		.where('visitId', '=', visitId)
		.orderBy('position')
		.execute();
}

export interface Preference {
	readonly windowId: string;
	readonly day: string;
	readonly startsAt: string;
	readonly endsAt: string;
}

export async function listPreferences(db: Db, visitId: string): Promise<Preference[]> {
	return db
		.selectFrom('visitPreference')
		.innerJoin('hostWindow', 'hostWindow.id', 'visitPreference.windowId')
		.select(['visitPreference.windowId', 'visitPreference.day'])
		.select(['hostWindow.startsAt', 'hostWindow.endsAt'])
		.where('visitPreference.visitId', '=', visitId)
		.orderBy('visitPreference.position')
		.execute();
}

/** Whether a region has a visit about an innovation in one of these states. */
export async function existsAbout(
	db: Db,
	about: { readonly innovationId: string; readonly visitorRegionCode: string },
	states: readonly VisitState[]
): Promise<boolean> {
	const row = await db
		.selectFrom('visit')
		.select('id')
		.where('innovationId', '=', about.innovationId)
		.where('visitorRegionCode', '=', about.visitorRegionCode)
		.where('state', 'in', states)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

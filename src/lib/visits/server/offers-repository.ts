import type { Db } from '#lib/database/connection.ts';
import type { VisitChange } from '#lib/database/tables/visits.ts';

export interface Offer {
	readonly windowId: string;
	readonly day: string;
	readonly expiresAt: string;
	readonly startsAt: string;
	readonly endsAt: string;
}

/** The sessions a host offers instead of those asked for, in its order. */
export async function listOffers(db: Db, visitId: string): Promise<Offer[]> {
	return db
		.selectFrom('visitOffer')
		.innerJoin('hostWindow', 'hostWindow.id', 'visitOffer.windowId')
		.select(['visitOffer.windowId', 'visitOffer.day', 'visitOffer.expiresAt'])
		.select(['hostWindow.startsAt', 'hostWindow.endsAt'])
		.where('visitOffer.visitId', '=', visitId)
		.orderBy('visitOffer.position')
		.execute();
}

export async function insertOffers(
	db: Db,
	visitId: string,
	expiresAt: string,
	sessions: readonly { windowId: string; day: string }[]
): Promise<void> {
	await db
		.insertInto('visitOffer')
		.values(
			sessions.map(({ windowId, day }, position) => ({
				visitId,
				position,
				windowId,
				day,
				expiresAt
			}))
		)
		.execute();
}

export async function removeOffers(db: Db, visitId: string): Promise<void> {
	await db.deleteFrom('visitOffer').where('visitId', '=', visitId).execute();
}

export type ChangeWithTimes = VisitChange & { startsAt: string; endsAt: string };

/** The change that waits for the other side's answer, if there is one. */
export async function findChange(db: Db, visitId: string): Promise<ChangeWithTimes | undefined> {
	return db
		.selectFrom('visitChange')
		.innerJoin('hostWindow', 'hostWindow.id', 'visitChange.windowId')
		.selectAll('visitChange')
		.select(['hostWindow.startsAt', 'hostWindow.endsAt'])
		.where('visitChange.visitId', '=', visitId)
		.executeTakeFirst();
}

export async function insertChange(db: Db, change: VisitChange): Promise<void> {
	await db.insertInto('visitChange').values(change).execute();
}

export async function removeChange(db: Db, visitId: string): Promise<void> {
	await db.deleteFrom('visitChange').where('visitId', '=', visitId).execute();
}

import { expressionBuilder } from 'kysely';
import type { Db } from '#lib/database/connection.ts';
import type { Database } from '#lib/database/tables.ts';
import type {
	VisitAgendaItem,
	VisitAttendance,
	VisitDelegate,
	VisitMessage
} from '#lib/database/tables/visit-parts.ts';

export type MessageWithName = VisitMessage & { accountName: string | null };

/** What a side reads: messages to both, and its own notes. */
export async function listMessages(
	db: Db,
	visitId: string,
	side: VisitMessage['side']
): Promise<MessageWithName[]> {
	return db
		.selectFrom('visitMessage')
		.leftJoin('account', 'account.id', 'visitMessage.accountId')
		.selectAll('visitMessage')
		.select('account.name as accountName')
		.where('visitMessage.visitId', '=', visitId)
		.where((eb) =>
			eb.or([eb('visitMessage.audience', '=', 'both'), eb('visitMessage.side', '=', side)])
		)
		.orderBy('visitMessage.createdAt')
		.orderBy('visitMessage.id')
		.execute();
}

export async function insertMessage(db: Db, message: VisitMessage): Promise<void> {
	await db.insertInto('visitMessage').values(message).execute();
}

export async function listAgenda(db: Db, visitId: string): Promise<VisitAgendaItem[]> {
	return db
		.selectFrom('visitAgendaItem')
		.selectAll()
		.where('visitId', '=', visitId)
		.orderBy('position')
		.execute();
}

export async function replaceAgenda(
	db: Db,
	visitId: string,
	items: readonly Omit<VisitAgendaItem, 'visitId' | 'position'>[]
): Promise<void> {
	await db.deleteFrom('visitAgendaItem').where('visitId', '=', visitId).execute();
	if (items.length === 0) return;
	await db
		.insertInto('visitAgendaItem')
		.values(items.map((item, position) => ({ ...item, visitId, position })))
		.execute();
}

export async function listDelegates(db: Db, visitId: string): Promise<VisitDelegate[]> {
	return db
		.selectFrom('visitDelegate')
		.selectAll()
		.where('visitId', '=', visitId)
		.orderBy('createdAt')
		.orderBy('id')
		.execute();
}

export async function insertDelegate(db: Db, delegate: VisitDelegate): Promise<void> {
	await db.insertInto('visitDelegate').values(delegate).execute();
}

/** False when the visit has no such delegate. */
export async function removeDelegate(db: Db, visitId: string, id: string): Promise<boolean> {
	const result = await db
		.deleteFrom('visitDelegate')
		.where('visitId', '=', visitId)
		.where('id', '=', id)
		.executeTakeFirst();
	return Number(result.numDeletedRows) === 1;
}

/** Marks exactly these delegates as present. */
export async function setPresent(
	db: Db,
	visitId: string,
	ids: readonly string[],
	at: string
): Promise<void> {
	const absent = db
		.updateTable('visitDelegate')
		.set({ attendedAt: null })
		.where('visitId', '=', visitId);
	// PostgreSQL knows no empty list.
	await (ids.length === 0 ? absent : absent.where('id', 'not in', ids)).execute();
	if (ids.length === 0) return;
	await db
		.updateTable('visitDelegate')
		.set({ attendedAt: at })
		.where('visitId', '=', visitId)
		.where('id', 'in', ids)
		.where('attendedAt', 'is', null)
		.execute();
}

export async function findAttendance(
	db: Db,
	visitId: string
): Promise<VisitAttendance | undefined> {
	return db
		.selectFrom('visitAttendance')
		.selectAll()
		.where('visitId', '=', visitId)
		.executeTakeFirst();
}

/** Makes the check-in code of a visit, unless it has one. */
export async function insertAttendance(db: Db, attendance: VisitAttendance): Promise<void> {
	await db
		.insertInto('visitAttendance')
		.values(attendance)
		.onConflict((conflict) => conflict.column('visitId').doNothing())
		.execute();
}

/** Visits whose last day lies before a day and whose delegates are still named. */
export async function listToReduce(
	db: Db,
	before: string,
	limit: number
): Promise<{ id: string; listed: number; present: number }[]> {
	return db
		.selectFrom('visit')
		.innerJoin('visitDelegate', 'visitDelegate.visitId', 'visit.id')
		.select([
			'visit.id',
			(eb) => eb.fn.count<number>('visitDelegate.id').as('listed'),
			(eb) => eb.fn.count<number>('visitDelegate.attendedAt').as('present')
		])
		.where(isPast(before))
		.groupBy('visit.id')
		.orderBy('visit.id')
		.limit(limit)
		.execute();
}

/** Those of some visits whose last day lies before a day, by reference. */
export async function listPast(db: Db, refs: readonly string[], before: string): Promise<string[]> {
	if (refs.length === 0) return [];
	const rows = await db
		.selectFrom('visit')
		.select('ref')
		.where('ref', 'in', refs)
		.where(isPast(before))
		.orderBy('ref')
		.execute();
	return rows.map(({ ref }) => ref);
}

/** A visit that never had a day is over with its last change. */
function isPast(before: string) {
	const eb = expressionBuilder<Database, 'visit'>();
	return eb.or([
		eb('visit.sessionDay', '<', before),
		eb.and([eb('visit.sessionDay', 'is', null), eb('visit.updatedAt', '<', before)])
	]);
}

/** Leaves the counts of a delegation and removes its names. */
export async function reduceToCounts(
	db: Db,
	counts: { id: string; listed: number; present: number },
	at: string
): Promise<void> {
	const left = { listed: counts.listed, attended: counts.present, reducedAt: at };
	await db
		.insertInto('visitAttendance')
		.values({ visitId: counts.id, checkInCode: '', ...left })
		.onConflict((conflict) => conflict.column('visitId').doUpdateSet({ checkInCode: '', ...left }))
		.execute();
	await db.deleteFrom('visitDelegate').where('visitId', '=', counts.id).execute();
}

import type { Db } from '#lib/database/connection.ts';
import type { Account, Session } from '#lib/database/tables/accounts.ts';
import type { Timestamp } from '#lib/database/tables/values.ts';

export async function insertSession(db: Db, session: Session): Promise<void> {
	await db.insertInto('session').values(session).execute();
}

export type SessionWithAccount = Session & Pick<Account, 'name' | 'locale' | 'disabledAt'>;

export async function findSession(db: Db, id: string): Promise<SessionWithAccount | undefined> {
	return db
		.selectFrom('session')
		.innerJoin('account', 'account.id', 'session.accountId')
		.selectAll('session')
		.select(['account.name', 'account.locale', 'account.disabledAt'])
		.where('session.id', '=', id)
		.executeTakeFirst();
}

export async function touchSession(db: Db, id: string, usedAt: Timestamp): Promise<void> {
	await db.updateTable('session').set({ usedAt }).where('id', '=', id).execute();
}

export async function removeSession(db: Db, id: string): Promise<void> {
	await db.deleteFrom('session').where('id', '=', id).execute();
}

export async function removeSessionsOf(db: Db, accountId: string): Promise<void> {
	await db.deleteFrom('session').where('accountId', '=', accountId).execute();
}

import type { Db } from '#lib/database/connection.ts';

/** The files an account imported, and how many monthly rows bear its hand last. */
export async function readOf(db: Db, accountId: string) {
	return {
		imports: await db
			.selectFrom('observationImport')
			.select(['regionCode', 'fileName', 'format', 'state', 'rowCount', 'createdAt', 'appliedAt'])
			.where('accountId', '=', accountId)
			.orderBy('createdAt')
			.execute(),
		monthlyRowsEntered: await db
			.selectFrom('observationEntry')
			.select((eb) => [
				eb.fn.countAll<number>().as('count'),
				eb.fn.max<string | null>('updatedAt').as('last')
			])
			.where('enteredBy', '=', accountId)
			.execute()
	};
}

/** Takes the name off the list of imports. */
export async function eraseOf(db: Db, accountId: string): Promise<void> {
	await db
		.updateTable('observationImport')
		.set({ accountName: '–' })
		.where('accountId', '=', accountId)
		.execute();
}

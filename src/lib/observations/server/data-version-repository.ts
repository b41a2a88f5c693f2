import type { Db } from '#lib/database/connection.ts';

export async function find(db: Db, name: string): Promise<number | undefined> {
	const row = await db
		.selectFrom('dataVersion')
		.select('version')
		.where('name', '=', name)
		.executeTakeFirst();
	return row?.version;
}

/** All versions by name, in the order of their names. */
export async function list(db: Db): Promise<{ name: string; version: number }[]> {
	return db.selectFrom('dataVersion').select(['name', 'version']).orderBy('name').execute();
}

/** Adds one. The row stays locked for other writers until the transaction ends. */
export async function increase(db: Db, name: string, changedAt: string): Promise<void> {
	await db
		.insertInto('dataVersion')
		.values({ name, version: 1, changedAt })
		.onConflict((conflict) =>
			conflict.column('name').doUpdateSet((eb) => ({
				version: eb('dataVersion.version', '+', 1),
				changedAt
			}))
		)
		.execute();
}

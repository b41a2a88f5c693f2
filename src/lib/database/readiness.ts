import type { Db } from './connection.ts';
import { listMigrations } from './migrator.ts';

/** Whether the database answers and every migration of this version has run. */
export async function isDatabaseReady(db: Db): Promise<boolean> {
	try {
		const migrations = await listMigrations(db);
		return migrations.every(({ executedAt }) => executedAt !== null);
	} catch {
		return false; // whatever the reason, it cannot serve
	}
}

import type { Config } from '#lib/core/config.ts';
import { createLink } from '#lib/accounts/server/links.ts';
import { hasNoAccounts, isFirstAdminAwaited } from '#lib/accounts/server/administration.ts';
import { refreshMissingSignals } from '#lib/benchmarks/server/refresh-signals.ts';
import { seedDemonstration } from '#db/demo/seed.ts';
import { loadReferenceData } from '#db/reference/load.ts';
import { refreshStaleSearch } from '#lib/innovations/server/index-innovation.ts';
import { openDatabaseConnection, type Db } from './connection.ts';
import { migrateToLatest } from './migrator.ts';

/**
 * Makes the database ready to serve: migrations, reference data, then either the demonstration
 * (when the database is new and `DEMO` is not 0) or a link that makes the first administrator.
 * @param say receives one line for each thing done.
 */
export async function prepareDatabase(config: Config, say: (line: string) => void): Promise<void> {
	const db = openDatabaseConnection(config.databaseUrl, say);
	try {
		await migrate(db, say);
		await loadReferenceData(db);
		const indexed = await refreshStaleSearch({ db });
		if (indexed > 0) say(`Brought the search index up to date: ${String(indexed)} write-ups`);

		const ctx = { db, now: () => new Date() };
		await refreshMissingSignals(ctx);
		if (!(await hasNoAccounts(ctx))) return;
		// A start that was killed while it seeded left nobody behind, and no link: the next one seeds.
		if (config.isDemo && !(await isFirstAdminAwaited(ctx))) {
			say('Filling the demonstration with sample data (DEMO=0 starts empty) …');
			await seedDemonstration(db, ctx.now());
			return;
		}
		const token = await createLink(ctx, 'first_admin', null);
		say(`Create the first administrator within 7 days: ${config.origin.origin}/setup/${token}`);
	} finally {
		await db.destroy();
	}
}

async function migrate(db: Db, say: (line: string) => void): Promise<void> {
	const ran = await migrateToLatest(db);
	if (ran.length > 0) say(`Migrated the database: ${ran.join(', ')}`);
}

import { loadCitedContent } from '#db/reference/load-cited.ts';
import { refreshMissingSignals } from '#lib/benchmarks/server/refresh-signals.ts';
import { loadPart } from '#db/reference/load.ts';
import type { Db } from '#lib/database/connection.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { bumpDataVersion } from '#lib/observations/server/data-version.ts';
import { seedAdoption } from './adoption.ts';
import { type DemonstrationOptions, loadScope } from './scope.ts';
import { seedCoverage } from './seed-coverage.ts';
import { seedEntered } from './seed-entered.ts';
import { seedAccounts, seedVisits } from './seed-people.ts';
import { seedTurnaround } from './seed-turnaround.ts';

/**
 * Fills a database that holds the reference data with the demonstration: the founding example as
 * the press reports it, and sample accounts, hosts, visits and series, all marked as samples. In
 * one transaction, and only once: a second call changes nothing.
 */
export async function seedDemonstration(
	db: Db,
	now: Date,
	options: DemonstrationOptions = {}
): Promise<void> {
	await inTransaction({ db }, async (ctx) => {
		await loadPart(ctx.db, 'demonstration', 'seeded', async (trx) => {
			await loadCitedContent(trx, now);
			await seedAccounts(trx, now);
			await seedVisits(trx, now);
			await seedAdoption(trx, now);
			const scope = await loadScope(trx, now, options);
			await seedTurnaround(scope);
			await seedEntered(scope);
			await seedCoverage(scope);
			await refreshMissingSignals({ db: trx, now: () => now });
			await bumpDataVersion({ db: trx, now: () => now });
		});
	});
}

import { PostgresAdapter } from 'kysely';
import { Migrator, NO_MIGRATIONS, type Migration, type MigrationResult } from 'kysely/migration';
import { postgresTypes, sqliteTypes, type MigrationDb } from '#db/migrations/column-types.ts';
import { migrations } from '#db/migrations/index.ts';
import type { Db } from './connection.ts';

/** Brings the database up to date and returns the names of the migrations it ran. */
export async function migrateToLatest(db: Db): Promise<string[]> {
	return namesOf(await migratorFor(db).migrateToLatest());
}

/** Undoes the newest migration, or all of them, and returns the names it undid. */
export async function migrateDown(db: Db, all = false): Promise<string[]> {
	const migrator = migratorFor(db);
	return namesOf(await (all ? migrator.migrateTo(NO_MIGRATIONS) : migrator.migrateDown()));
}

/** Every migration in order, with the instant it ran or null. */
export async function listMigrations(
	db: Db
): Promise<{ name: string; executedAt: string | null }[]> {
	const infos = await migratorFor(db).getMigrations();
	return infos.map(({ name, executedAt }) => ({
		name,
		executedAt: executedAt?.toISOString() ?? null
	}));
}

function migratorFor(db: Db): Migrator {
	const plain = db.withoutPlugins() as unknown as MigrationDb; // migrations name columns as the database does
	const types =
		plain.getExecutor().adapter instanceof PostgresAdapter ? postgresTypes : sqliteTypes;

	const bound = Object.entries(migrations).map(([name, { up, down }]): [string, Migration] => [
		name,
		{ up: (trx) => up(trx, types), down: (trx) => down(trx, types) }
	]);

	return new Migrator({
		db: plain,
		provider: { getMigrations: () => Promise.resolve(Object.fromEntries(bound)) }
	});
}

function namesOf({
	error,
	results = []
}: {
	error?: unknown;
	results?: MigrationResult[];
}): string[] {
	if (error instanceof Error) throw error;
	if (error !== undefined) throw new Error('The migration failed', { cause: error });
	return results.map((result) => result.migrationName);
}

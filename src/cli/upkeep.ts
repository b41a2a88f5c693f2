import { checkFiles } from '#lib/attachments/server/stored-files.ts';
import type { Db } from '#lib/database/connection.ts';
import { sqliteProblems } from '#lib/database/maintenance.ts';
import { listMigrations, migrateDown, migrateToLatest } from '#lib/database/migrator.ts';

interface UpkeepContext {
	readonly db: Db;
	readonly databaseUrl: string;
}

export async function migrateUp({ db }: UpkeepContext): Promise<string> {
	const ran = await migrateToLatest(db);
	return ran.length > 0 ? `Ran ${ran.join(', ')}.` : 'The database is up to date.';
}

export async function undoMigration({ db }: UpkeepContext): Promise<string> {
	const undone = await migrateDown(db);
	return undone.length > 0 ? `Undid ${undone.join(', ')}.` : 'There is nothing to undo.';
}

export async function migrateStatus({ db }: UpkeepContext): Promise<string> {
	const migrations = await listMigrations(db);
	return migrations.map(({ name, executedAt }) => `${name}  ${executedAt ?? 'waiting'}`).join('\n');
}

export async function check({ db, databaseUrl }: UpkeepContext): Promise<string> {
	const waiting = (await listMigrations(db)).filter(({ executedAt }) => executedAt === null);
	const files = waiting.length === 0 ? await checkFiles({ db }) : { problems: [], sound: 0 };
	const problems = [
		...waiting.map(({ name }) => `migration ${name} is waiting: run migrate up`),
		...(databaseUrl.startsWith('file:') ? sqliteProblems(databaseUrl.slice('file:'.length)) : []),
		...files.problems
	];
	if (problems.length > 0) throw new Error(problems.join('\n'));
	return `Migrations are up to date and the stored data is sound, with ${String(files.sound)} uploaded files.`;
}

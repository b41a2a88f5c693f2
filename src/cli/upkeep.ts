import type { Db } from '#lib/database/connection.ts';
import { backupSqlite, sqliteProblems } from '#lib/database/maintenance.ts';
import { listMigrations, migrateDown, migrateToLatest } from '#lib/database/migrator.ts';
import { requiredWord, type CommandLine } from './options.ts';
import { UsageError } from './usage-error.ts';

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

export async function backup({ databaseUrl }: UpkeepContext, line: CommandLine): Promise<string> {
	const target = requiredWord(line, 1, 'file to write the backup to');
	if (!databaseUrl.startsWith('file:')) {
		throw new UsageError('This database is PostgreSQL. Use pg_dump for its backup.');
	}
	await backupSqlite(databaseUrl.slice('file:'.length), target);
	return `The backup is in ${target}, checked and sound.`;
}

export async function check({ db, databaseUrl }: UpkeepContext): Promise<string> {
	const waiting = (await listMigrations(db)).filter(({ executedAt }) => executedAt === null);
	const problems = [
		...waiting.map(({ name }) => `migration ${name} is waiting: run migrate up`),
		...(databaseUrl.startsWith('file:') ? sqliteProblems(databaseUrl.slice('file:'.length)) : [])
	];
	if (problems.length > 0) throw new Error(problems.join('\n'));
	return 'Migrations are up to date and the stored data is sound.';
}

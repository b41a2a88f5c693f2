import { restoreSqlite } from '#lib/database/restore.ts';
import { requiredWord, type CommandLine } from './options.ts';
import { UsageError } from './usage-error.ts';

/** Puts a backup in the place of the database; returns what to print. */
export function restore(databaseUrl: string, now: Date, line: CommandLine): string {
	const backup = requiredWord(line, 1, 'backup to restore');
	if (!databaseUrl.startsWith('file:')) {
		throw new UsageError('This database is PostgreSQL. Use pg_restore on its dump.');
	}
	const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
	const kept = restoreSqlite(backup, databaseUrl.slice('file:'.length), stamp);
	return [
		`Restored ${backup}.`,
		kept === null ? 'There was no database before.' : `What was there before is in ${kept}.`
	].join(' ');
}

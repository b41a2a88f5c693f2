import {
	copyFileSync,
	existsSync,
	fsyncSync,
	openSync,
	closeSync,
	renameSync,
	rmSync
} from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { migrations } from '#db/migrations/index.ts';
import { sqliteProblems } from './maintenance.ts';

/**
 * Puts a backup in the place of a SQLite database and keeps what stood there beside it. Refuses a
 * file that is no sound Studi Tiru database or newer than this program, and a database that
 * another process has open. Returns the file that holds what was replaced, or null.
 * @param stamp distinguishes the kept file from earlier ones, such as `20261124T030000Z`.
 */
export function restoreSqlite(backup: string, file: string, stamp: string): string | null {
	requireRestorable(backup);
	const kept = existsSync(file) ? `${file}.before-${stamp}` : null;
	if (kept !== null) requireUnused(file);

	// Copied beside its place first: a full disk must not cost what is there.
	const copy = `${file}.restoring`;
	copyFileSync(backup, copy);
	flush(copy);
	if (kept !== null) renameSync(file, kept);
	for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true });
	renameSync(copy, file);
	flush(dirname(file));
	return kept;
}

/** Refuses a file that is no sound Studi Tiru database, and one newer than this program. */
export function requireRestorable(backup: string): void {
	if (!existsSync(backup)) throw new Error(`There is no file ${backup}.`);
	let problems: string[];
	let ran: string[];
	try {
		problems = sqliteProblems(backup);
		ran = migrationsOf(backup);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`${backup} is not a backup of Studi Tiru: ${reason}.`, { cause: error });
	}
	if (problems.length > 0) throw new Error(`${backup} is damaged: ${problems.join('; ')}`);
	const unknown = ran.filter((name) => !Object.hasOwn(migrations, name));
	if (unknown.length > 0) {
		throw new Error(
			`${backup} comes from a newer version (${unknown.join(', ')}): upgrade the program first.`
		);
	}
}

function migrationsOf(file: string): string[] {
	const database = new Sqlite(file, { readonly: true, fileMustExist: true });
	try {
		const rows = database.prepare('select name from kysely_migration').all() as { name: string }[];
		return rows.map(({ name }) => name);
	} finally {
		database.close();
	}
}

/** Only a database that nobody else has open can leave the write-ahead log; that also empties it. */
export function requireUnused(file: string): void {
	const database = new Sqlite(file, { fileMustExist: true, timeout: 500 });
	try {
		database.pragma('journal_mode = DELETE');
	} catch (error) {
		throw new Error(`${file} is in use: stop the site before you restore.`, { cause: error });
	} finally {
		database.close();
	}
}

function flush(path: string): void {
	const handle = openSync(path, 'r');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

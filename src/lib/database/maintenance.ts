import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

/** Copies a SQLite file while it is written to; never copy the file itself, it lacks the log. */
export async function backupSqlite(file: string, target: string): Promise<void> {
	if (existsSync(target)) throw new Error(`${target} exists already; name a new file.`);
	const database = new Sqlite(file, { readonly: true, fileMustExist: true });
	try {
		await database.backup(target);
	} finally {
		database.close();
	}
	const problems = sqliteProblems(target);
	if (problems.length > 0) throw new Error(`The copy is not sound: ${problems.join('; ')}`);
}

/** What SQLite finds wrong with a file: damaged pages and rows that point at nothing. */
export function sqliteProblems(file: string): string[] {
	const database = new Sqlite(file, { readonly: true, fileMustExist: true });
	try {
		const pages = database.pragma('integrity_check') as { integrity_check: string }[];
		const orphans = database.pragma('foreign_key_check') as { table: string; parent: string }[];
		return [
			...pages.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
			...orphans.map(({ table, parent }) => `a row of ${table} points at no ${parent}`)
		];
	} finally {
		database.close();
	}
}

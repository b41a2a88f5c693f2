import type { SqliteDatabase } from 'kysely';
import type Sqlite from 'better-sqlite3';

const STATEMENTS = 300;

/**
 * Keeps prepared statements: Kysely would prepare each query anew, which for small ones takes
 * longer than running them and for bulk inserts fills the memory with statements nobody uses.
 * The least recently used go first. A statement that a stream is still reading is not handed out.
 */
export function withStatementCache(database: Sqlite.Database): SqliteDatabase {
	const statements = new Map<string, Sqlite.Statement<readonly unknown[]>>();

	function prepare(sql: string): Sqlite.Statement<readonly unknown[]> {
		const kept = statements.get(sql);
		if (kept?.busy) return database.prepare(sql);

		const statement = kept ?? database.prepare<readonly unknown[]>(sql);
		statements.delete(sql);
		statements.set(sql, statement);
		const [oldest] = statements.keys();
		if (statements.size > STATEMENTS && oldest !== undefined) statements.delete(oldest);
		return statement;
	}

	return {
		prepare,
		close: () => {
			statements.clear();
			database.close();
		}
	};
}

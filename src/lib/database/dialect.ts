import { PostgresAdapter } from 'kysely';
import type { Db } from './connection.ts';

/** Whether a connection speaks to PostgreSQL; otherwise to SQLite. For full-text search only. */
export function isPostgres(db: Db): boolean {
	return db.getExecutor().adapter instanceof PostgresAdapter;
}

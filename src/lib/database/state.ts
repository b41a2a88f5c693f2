import { sql } from 'kysely';
import type { Db } from './connection.ts';
import { isPostgres } from './dialect.ts';

/**
 * A text that is another one after every committed change, whoever made it and to whatever table.
 * PostgreSQL: what the statement sees; two equal snapshots see the same. SQLite: commits of other
 * connections and rows changed by this one. It may change without a cause, never the reverse.
 */
export async function readDatabaseState(db: Db): Promise<string> {
	const query = isPostgres(db)
		? sql<{ state: string }>`select pg_current_snapshot()::text as state`
		: sql<{
				state: string;
			}>`select data_version || ' ' || total_changes() as state from pragma_data_version`;
	const { rows } = await query.execute(db);
	const [row] = rows;
	if (!row) throw new Error('The database does not tell its state.');
	return row.state;
}

import {
	CamelCasePlugin,
	HandleEmptyInListsPlugin,
	Kysely,
	replaceWithNoncontingentExpression,
	type Dialect,
	type LogEvent
} from 'kysely';
import { postgresDialect } from './postgres.ts';
import { sqliteDialect } from './sqlite.ts';
import type { Database } from './tables.ts';

/** A connection or a transaction: repositories take either. */
export type Db = Kysely<Database>;

const SLOW_QUERY_MS = 200;

/**
 * Opens `file:data/studi-tiru.db`, `file::memory:` or `postgres://…`. The caller destroys it.
 * @param report receives one line for a slow query, without its parameters, and for a connection that the server ended.
 */
export function openDatabaseConnection(
	url: string,
	report: (line: string) => void = console.warn
): Db {
	const dialect = url.startsWith('file:')
		? sqliteDialect(url.slice('file:'.length))
		: postgresDialect(url, report);
	return kyselyFor(dialect, report);
}

function kyselyFor(dialect: Dialect, report: (line: string) => void): Db {
	return new Kysely<Database>({
		dialect,
		plugins: [
			new CamelCasePlugin(),
			new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })
		],
		log: (event) => {
			logQuery(event, report);
		}
	});
}

/** Parameters stay out of the log: they hold personal data. */
function logQuery(event: LogEvent, report: (line: string) => void): void {
	const ms = Math.round(event.queryDurationMillis);
	// A failed query is not reported here: its error reaches the caller, who may expect it.
	if (event.level === 'query' && ms > SLOW_QUERY_MS) {
		report(`slow query (${String(ms)} ms) ${event.query.sql.slice(0, 500)}`);
	}
}

import { PostgresDialect, type Dialect } from 'kysely';
import pg from 'pg';

const POOL_SIZE = 10;
const STATEMENT_TIMEOUT_MS = 30_000;

/** Connects to `postgres://…`. Values arrive in the types that SQLite gives. */
export function postgresDialect(connectionString: string): Dialect {
	return new PostgresDialect({
		pool: new pg.Pool({
			connectionString,
			max: POOL_SIZE,
			statement_timeout: STATEMENT_TIMEOUT_MS,
			types: { getTypeParser: typeParser as typeof pg.types.getTypeParser }
		})
	});
}

/** count(*) and other int8 and numeric values arrive as strings by default. */
function typeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
	if (oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC) return Number;
	return format === 'binary'
		? (pg.types.getTypeParser(oid, 'binary') as (value: string) => unknown)
		: (pg.types.getTypeParser(oid, 'text') as (value: string) => unknown);
}

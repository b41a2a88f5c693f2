import { PostgresDialect, type Dialect } from 'kysely';
import pg from 'pg';

const POOL_SIZE = 10;
const STATEMENT_TIMEOUT_MS = 30_000;

/**
 * Connects to `postgres://…`. Values arrive in the types that SQLite gives.
 * @param report receives one line when the server ends a connection that nobody was using, as at
 * its restart. The pool opens another; unheard, the driver's error would end the process.
 */
export function postgresDialect(connectionString: string, report: (line: string) => void): Dialect {
	const pool = new pg.Pool({
		connectionString,
		max: POOL_SIZE,
		statement_timeout: STATEMENT_TIMEOUT_MS,
		types: { getTypeParser: typeParser as typeof pg.types.getTypeParser }
	});
	pool.on('error', ({ message }) => {
		report(`PostgreSQL ended an idle connection: ${message}`);
	});
	return new PostgresDialect({ pool });
}

const NUMBERS: readonly number[] = [pg.types.builtins.INT8, pg.types.builtins.NUMERIC];

/** count(*) and other int8 and numeric values arrive as strings by default. */
function typeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
	if (NUMBERS.includes(oid)) return Number;
	return defaultParser(oid, format);
}

/** The driver's own parser; its types name only the common kinds, and any number may come. */
const defaultParser = pg.types.getTypeParser as unknown as (
	oid: number,
	format?: 'text' | 'binary'
) => (value: string) => unknown;

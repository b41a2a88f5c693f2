import Sqlite from 'better-sqlite3';
import pg from 'pg';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';

/** Inserts entries with one prepared statement in one transaction. @returns milliseconds. */
export function insertRawSqlite(file: string, entries: readonly ObservationEntry[]): number {
	const database = new Sqlite(file);
	database.pragma('synchronous = FULL');
	const { columns, rows } = asArrays(entries);
	const places = columns.map(() => '?').join(', ');
	const statement = database.prepare(
		`insert into observation_entry (${columns.join(', ')}) values (${places})`
	);
	const start = performance.now();
	database.transaction(() => {
		for (const row of rows) statement.run(row);
	})();
	const ms = performance.now() - start;
	database.close();
	return ms;
}

const ROWS_PER_STATEMENT = 100;

/** The same on PostgreSQL, a hundred rows to the statement: one row each would time the network. */
export async function insertRawPostgres(
	url: string,
	entries: readonly ObservationEntry[]
): Promise<number> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	const { columns, rows } = asArrays(entries);
	const places = Array.from({ length: ROWS_PER_STATEMENT }, (_, row) => {
		const numbers = columns.map((_, i) => `$${String(row * columns.length + i + 1)}`);
		return `(${numbers.join(', ')})`;
	});
	const text = `insert into observation_entry (${columns.join(', ')}) values ${places.join(', ')}`;
	const start = performance.now();
	await client.query('begin');
	for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
		const values = rows.slice(from, from + ROWS_PER_STATEMENT).flat();
		await client.query({ name: 'raw', text, values });
	}
	await client.query('commit');
	const ms = performance.now() - start;
	await client.end();
	return ms;
}

function asArrays(entries: readonly ObservationEntry[]): { columns: string[]; rows: unknown[][] } {
	const names = Object.keys(entries[0] ?? {}) as (keyof ObservationEntry)[];
	return {
		columns: names.map((name) => name.replaceAll(/[A-Z]/g, '_$&').toLowerCase()),
		rows: entries.map((entry) => names.map((name) => entry[name]))
	};
}

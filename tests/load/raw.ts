import Sqlite from 'better-sqlite3';
import pg from 'pg';

/** Runs one prepared statement without anything around it: what the database alone can do. */
export interface Raw {
	readonly all: (name: string, sql: string, values: readonly number[]) => Promise<unknown[]>;
	readonly close: () => Promise<void>;
}

/** @param url as in `DATABASE_URL`; `?` stands for a value in the statements */
export function openRaw(url: string): Raw {
	return url.startsWith('file:') ? openSqlite(url.slice('file:'.length)) : openPostgres(url);
}

function openSqlite(file: string): Raw {
	const database = new Sqlite(file, { readonly: true });
	const statements = new Map<string, Sqlite.Statement>();
	return {
		all: (name, sql, values) => {
			const statement = statements.get(name) ?? database.prepare(sql);
			statements.set(name, statement);
			return Promise.resolve(statement.all(...values));
		},
		close: () => {
			database.close();
			return Promise.resolve();
		}
	};
}

function openPostgres(url: string): Raw {
	const pool = new pg.Pool({ connectionString: url, max: 1 });
	return {
		all: async (_name, sql, values) => {
			let n = 0;
			const text = sql.replaceAll('?', () => `$${String(++n)}`);
			return (await pool.query<Record<string, unknown>>(text, [...values])).rows;
		},
		close: () => pool.end()
	};
}

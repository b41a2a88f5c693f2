import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabaseConnection } from '#lib/database/connection.ts';
import { openDatabaseAt } from '#tests/support/databases.ts';

test('a PostgreSQL server that ends an idle connection is reported, and the next query gets another', async () => {
	const { db: other, url } = await openDatabaseAt('PostgreSQL');
	const lines: string[] = [];
	const db = openDatabaseConnection(url, (line) => lines.push(line));
	try {
		const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
		await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(other);
		await expect.poll(() => lines.join()).toContain('PostgreSQL ended an idle connection');

		const again = await sql<{ one: number }>`select 1 as one`.execute(db);
		expect(again.rows).toEqual([{ one: 1 }]);
	} finally {
		await db.destroy();
	}
});

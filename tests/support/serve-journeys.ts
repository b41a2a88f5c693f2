/**
 * Serves the site for the journeys of one project. `DEMO_COPY_OF` names another server's database
 * file that the demonstration was seeded into before: copying it is quicker than seeding again.
 */
import { existsSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';

const { DEMO_COPY_OF: source, DATABASE_URL: url } = process.env;

if (source && url && existsSync(source)) {
	const seeded = new BetterSqlite3(source, { readonly: true });
	await seeded.backup(url.replace(/^file:/, ''));
	seeded.close();
}
await import('../../src/server.ts');

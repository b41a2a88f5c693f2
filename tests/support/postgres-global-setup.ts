import type { TestProject } from 'vitest/node';
import pg from 'pg';
import { openDatabaseConnection } from '#lib/database/connection.ts';
import { migrateToLatest } from '#lib/database/migrator.ts';
import { startPostgres } from './postgres-server.ts';

/** Every test's database is a copy of this one, so that migrations run once. */
export const TEMPLATE = 'studi_tiru_template';

/** Starts one PostgreSQL server for all integration tests and migrates the template in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const server = await startPostgres();
	const admin = new pg.Client({ connectionString: server.url });
	await admin.connect();
	await admin.query(`drop database if exists ${TEMPLATE}`);
	await admin.query(`create database ${TEMPLATE}`);
	await admin.end();

	const url = new URL(server.url);
	url.pathname = `/${TEMPLATE}`;
	const template = openDatabaseConnection(url.href);
	await migrateToLatest(template);
	await template.destroy();

	project.provide('postgresUrl', server.url);
	return server.stop;
}

declare module 'vitest' {
	interface ProvidedContext {
		postgresUrl: string;
	}
}

import { sql } from 'kysely';
import type { MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb): Promise<void> {
	await db.schema
		.alterTable('search_document')
		.addColumn('validation', 'text', (col) => col.notNull().defaultTo('self_declared'))
		.execute();
	await db
		.updateTable('search_document')
		.set({
			validation: sql<string>`coalesce((
				select validation from innovation
				where innovation.id = search_document.innovation_id), 'self_declared')`
		})
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	await db.schema.alterTable('search_document').dropColumn('validation').execute();
}

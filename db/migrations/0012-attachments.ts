import { sql } from 'kysely';
import type { ColumnTypes, MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	await db.schema
		.createTable('attachment')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('owner_kind', 'text', (col) =>
			col.notNull().check(sql`owner_kind in ('innovation', 'visit', 'observation')`)
		)
		.addColumn('owner_id', 'text', (col) => col.notNull())
		.addColumn('region_code', 'text', (col) => col.notNull().references('region.code'))
		.addColumn('purpose', 'text', (col) => col.notNull())
		.addColumn('visibility', 'text', (col) =>
			col.notNull().check(sql`visibility in ('public', 'governments', 'parties')`)
		)
		.addColumn('file_name', 'text', (col) => col.notNull())
		.addColumn('media_type', 'text', (col) => col.notNull())
		.addColumn('bytes', 'integer', (col) => col.notNull())
		.addColumn('sha256', 'text', (col) => col.notNull())
		.addColumn('width', 'integer')
		.addColumn('height', 'integer')
		.addColumn('alt_id', 'text', (col) => col.notNull().defaultTo(''))
		.addColumn('alt_en', 'text')
		.addColumn('text_extract', 'text', (col) => col.notNull().defaultTo(''))
		.addColumn('uploaded_by', 'text', (col) => col.notNull())
		.addColumn('created_at', 'text', (col) => col.notNull())
		.$call(types.strict)
		.execute();
	await db.schema
		.createIndex('attachment_owner_idx')
		.on('attachment')
		.columns(['owner_kind', 'owner_id'])
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	await db.schema.dropTable('attachment').execute();
}

import { sql } from 'kysely';
import type { ColumnTypes, MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	await db.schema
		.createTable('province')
		.addColumn('code', 'text', (col) => col.primaryKey())
		.addColumn('name', 'text', (col) => col.notNull())
		.addColumn('island_group', 'text', (col) => col.notNull())
		.addColumn('timezone', 'text', (col) => col.notNull())
		.$call(types.strict)
		.execute();

	await db.schema
		.createTable('region')
		.addColumn('code', 'text', (col) => col.primaryKey())
		.addColumn('key', 'integer', (col) => col.notNull().unique())
		.addColumn('name', 'text', (col) => col.notNull())
		.addColumn('short_name', 'text', (col) => col.notNull())
		.addColumn('search_name', 'text', (col) => col.notNull())
		.addColumn('kind', 'text', (col) => col.notNull().check(sql`kind in ('regency', 'city')`))
		.addColumn('autonomy', 'text', (col) =>
			col.notNull().check(sql`autonomy in ('autonomous', 'administrative')`)
		)
		.addColumn('province_code', 'text', (col) => col.notNull().references('province.code'))
		.addColumn('timezone', 'text', (col) => col.notNull())
		.$call(types.strict)
		.execute();
	await db.schema.createIndex('region_province_idx').on('region').column('province_code').execute();

	await db.schema
		.createTable('district')
		.addColumn('code', 'text', (col) => col.primaryKey())
		.addColumn('region_code', 'text', (col) => col.notNull().references('region.code'))
		.addColumn('name', 'text', (col) => col.notNull())
		.addColumn('valid_from', 'text')
		.addColumn('valid_to', 'text')
		.$call(types.strict)
		.execute();
	await db.schema.createIndex('district_region_idx').on('district').column('region_code').execute();

	await db.schema
		.createTable('region_relation')
		.addColumn('child_code', 'text', (col) => col.notNull().references('region.code'))
		.addColumn('parent_code', 'text', (col) => col.notNull().references('region.code'))
		.addColumn('kind', 'text', (col) =>
			col.notNull().check(sql`kind in ('split', 'merge', 'status_change', 'rename')`)
		)
		.addColumn('law', 'text', (col) => col.notNull())
		.addColumn('effective_on', 'text')
		.addColumn('note', 'text', (col) => col.notNull().defaultTo(''))
		.addColumn('source', 'text', (col) => col.notNull())
		.addColumn('confidence', 'text', (col) =>
			col.notNull().check(sql`confidence in ('verified', 'recalled')`)
		)
		.addPrimaryKeyConstraint('region_relation_pkey', ['child_code', 'parent_code'])
		.addCheckConstraint('region_relation_not_self', sql`child_code <> parent_code`)
		.$call(types.strict)
		.execute();
	await db.schema
		.createIndex('region_relation_parent_idx')
		.on('region_relation')
		.column('parent_code')
		.execute();

	await db.schema
		.createTable('reference_load')
		.addColumn('name', 'text', (col) => col.primaryKey())
		.addColumn('content_hash', 'text', (col) => col.notNull())
		.addColumn('loaded_at', 'text', (col) => col.notNull())
		.$call(types.strict)
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	for (const table of ['reference_load', 'region_relation', 'district', 'region', 'province']) {
		await db.schema.dropTable(table).execute();
	}
}

import { sql } from 'kysely';
import type { ColumnTypes, MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	// On which day of the next month a region's figures are due, from a month on; only ever added to.
	await db.schema
		.createTable('reporting_deadline')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('region_code', 'text', (col) => col.notNull().references('region.code'))
		.addColumn('from_month', 'integer', (col) => col.notNull())
		.addColumn('due_day', 'integer', (col) => col.notNull().check(sql`due_day between 1 and 28`))
		.addColumn('reason', 'text', (col) => col.notNull())
		.addColumn('set_by', 'text', (col) => col.notNull())
		.addColumn('set_by_role', 'text', (col) => col.notNull())
		.addColumn('set_at', 'text', (col) => col.notNull())
		.$call(types.strict)
		.execute();
	await db.schema
		.createIndex('reporting_deadline_region_idx')
		.on('reporting_deadline')
		.columns(['region_code', 'from_month'])
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	await db.schema.dropTable('reporting_deadline').execute();
}

import { sql } from 'kysely';
import type { ColumnTypes, MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	// From which month on a control chart is judged by limits of its own; never deleted, only ended.
	await db.schema
		.createTable('baseline_restart')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('kpi_key', 'integer', (col) => col.notNull().references('kpi.key'))
		.addColumn('region_key', 'integer', (col) => col.notNull().references('region.key'))
		.addColumn('month', 'integer', (col) => col.notNull())
		.addColumn('reason', 'text', (col) => col.notNull())
		.addColumn('set_by', 'text', (col) => col.notNull())
		.addColumn('set_by_role', 'text', (col) => col.notNull())
		.addColumn('set_at', 'text', (col) => col.notNull())
		.addColumn('ended_by_role', 'text')
		.addColumn('ended_at', 'text')
		.$call(types.strict)
		.execute();
	// One that holds for each month of a series.
	await db.schema
		.createIndex('baseline_restart_series_idx')
		.unique()
		.on('baseline_restart')
		.columns(['kpi_key', 'region_key', 'month'])
		.where(sql<boolean>`ended_at is null`)
		.execute();
	await db.schema
		.createIndex('baseline_restart_region_idx')
		.on('baseline_restart')
		.columns(['region_key', 'set_at'])
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	await db.schema.dropTable('baseline_restart').execute();
}

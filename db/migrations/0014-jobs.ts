import type { ColumnTypes, MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	// One row a job: who runs it now, when it is due again, and how the last run ended.
	await db.schema
		.createTable('job_run')
		.addColumn('name', 'text', (col) => col.primaryKey())
		.addColumn('next_at', 'text', (col) => col.notNull())
		.addColumn('leased_by', 'text')
		.addColumn('leased_until', 'text')
		.addColumn('finished_at', 'text')
		.addColumn('last_error', 'text')
		.$call(types.strict)
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	await db.schema.dropTable('job_run').execute();
}

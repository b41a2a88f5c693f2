import type { MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb): Promise<void> {
	await db.schema
		.alterTable('innovation')
		.addColumn('facts', 'text', (col) => col.notNull().defaultTo('{}'))
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	await db.schema.alterTable('innovation').dropColumn('facts').execute();
}

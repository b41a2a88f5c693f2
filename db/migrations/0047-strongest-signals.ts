import type { MigrationDb } from './column-types.ts';

/** The strongest signals of a month are read in their order, without sorting those of all series. */
export async function up(db: MigrationDb): Promise<void> {
	await db.schema
		.createIndex('signal_strength_idx')
		.on('signal')
		.columns(['month', 'strength'])
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	await db.schema.dropIndex('signal_strength_idx').execute();
}

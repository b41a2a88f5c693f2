import type { MigrationDb, ColumnTypes } from './column-types.ts';

/**
 * Series of three years are judged without their season, and the season of the newest month is kept
 * beside its value. The next start judges every series anew, as after a bulk load.
 */
export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	await db.deleteFrom('signal').execute();
	await db.schema.alterTable('signal').addColumn('season', types.number).execute();
}

export async function down(db: MigrationDb): Promise<void> {
	await db.deleteFrom('signal').execute();
	await db.schema.alterTable('signal').dropColumn('season').execute();
}

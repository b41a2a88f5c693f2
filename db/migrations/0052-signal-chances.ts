import type { MigrationDb } from './column-types.ts';

/**
 * The chances kept with the signals took limits from twelve points for exact. The next start judges
 * every series anew, as after a bulk load.
 */
export async function up(db: MigrationDb): Promise<void> {
	await db.deleteFrom('signal').execute();
}

export const down = up;

import type { MigrationDb } from './column-types.ts';

const COLUMNS = ['written_at', 'verified_at', 'verified_by_role'] as const;

/** Since when a row of the register had said so, and who had confirmed it: what was known on a day. */
export async function up(db: MigrationDb): Promise<void> {
	for (const column of COLUMNS) {
		await db.schema.alterTable('district_coverage_revision').addColumn(column, 'text').execute();
	}
}

export async function down(db: MigrationDb): Promise<void> {
	for (const column of COLUMNS) {
		await db.schema.alterTable('district_coverage_revision').dropColumn(column).execute();
	}
}

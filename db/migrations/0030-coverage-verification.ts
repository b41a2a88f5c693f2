import { sql } from 'kysely';
import type { MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb): Promise<void> {
	// When a claimed row was verified, and in which role; rows written by officers begin verified.
	await db.schema.alterTable('district_coverage').addColumn('verified_at', 'text').execute();
	await db.schema.alterTable('district_coverage').addColumn('verified_by_role', 'text').execute();
	await db
		.updateTable('district_coverage')
		.set({ verified_at: sql`updated_at` })
		.where('verification', '=', 'verified')
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	for (const column of ['verified_by_role', 'verified_at']) {
		await db.schema.alterTable('district_coverage').dropColumn(column).execute();
	}
}

import { sql } from 'kysely';
import type { MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb): Promise<void> {
	// The agency may say that a KPI does not apply to it instead of giving figures.
	await db.schema
		.alterTable('observation_entry')
		.addColumn('missing_reason', 'text', (col) => col.check(sql`missing_reason = 'not_applicable'`))
		.execute();
	// All requests still open at the end of the month, for the balance with the next one. Optional.
	await db.schema
		.alterTable('observation_entry')
		.addColumn('pending', 'integer', (col) => col.check(sql`pending >= 0`))
		.execute();
	// When the month was first handed in, whatever was corrected later: whether it was in time.
	await db.schema.alterTable('observation_entry').addColumn('first_submitted_at', 'text').execute();
	await db
		.updateTable('observation_entry')
		.set({ first_submitted_at: sql`submitted_at` })
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	for (const column of ['first_submitted_at', 'pending', 'missing_reason']) {
		await db.schema.alterTable('observation_entry').dropColumn(column).execute();
	}
}

import { sql } from 'kysely';
import type { ColumnTypes, MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	await db.schema
		.alterTable('district_coverage')
		.addColumn('verification', 'text', (col) =>
			col
				.notNull()
				.defaultTo('claimed')
				.check(sql`verification in ('claimed', 'verified')`)
		)
		.execute();

	// What a row of the register said before it was changed or taken out.
	await db.schema
		.createTable('district_coverage_revision')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('district_code', 'text', (col) => col.notNull().references('district.code'))
		.addColumn('service_code', 'text', (col) => col.notNull().references('service.code'))
		.addColumn('valid_from', 'text', (col) => col.notNull())
		.addColumn('valid_to', 'text')
		.addColumn('mode', 'text', (col) => col.notNull())
		.addColumn('date_precision', 'text', (col) => col.notNull())
		.addColumn('source', 'text', (col) => col.notNull())
		.addColumn('verification', 'text', (col) => col.notNull())
		.addColumn('is_sample', 'integer', (col) => col.notNull())
		.addColumn('superseded_at', 'text', (col) => col.notNull())
		.addColumn('changed_by_role', 'text', (col) => col.notNull())
		.$call(types.strict)
		.execute();
	await db.schema
		.createIndex('district_coverage_revision_cell_idx')
		.on('district_coverage_revision')
		.columns(['district_code', 'service_code'])
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	await db.schema.dropTable('district_coverage_revision').execute();
	await db.schema.alterTable('district_coverage').dropColumn('verification').execute();
}

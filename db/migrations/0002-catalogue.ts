import { sql } from 'kysely';
import type { ColumnTypes, MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	await db.schema
		.createTable('service')
		.addColumn('code', 'text', (col) => col.primaryKey())
		.addColumn('group_code', 'text', (col) => col.notNull())
		.addColumn('name_id', 'text', (col) => col.notNull())
		.addColumn('name_en', 'text', (col) => col.notNull())
		.addColumn('position', 'integer', (col) => col.notNull())
		.$call(types.strict)
		.execute();

	await db.schema
		.createTable('kpi')
		.addColumn('code', 'text', (col) => col.primaryKey())
		.addColumn('key', 'integer', (col) => col.notNull().unique())
		.addColumn('group_code', 'text', (col) => col.notNull())
		.addColumn('service_code', 'text', (col) => col.references('service.code'))
		.addColumn('family', 'text', (col) => col.notNull())
		.addColumn('name_id', 'text', (col) => col.notNull())
		.addColumn('name_en', 'text', (col) => col.notNull())
		.addColumn('unit', 'text', (col) => col.notNull())
		.addColumn('kind', 'text', (col) =>
			col.notNull().check(sql`kind in ('proportion', 'mean', 'distribution', 'count', 'index')`)
		)
		.addColumn('direction', 'text', (col) =>
			col.notNull().check(sql`direction in ('higher', 'lower', 'neutral')`)
		)
		.addColumn('derivation', 'text', (col) =>
			col
				.notNull()
				.check(sql`derivation in ('entered', 'turnaround', 'turnaround_total', 'coverage')`)
		)
		.addColumn('decimals', 'integer', (col) => col.notNull().check(sql`decimals between 0 and 4`))
		.addColumn('hard_min', types.number, (col) => col.notNull())
		.addColumn('hard_max', types.number, (col) => col.notNull())
		.addColumn('warn_min', types.number)
		.addColumn('warn_max', types.number)
		.addColumn('position', 'integer', (col) => col.notNull())
		.addCheckConstraint('kpi_range', sql`hard_min <= hard_max`)
		.$call(types.strict)
		.execute();

	await db.schema
		.createTable('kpi_version')
		.addColumn('kpi_code', 'text', (col) => col.notNull().references('kpi.code'))
		.addColumn('version', 'integer', (col) => col.notNull().check(sql`version >= 1`))
		.addColumn('valid_from', 'text', (col) => col.notNull())
		.addColumn('definition_id', 'text', (col) => col.notNull())
		.addColumn('definition_en', 'text', (col) => col.notNull())
		.addColumn('numerator_id', 'text', (col) => col.notNull())
		.addColumn('numerator_en', 'text', (col) => col.notNull())
		.addColumn('denominator_id', 'text', (col) => col.notNull())
		.addColumn('denominator_en', 'text', (col) => col.notNull())
		.addColumn('method_id', 'text', (col) => col.notNull())
		.addColumn('method_en', 'text', (col) => col.notNull())
		.addColumn('standard_value', types.number)
		.addColumn('standard_id', 'text', (col) => col.notNull().defaultTo(''))
		.addColumn('standard_en', 'text', (col) => col.notNull().defaultTo(''))
		.addColumn('standard_source', 'text', (col) => col.notNull().defaultTo(''))
		.addColumn('standard_source_status', 'text', (col) =>
			col
				.notNull()
				.check(sql`standard_source_status in ('none', 'verified', 'secondary', 'recalled')`)
		)
		.addPrimaryKeyConstraint('kpi_version_pkey', ['kpi_code', 'version'])
		.$call(types.strict)
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	for (const table of ['kpi_version', 'kpi', 'service']) {
		await db.schema.dropTable(table).execute();
	}
}

import { sql } from 'kysely';
import type { ColumnTypes, MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	// A file of observations: read, looked at, then applied or not; an applied one may be undone.
	await db.schema
		.createTable('observation_import')
		.addColumn('id', 'text', (col) => col.primaryKey())
		// Whose people see it, and what rows without a region belong to; null from the command line.
		.addColumn('region_code', 'text', (col) => col.references('region.code'))
		.addColumn('agency_id', 'text')
		.addColumn('account_id', 'text')
		.addColumn('account_name', 'text', (col) => col.notNull())
		.addColumn('file_name', 'text', (col) => col.notNull())
		.addColumn('format', 'text', (col) => col.notNull().check(sql`format in ('csv', 'xlsx')`))
		.addColumn('state', 'text', (col) =>
			col.notNull().check(sql`state in ('preview', 'applied', 'undone', 'cancelled')`)
		)
		.addColumn('row_count', 'integer', (col) => col.notNull())
		// JSON: the headers, which field each column holds, remarks, and what a preview found.
		.addColumn('headers', 'text', (col) => col.notNull())
		.addColumn('mapping', 'text', (col) => col.notNull())
		.addColumn('notes', 'text', (col) => col.notNull())
		.addColumn('outcome', 'text')
		.addColumn('accepted', 'integer')
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addColumn('applied_at', 'text')
		.addColumn('undone_at', 'text')
		.$call(types.strict)
		.execute();
	await db.schema
		.createIndex('observation_import_region_idx')
		.on('observation_import')
		.columns(['region_code', 'created_at'])
		.execute();

	// The rows of a file until it is applied, then what they replaced; JSON, a thousand rows each.
	await db.schema
		.createTable('observation_import_part')
		.addColumn('import_id', 'text', (col) => col.notNull().references('observation_import.id'))
		.addColumn('kind', 'text', (col) => col.notNull().check(sql`kind in ('rows', 'replaced')`))
		.addColumn('number', 'integer', (col) => col.notNull())
		.addColumn('content', 'text', (col) => col.notNull())
		.addPrimaryKeyConstraint('observation_import_part_pkey', ['import_id', 'kind', 'number'])
		.$call(types.strict)
		.execute();

	// Which field an agency's columns hold: remembered from one file to the next.
	await db.schema
		.createTable('import_column')
		.addColumn('owner', 'text', (col) => col.notNull())
		.addColumn('header', 'text', (col) => col.notNull())
		.addColumn('field', 'text')
		.addPrimaryKeyConstraint('import_column_pkey', ['owner', 'header'])
		.$call(types.strict)
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	for (const table of ['import_column', 'observation_import_part', 'observation_import']) {
		await db.schema.dropTable(table).execute();
	}
}

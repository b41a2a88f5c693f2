import { sql } from 'kysely';
import type { ColumnTypes, MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	await db.schema
		.alterTable('innovation_section')
		.addColumn('visibility', 'text', (col) =>
			col
				.notNull()
				.defaultTo('public')
				.check(sql`visibility in ('public', 'governments')`)
		)
		.execute();

	await db.schema
		.createTable('innovation_revision')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('innovation_id', 'text', (col) =>
			col.notNull().references('innovation.id').onDelete('cascade')
		)
		.addColumn('number', 'integer', (col) => col.notNull())
		.addColumn('state', 'text', (col) =>
			col.notNull().check(sql`state in ('open', 'submitted', 'returned', 'approved', 'abandoned')`)
		)
		.addColumn('version', 'integer', (col) => col.notNull())
		.addColumn('snapshot', 'text', (col) => col.notNull())
		.addColumn('author_id', 'text')
		.addColumn('author_name', 'text', (col) => col.notNull())
		.addColumn('reason', 'text', (col) => col.notNull().defaultTo(''))
		.addColumn('decided_role', 'text')
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addColumn('updated_at', 'text', (col) => col.notNull())
		.addColumn('submitted_at', 'text')
		.addColumn('decided_at', 'text')
		.addUniqueConstraint('innovation_revision_number', ['innovation_id', 'number'])
		.$call(types.strict)
		.execute();
	await db.schema
		.createIndex('innovation_revision_open_idx')
		.unique()
		.on('innovation_revision')
		.column('innovation_id')
		.where(sql.ref('state'), 'in', sql`('open', 'submitted', 'returned')`)
		.execute();

	await db.schema
		.createTable('innovation_event')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('innovation_id', 'text', (col) =>
			col.notNull().references('innovation.id').onDelete('cascade')
		)
		.addColumn('kind', 'text', (col) => col.notNull())
		.addColumn('role', 'text')
		.addColumn('account_id', 'text')
		.addColumn('note', 'text', (col) => col.notNull().defaultTo(''))
		.addColumn('at', 'text', (col) => col.notNull())
		.$call(types.strict)
		.execute();
	await db.schema
		.createIndex('innovation_event_idx')
		.on('innovation_event')
		.columns(['innovation_id', 'at'])
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	await db.schema.dropTable('innovation_event').execute();
	await db.schema.dropTable('innovation_revision').execute();
	await db.schema.alterTable('innovation_section').dropColumn('visibility').execute();
}

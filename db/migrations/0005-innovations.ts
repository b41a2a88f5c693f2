import { sql } from 'kysely';
import type { ColumnTypes, MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	await db.schema
		.createTable('innovation')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('slug', 'text', (col) => col.notNull().unique())
		.addColumn('region_code', 'text', (col) => col.notNull().references('region.code'))
		.addColumn('agency_id', 'text', (col) => col.references('agency.id'))
		.addColumn('title_id', 'text', (col) => col.notNull())
		.addColumn('title_en', 'text')
		.addColumn('summary_id', 'text', (col) => col.notNull())
		.addColumn('summary_en', 'text')
		.addColumn('kind', 'text', (col) =>
			col.notNull().check(sql`kind in ('digital', 'non_digital', 'mixed')`)
		)
		.addColumn('form', 'text', (col) =>
			col.notNull().check(sql`form in ('governance', 'public_service', 'other')`)
		)
		.addColumn('stage', 'text', (col) =>
			col.notNull().check(sql`stage in ('initiative', 'pilot', 'implementation')`)
		)
		.addColumn('sustainability', 'text', (col) =>
			col.notNull().check(sql`sustainability in ('active', 'growing', 'stopped', 'unconfirmed')`)
		)
		.addColumn('state', 'text', (col) =>
			col.notNull().check(sql`state in ('draft', 'published', 'withdrawn')`)
		)
		.addColumn('validation', 'text', (col) =>
			col
				.notNull()
				.check(
					sql`validation in ('from_news', 'self_declared', 'region_approved', 'peer_verified', 'replicated')`
				)
		)
		.addColumn('started_on', 'text')
		.addColumn('started_precision', 'text', (col) =>
			col.check(sql`started_precision in ('day', 'month', 'year')`)
		)
		.addColumn('website', 'text')
		.addColumn('needs_delegation', 'integer', (col) => col.check(sql`needs_delegation in (0, 1)`))
		.addColumn('difficulty', 'text', (col) =>
			col.check(sql`difficulty in ('low', 'medium', 'high')`)
		)
		.addColumn('staff_count', 'integer')
		.addColumn('annual_budget_rupiah', types.number)
		.addColumn('sdgs', 'text', (col) => col.notNull().defaultTo(''))
		.addColumn('is_sample', 'integer', (col) => col.notNull().check(sql`is_sample in (0, 1)`))
		.addColumn('version', 'integer', (col) => col.notNull())
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addColumn('updated_at', 'text', (col) => col.notNull())
		.addColumn('published_at', 'text')
		.addColumn('confirmed_on', 'text')
		.addCheckConstraint(
			'innovation_published',
			sql`(state <> 'published') or (published_at is not null)`
		)
		.$call(types.strict)
		.execute();
	await db.schema
		.createIndex('innovation_region_idx')
		.on('innovation')
		.column('region_code')
		.execute();

	await db.schema
		.createTable('innovation_section')
		.addColumn('innovation_id', 'text', (col) =>
			col.notNull().references('innovation.id').onDelete('cascade')
		)
		.addColumn('section', 'text', (col) => col.notNull())
		.addColumn('knowledge', 'text', (col) =>
			col.notNull().check(sql`knowledge in ('stated', 'not_yet_known')`)
		)
		.addColumn('markdown_id', 'text', (col) => col.notNull())
		.addColumn('markdown_en', 'text')
		.addPrimaryKeyConstraint('innovation_section_pkey', ['innovation_id', 'section'])
		.$call(types.strict)
		.execute();

	await db.schema
		.createTable('innovation_source')
		.addColumn('innovation_id', 'text', (col) =>
			col.notNull().references('innovation.id').onDelete('cascade')
		)
		.addColumn('number', 'integer', (col) => col.notNull())
		.addColumn('publisher', 'text', (col) => col.notNull())
		.addColumn('title', 'text', (col) => col.notNull())
		.addColumn('published_on', 'text')
		.addColumn('note', 'text', (col) => col.notNull().defaultTo(''))
		.addPrimaryKeyConstraint('innovation_source_pkey', ['innovation_id', 'number'])
		.$call(types.strict)
		.execute();

	await db.schema
		.createTable('innovation_service')
		.addColumn('innovation_id', 'text', (col) =>
			col.notNull().references('innovation.id').onDelete('cascade')
		)
		.addColumn('service_code', 'text', (col) => col.notNull().references('service.code'))
		.addPrimaryKeyConstraint('innovation_service_pkey', ['innovation_id', 'service_code'])
		.$call(types.strict)
		.execute();

	await db.schema
		.createTable('innovation_kpi')
		.addColumn('innovation_id', 'text', (col) =>
			col.notNull().references('innovation.id').onDelete('cascade')
		)
		.addColumn('kpi_code', 'text', (col) => col.notNull().references('kpi.code'))
		.addColumn('launched_month', 'text')
		.addPrimaryKeyConstraint('innovation_kpi_pkey', ['innovation_id', 'kpi_code'])
		.$call(types.strict)
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	for (const table of [
		'innovation_kpi',
		'innovation_service',
		'innovation_source',
		'innovation_section',
		'innovation'
	]) {
		await db.schema.dropTable(table).execute();
	}
}

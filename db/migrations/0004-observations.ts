import { sql } from 'kysely';
import type { ColumnTypes, MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	// What an agency typed for a month, on its way to publication.
	await db.schema
		.createTable('observation_entry')
		.addColumn('region_key', 'integer', (col) => col.notNull().references('region.key'))
		.addColumn('month', 'integer', (col) => col.notNull())
		.addColumn('kpi_key', 'integer', (col) => col.notNull().references('kpi.key'))
		.addColumn('status', 'text', (col) =>
			col
				.notNull()
				.check(sql`status in ('draft', 'submitted', 'verified', 'published', 'returned')`)
		)
		.addColumn('version', 'integer', (col) => col.notNull())
		.addColumn('numerator', types.number)
		.addColumn('denominator', types.number)
		.addColumn('value', types.number)
		.addColumn('bucket1', 'integer')
		.addColumn('bucket2', 'integer')
		.addColumn('bucket3', 'integer')
		.addColumn('bucket4', 'integer')
		.addColumn('bucket5', 'integer')
		.addColumn('received', 'integer')
		.addColumn('completed', 'integer')
		.addColumn('returned', 'integer')
		.addColumn('backlog', 'integer')
		.addColumn('online', 'integer')
		.addColumn('median_hours', types.number)
		.addColumn('p90_hours', types.number)
		.addColumn('note', 'text', (col) => col.notNull().defaultTo(''))
		.addColumn('return_reason', 'text')
		// While a published month is being revised: why, and what stays published until then (JSON).
		.addColumn('change_reason', 'text')
		.addColumn('published_counts', 'text')
		.addColumn('is_sample', 'integer', (col) => col.notNull().check(sql`is_sample in (0, 1)`))
		.addColumn('entered_by', 'text')
		.addColumn('updated_at', 'text', (col) => col.notNull())
		.addColumn('submitted_at', 'text')
		.addColumn('verified_at', 'text')
		.addColumn('published_at', 'text')
		.addPrimaryKeyConstraint('observation_entry_pkey', ['region_key', 'month', 'kpi_key'])
		.addCheckConstraint(
			'observation_entry_buckets',
			sql`completed is null or bucket1 is null or completed = bucket1 + bucket2 + bucket3 + bucket4 + bucket5`
		)
		.addCheckConstraint(
			'observation_entry_counts',
			sql`coalesce(bucket1, 0) >= 0 and coalesce(bucket2, 0) >= 0 and coalesce(bucket3, 0) >= 0 and coalesce(bucket4, 0) >= 0 and coalesce(bucket5, 0) >= 0 and coalesce(received, 0) >= 0 and coalesce(returned, 0) >= 0 and coalesce(backlog, 0) >= 0 and coalesce(online, 0) >= 0`
		)
		.$call(types.clustered)
		.execute();

	// The published facts that charts and the API read. The value is derived from the counts.
	await db.schema
		.createTable('observation')
		.addColumn('kpi_key', 'integer', (col) => col.notNull().references('kpi.key'))
		.addColumn('region_key', 'integer', (col) => col.notNull().references('region.key'))
		.addColumn('month', 'integer', (col) => col.notNull())
		.addColumn('numerator', types.number)
		.addColumn('denominator', types.number)
		.addColumn('value', types.number)
		.addColumn('bucket1', 'integer')
		.addColumn('bucket2', 'integer')
		.addColumn('bucket3', 'integer')
		.addColumn('bucket4', 'integer')
		.addColumn('bucket5', 'integer')
		.addColumn('missing_reason', 'text', (col) =>
			col.check(sql`missing_reason in ('not_applicable', 'no_cases', 'suppressed', 'withdrawn')`)
		)
		.addColumn('verification', 'text', (col) =>
			col.notNull().check(sql`verification in ('claimed', 'verified')`)
		)
		.addColumn('revision', 'integer', (col) => col.notNull().check(sql`revision >= 1`))
		.addColumn('is_sample', 'integer', (col) => col.notNull().check(sql`is_sample in (0, 1)`))
		.addColumn('note', 'text', (col) => col.notNull().defaultTo(''))
		.addColumn('published_at', 'text', (col) => col.notNull())
		.addPrimaryKeyConstraint('observation_pkey', ['kpi_key', 'region_key', 'month'])
		.addCheckConstraint(
			'observation_value_or_reason',
			sql`(value is null) = (missing_reason is not null)`
		)
		.$call(types.clustered)
		.execute();
	await db.schema
		.createIndex('observation_ranking_idx')
		.on('observation')
		.columns(['kpi_key', 'month', 'value', 'region_key', 'numerator', 'denominator'])
		.execute();
	await db.schema
		.createIndex('observation_region_idx')
		.on('observation')
		.columns(['region_key', 'month'])
		.execute();

	// What a published fact was before it was changed.
	await db.schema
		.createTable('observation_revision')
		.addColumn('kpi_key', 'integer', (col) => col.notNull())
		.addColumn('region_key', 'integer', (col) => col.notNull())
		.addColumn('month', 'integer', (col) => col.notNull())
		.addColumn('revision', 'integer', (col) => col.notNull())
		.addColumn('numerator', types.number)
		.addColumn('denominator', types.number)
		.addColumn('value', types.number)
		.addColumn('bucket1', 'integer')
		.addColumn('bucket2', 'integer')
		.addColumn('bucket3', 'integer')
		.addColumn('bucket4', 'integer')
		.addColumn('bucket5', 'integer')
		.addColumn('missing_reason', 'text')
		.addColumn('verification', 'text', (col) => col.notNull())
		.addColumn('is_sample', 'integer', (col) => col.notNull())
		.addColumn('published_at', 'text', (col) => col.notNull())
		.addColumn('superseded_at', 'text', (col) => col.notNull())
		.addColumn('reason', 'text', (col) => col.notNull())
		.addColumn('changed_by_role', 'text', (col) => col.notNull())
		.addPrimaryKeyConstraint('observation_revision_pkey', [
			'kpi_key',
			'region_key',
			'month',
			'revision'
		])
		.$call(types.strict)
		.execute();
	await db.schema
		.createIndex('observation_revision_superseded_idx')
		.on('observation_revision')
		.column('superseded_at')
		.execute();

	// One row per KPI, month and group, kept up to date by the transaction that publishes.
	await db.schema
		.createTable('benchmark')
		.addColumn('kpi_key', 'integer', (col) => col.notNull())
		.addColumn('month', 'integer', (col) => col.notNull())
		.addColumn('group_code', 'text', (col) => col.notNull())
		.addColumn('n', 'integer', (col) => col.notNull())
		.addColumn('n_expected', 'integer', (col) => col.notNull())
		.addColumn('n_sample', 'integer', (col) => col.notNull())
		.addColumn('sum_numerator', types.number)
		.addColumn('sum_denominator', types.number)
		.addColumn('p10', types.number)
		.addColumn('p25', types.number)
		.addColumn('p50', types.number)
		.addColumn('p75', types.number)
		.addColumn('p90', types.number)
		.addPrimaryKeyConstraint('benchmark_pkey', ['kpi_key', 'group_code', 'month'])
		.$call(types.clustered)
		.execute();

	// Counts every publication: the ETag of whatever is made from published data.
	await db.schema
		.createTable('data_version')
		.addColumn('name', 'text', (col) => col.primaryKey())
		.addColumn('version', 'integer', (col) => col.notNull())
		.addColumn('changed_at', 'text', (col) => col.notNull())
		.$call(types.strict)
		.execute();

	await db.schema
		.createTable('district_coverage')
		.addColumn('district_code', 'text', (col) => col.notNull().references('district.code'))
		.addColumn('service_code', 'text', (col) => col.notNull().references('service.code'))
		.addColumn('valid_from', 'text', (col) => col.notNull())
		.addColumn('valid_to', 'text')
		.addColumn('mode', 'text', (col) =>
			col.notNull().check(sql`mode in ('full', 'limited', 'mobile', 'none')`)
		)
		.addColumn('date_precision', 'text', (col) =>
			col.notNull().check(sql`date_precision in ('day', 'month', 'year')`)
		)
		.addColumn('source', 'text', (col) => col.notNull().defaultTo(''))
		.addColumn('is_sample', 'integer', (col) => col.notNull().check(sql`is_sample in (0, 1)`))
		.addColumn('updated_at', 'text', (col) => col.notNull())
		.addPrimaryKeyConstraint('district_coverage_pkey', [
			'district_code',
			'service_code',
			'valid_from'
		])
		.addCheckConstraint('district_coverage_period', sql`valid_to is null or valid_to >= valid_from`)
		.$call(types.strict)
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	for (const table of [
		'district_coverage',
		'data_version',
		'benchmark',
		'observation_revision',
		'observation',
		'observation_entry'
	]) {
		await db.schema.dropTable(table).execute();
	}
}

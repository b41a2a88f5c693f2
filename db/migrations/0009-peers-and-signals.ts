import { sql } from 'kysely';
import type { ColumnTypes, MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	// Facts about a place that say which others are like it; never its results.
	await db.schema
		.createTable('region_context')
		.addColumn('region_code', 'text', (col) => col.notNull().references('region.code'))
		.addColumn('variable', 'text', (col) => col.notNull())
		.addColumn('value', types.number, (col) => col.notNull().check(sql`value >= 0`))
		.addColumn('source', 'text', (col) => col.notNull())
		.addColumn('updated_at', 'text', (col) => col.notNull())
		.addPrimaryKeyConstraint('region_context_pkey', ['region_code', 'variable'])
		.$call(types.strict)
		.execute();

	// Lists of peers are frozen for a year; a correction makes another version and keeps the old.
	await db.schema
		.createTable('peer_model')
		.addColumn('year', 'integer', (col) => col.notNull())
		.addColumn('version', 'integer', (col) => col.notNull())
		.addColumn('content_hash', 'text', (col) => col.notNull())
		.addColumn('variables', 'text', (col) => col.notNull())
		.addColumn('distance_percentiles', 'text', (col) => col.notNull())
		.addColumn('frozen_at', 'text', (col) => col.notNull())
		.addPrimaryKeyConstraint('peer_model_pkey', ['year', 'version'])
		.$call(types.strict)
		.execute();
	await db.schema
		.createTable('peer_profile')
		.addColumn('year', 'integer', (col) => col.notNull())
		.addColumn('version', 'integer', (col) => col.notNull())
		.addColumn('region_code', 'text', (col) => col.notNull().references('region.code'))
		.addColumn('profile', 'text', (col) => col.notNull())
		.addPrimaryKeyConstraint('peer_profile_pkey', ['year', 'version', 'region_code'])
		.$call(types.strict)
		.execute();
	await db.schema
		.createTable('peer')
		.addColumn('year', 'integer', (col) => col.notNull())
		.addColumn('version', 'integer', (col) => col.notNull())
		.addColumn('region_code', 'text', (col) => col.notNull().references('region.code'))
		.addColumn('position', 'integer', (col) => col.notNull().check(sql`position >= 1`))
		.addColumn('peer_code', 'text', (col) => col.notNull().references('region.code'))
		.addPrimaryKeyConstraint('peer_pkey', ['year', 'version', 'region_code', 'position'])
		.$call(types.strict)
		.execute();
	await db.schema
		.createIndex('peer_reverse_idx')
		.on('peer')
		.columns(['year', 'version', 'peer_code'])
		.execute();

	// What the control chart says of the newest final month of each series, kept up to date by the
	// transaction that publishes.
	await db.schema
		.createTable('signal')
		.addColumn('kpi_key', 'integer', (col) => col.notNull())
		.addColumn('region_key', 'integer', (col) => col.notNull())
		.addColumn('month', 'integer', (col) => col.notNull())
		.addColumn('value', types.number, (col) => col.notNull())
		.addColumn('n', 'integer', (col) => col.notNull())
		.addColumn('is_sample', 'integer', (col) => col.notNull().check(sql`is_sample in (0, 1)`))
		.addColumn('is_trial', 'integer', (col) => col.notNull().check(sql`is_trial in (0, 1)`))
		.addColumn('no_limits', 'text')
		.addColumn('mean', types.number)
		.addColumn('average_moving_range', types.number)
		.addColumn('rule', 'text', (col) =>
			col.check(sql`rule in ('outside', 'trend', 'two_of_three', 'shift')`)
		)
		.addColumn('side', 'integer', (col) => col.check(sql`side in (1, -1)`))
		.addColumn('variation', 'text')
		.addColumn('assurance', 'text')
		.addColumn('p', types.number)
		.addColumn('strength', types.number)
		.addPrimaryKeyConstraint('signal_pkey', ['kpi_key', 'region_key'])
		.$call(types.clustered)
		.execute();
	await db.schema
		.createIndex('signal_region_idx')
		.on('signal')
		.columns(['region_key', 'kpi_key'])
		.execute();
	await db.schema.createIndex('signal_month_idx').on('signal').columns(['month', 'p']).execute();
}

export async function down(db: MigrationDb): Promise<void> {
	for (const table of ['signal', 'peer', 'peer_profile', 'peer_model', 'region_context']) {
		await db.schema.dropTable(table).execute();
	}
}

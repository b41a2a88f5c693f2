import type { MigrationDb } from './column-types.ts';

/**
 * A month of all regions is read from the index alone: at 3.7 million figures each of the 514 looked
 * up in the table was a page of its own. The months of a group are found without reading the others'.
 */
export async function up(db: MigrationDb): Promise<void> {
	await db.schema.dropIndex('observation_ranking_idx').execute();
	await db.schema
		.createIndex('observation_ranking_idx')
		.on('observation')
		.columns([
			'kpi_key',
			'month',
			'value',
			'region_key',
			'numerator',
			'denominator',
			'missing_reason',
			'verification',
			'is_sample'
		])
		.execute();
	await db.schema
		.createIndex('benchmark_group_idx')
		.on('benchmark')
		.columns(['group_code', 'kpi_key', 'month'])
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	await db.schema.dropIndex('benchmark_group_idx').execute();
	await db.schema.dropIndex('observation_ranking_idx').execute();
	await db.schema
		.createIndex('observation_ranking_idx')
		.on('observation')
		.columns(['kpi_key', 'month', 'value', 'region_key', 'numerator', 'denominator'])
		.execute();
}

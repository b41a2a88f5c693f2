import { sql } from 'kysely';
import type { ColumnTypes, MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	await db.schema
		.createTable('peer_review')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('innovation_id', 'text', (col) =>
			col.notNull().references('innovation.id').onDelete('cascade')
		)
		.addColumn('region_code', 'text', (col) => col.notNull().references('region.code'))
		.addColumn('state', 'text', (col) =>
			col.notNull().check(sql`state in ('asked', 'declined', 'done')`)
		)
		.addColumn('request_note', 'text', (col) => col.notNull().defaultTo(''))
		.addColumn('asked_at', 'text')
		.addColumn('due_on', 'text')
		.addColumn('basis', 'text', (col) => col.check(sql`basis in ('asked', 'visit', 'adoption')`))
		.addColumn('seen', 'text', (col) => col.check(sql`seen in ('onsite', 'online', 'no')`))
		.addColumn('data_checked', 'text', (col) =>
			col.check(sql`data_checked in ('yes', 'partly', 'no')`)
		)
		.addColumn('verdict', 'text', (col) =>
			col.check(sql`verdict in ('works', 'works_with_limits', 'not_confirmed')`)
		)
		.addColumn('remarks', 'text', (col) => col.notNull().defaultTo(''))
		.addColumn('revision_number', 'integer')
		.addColumn('role', 'text')
		.addColumn('account_id', 'text')
		.addColumn('decided_at', 'text')
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addCheckConstraint(
			'peer_review_done',
			sql`(state <> 'done') or (seen is not null and data_checked is not null and verdict is not null and decided_at is not null)`
		)
		.$call(types.strict)
		.execute();
	await db.schema
		.createIndex('peer_review_asked_idx')
		.unique()
		.on('peer_review')
		.columns(['innovation_id', 'region_code'])
		.where(sql.ref('state'), '=', sql`'asked'`)
		.execute();
	await db.schema
		.createIndex('peer_review_region_idx')
		.on('peer_review')
		.columns(['region_code', 'state'])
		.execute();

	for (const column of ['verified_by_regions', 'replicated_by_regions']) {
		await db.schema
			.alterTable('innovation')
			.addColumn(column, 'integer', (col) => col.notNull().defaultTo(0))
			.execute();
	}
	await db
		.updateTable('innovation')
		.set({
			replicated_by_regions: sql<number>`(
				select count(*) from adoption
				where adoption.innovation_id = innovation.id and adoption.stage = 'adopted' and adoption.is_sample = 0
					and adoption.adopter_confirmed_at is not null
					and adoption.source_confirmed_at is not null)`
		})
		.execute();
	await db
		.updateTable('innovation')
		.set({ validation: 'replicated' })
		.where('validation', '=', 'region_approved')
		.where('replicated_by_regions', '>', 0)
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	await db
		.updateTable('innovation')
		.set({ validation: 'region_approved' })
		.where('validation', 'in', ['peer_verified', 'replicated'])
		.execute();
	for (const column of ['replicated_by_regions', 'verified_by_regions']) {
		await db.schema.alterTable('innovation').dropColumn(column).execute();
	}
	await db.schema.dropTable('peer_review').execute();
}

import { sql } from 'kysely';
import type { ColumnTypes, MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	await db.schema
		.createTable('question')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('innovation_id', 'text', (col) =>
			col.notNull().references('innovation.id').onDelete('cascade')
		)
		.addColumn('asked_by', 'text', (col) =>
			col.notNull().references('account.id').onDelete('cascade')
		)
		.addColumn('asker_region_code', 'text', (col) => col.notNull().references('region.code'))
		.addColumn('asker_role', 'text', (col) => col.notNull())
		.addColumn('body', 'text', (col) => col.notNull())
		.addColumn('accepted_answer_id', 'text')
		.addColumn('hidden_at', 'text')
		.addColumn('created_at', 'text', (col) => col.notNull())
		.$call(types.strict)
		.execute();
	await db.schema
		.createIndex('question_innovation_idx')
		.on('question')
		.columns(['innovation_id', 'created_at'])
		.execute();
	await db.schema.createIndex('question_asker_idx').on('question').column('asked_by').execute();

	await db.schema
		.createTable('answer')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('question_id', 'text', (col) =>
			col.notNull().references('question.id').onDelete('cascade')
		)
		.addColumn('answered_by', 'text', (col) =>
			col.notNull().references('account.id').onDelete('cascade')
		)
		.addColumn('answerer_region_code', 'text', (col) => col.notNull().references('region.code'))
		.addColumn('answerer_role', 'text', (col) => col.notNull())
		.addColumn('body', 'text', (col) => col.notNull())
		.addColumn('hidden_at', 'text')
		.addColumn('created_at', 'text', (col) => col.notNull())
		.$call(types.strict)
		.execute();
	await db.schema.createIndex('answer_question_idx').on('answer').column('question_id').execute();

	await db.schema
		.createTable('flag')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('kind', 'text', (col) => col.notNull().check(sql`kind in ('question', 'answer')`))
		.addColumn('target_id', 'text', (col) => col.notNull())
		.addColumn('region_code', 'text', (col) => col.notNull().references('region.code'))
		.addColumn('flagged_by', 'text', (col) =>
			col.notNull().references('account.id').onDelete('cascade')
		)
		.addColumn('reason', 'text', (col) =>
			col.notNull().check(sql`reason in ('personal_data', 'insult', 'advertising', 'off_topic')`)
		)
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addColumn('outcome', 'text', (col) => col.check(sql`outcome in ('kept', 'hidden')`))
		.addColumn('decided_by', 'text')
		.addColumn('decided_at', 'text')
		.addUniqueConstraint('flag_once', ['kind', 'target_id', 'flagged_by'])
		.$call(types.strict)
		.execute();
	await db.schema.createIndex('flag_region_idx').on('flag').column('region_code').execute();

	await db.schema
		.createTable('follow')
		.addColumn('account_id', 'text', (col) =>
			col.notNull().references('account.id').onDelete('cascade')
		)
		.addColumn('kind', 'text', (col) =>
			col.notNull().check(sql`kind in ('innovation', 'region', 'service')`)
		)
		.addColumn('target', 'text', (col) => col.notNull())
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addPrimaryKeyConstraint('follow_pkey', ['account_id', 'kind', 'target'])
		.$call(types.strict)
		.execute();
	await db.schema
		.createIndex('follow_target_idx')
		.on('follow')
		.columns(['kind', 'target'])
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	for (const table of ['follow', 'flag', 'answer', 'question']) {
		await db.schema.dropTable(table).execute();
	}
}

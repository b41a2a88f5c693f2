import { sql } from 'kysely';
import type { ColumnTypes, MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	// What a host gives every delegation, and who coordinates, approves and receives.
	for (const column of ['package_agenda', 'package_faq', 'package_deck_url', 'package_video_url']) {
		await db.schema
			.alterTable('host')
			.addColumn(column, 'text', (col) => col.notNull().defaultTo(''))
			.execute();
	}
	for (const column of ['approver_position', 'receiver_position']) {
		await db.schema
			.alterTable('host')
			.addColumn(column, 'text', (col) => col.notNull().defaultTo(''))
			.execute();
	}
	await db.schema
		.alterTable('host')
		.addColumn('joint_offered', 'integer', (col) =>
			col
				.notNull()
				.defaultTo(1)
				.check(sql`joint_offered in (0, 1)`)
		)
		.execute();

	// An open study day is a window of one day, with a name and places of its own.
	await db.schema
		.alterTable('host_window')
		.addColumn('kind', 'text', (col) =>
			col
				.notNull()
				.defaultTo('weekly')
				.check(sql`kind in ('weekly', 'open_day')`)
		)
		.execute();
	await db.schema
		.alterTable('host_window')
		.addColumn('title', 'text', (col) => col.notNull().defaultTo(''))
		.execute();
	await db.schema
		.alterTable('host_window')
		.addColumn('people', 'integer', (col) => col.check(sql`people >= 1`))
		.execute();

	// A region that joins another's visit, or an open study day, brings people but no visit more.
	await db.schema
		.alterTable('session_claim')
		.addColumn('counts_visit', 'integer', (col) =>
			col
				.notNull()
				.defaultTo(1)
				.check(sql`counts_visit in (0, 1)`)
		)
		.execute();

	await db.schema.alterTable('visit').addColumn('visitor_due_on', 'text').execute();
	await db.schema.alterTable('visit').addColumn('answer_days_left', 'integer').execute();
	await db.schema
		.alterTable('visit')
		.addColumn('reminded_percent', 'integer', (col) => col.notNull().defaultTo(0))
		.execute();
	await db.schema.alterTable('visit').addColumn('attended', 'integer').execute();

	// The sessions a host offers instead, each held by a claim until it expires.
	await db.schema
		.createTable('visit_offer')
		.addColumn('visit_id', 'text', (col) =>
			col.notNull().references('visit.id').onDelete('cascade')
		)
		.addColumn('position', 'integer', (col) => col.notNull())
		.addColumn('window_id', 'text', (col) => col.notNull().references('host_window.id'))
		.addColumn('day', 'text', (col) => col.notNull())
		.addColumn('expires_at', 'text', (col) => col.notNull())
		.addPrimaryKeyConstraint('visit_offer_pkey', ['visit_id', 'position'])
		.$call(types.strict)
		.execute();

	// The change one side proposes to a dated visit: what it would be if the other side agrees.
	await db.schema
		.createTable('visit_change')
		.addColumn('visit_id', 'text', (col) =>
			col.primaryKey().references('visit.id').onDelete('cascade')
		)
		.addColumn('side', 'text', (col) => col.notNull().check(sql`side in ('visitor', 'host')`))
		.addColumn('window_id', 'text', (col) => col.notNull().references('host_window.id'))
		.addColumn('day', 'text', (col) => col.notNull())
		.addColumn('mode', 'text', (col) =>
			col.notNull().check(sql`mode in ('online', 'onsite', 'hybrid')`)
		)
		.addColumn('people', 'integer', (col) => col.notNull().check(sql`people >= 1`))
		.addColumn('reason', 'text', (col) => col.notNull())
		.addColumn('proposed_at', 'text', (col) => col.notNull())
		.$call(types.strict)
		.execute();

	// A request that is still being written: its author's alone, as the form was left.
	await db.schema
		.createTable('visit_draft')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('account_id', 'text', (col) =>
			col.notNull().references('account.id').onDelete('cascade')
		)
		.addColumn('host_region_code', 'text', (col) => col.notNull().references('host.region_code'))
		.addColumn('data', 'text', (col) => col.notNull())
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addColumn('updated_at', 'text', (col) => col.notNull())
		.addUniqueConstraint('visit_draft_unique', ['account_id', 'host_region_code'])
		.$call(types.strict)
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	for (const table of ['visit_draft', 'visit_change', 'visit_offer']) {
		await db.schema.dropTable(table).execute();
	}
	const added = {
		visit: ['attended', 'reminded_percent', 'answer_days_left', 'visitor_due_on'],
		session_claim: ['counts_visit'],
		host_window: ['people', 'title', 'kind'],
		host: [
			'joint_offered',
			'receiver_position',
			'approver_position',
			'package_video_url',
			'package_deck_url',
			'package_faq',
			'package_agenda'
		]
	};
	for (const [table, columns] of Object.entries(added)) {
		for (const column of columns) await db.schema.alterTable(table).dropColumn(column).execute();
	}
}

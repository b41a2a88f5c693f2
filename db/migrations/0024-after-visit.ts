import { sql } from 'kysely';
import type { ColumnTypes, MigrationDb } from './column-types.ts';

type Table = (name: string) => ReturnType<MigrationDb['schema']['createTable']>;

export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	const table: Table = (name) => db.schema.createTable(name);
	await addMail(db, table, types);
	await addCalendar(table, types);
	await addVisitParts(table, types);
	await addReport(table, types);
	await addAdoption(table, types);
}

/** How a message reaches its reader by mail, and what the reader wants of it. */
async function addMail(db: MigrationDb, table: Table, types: ColumnTypes): Promise<void> {
	await db.schema.alterTable('outbox').addColumn('stream', 'text').execute();
	await db.schema
		.alterTable('outbox')
		.addColumn('mail_state', 'text', (col) =>
			col
				.notNull()
				.defaultTo('queued')
				.check(sql`mail_state in ('queued', 'digest', 'sent', 'failed', 'superseded', 'off')`)
		)
		.execute();
	await db.schema
		.alterTable('outbox')
		.addColumn('attempts', 'integer', (col) => col.notNull().defaultTo(0))
		.execute();
	for (const column of ['next_at', 'last_error']) {
		await db.schema.alterTable('outbox').addColumn(column, 'text').execute();
	}
	// What was told before there was mail is not mailed now.
	await db.updateTable('outbox').set({ mail_state: 'off' }).execute();
	await db.schema
		.createIndex('outbox_mail_idx')
		.on('outbox')
		.columns(['mail_state', 'created_at'])
		.execute();

	await table('notification_setting')
		.addColumn('account_id', 'text', (col) =>
			col.primaryKey().references('account.id').onDelete('cascade')
		)
		.addColumn('unsubscribe_key', 'text', (col) => col.notNull().unique())
		.addColumn('digest_sent_on', 'text')
		.$call(types.strict)
		.execute();
	await table('notification_preference')
		.addColumn('account_id', 'text', (col) =>
			col.notNull().references('account.id').onDelete('cascade')
		)
		.addColumn('kind', 'text', (col) => col.notNull())
		.addColumn('mode', 'text', (col) => col.notNull().check(sql`mode in ('now', 'digest', 'off')`))
		.addPrimaryKeyConstraint('notification_preference_pkey', ['account_id', 'kind'])
		.$call(types.strict)
		.execute();
}

/** The visit as an entry of calendars: one UID for life, and who was sent which version of it. */
async function addCalendar(table: Table, types: ColumnTypes): Promise<void> {
	await table('visit_calendar')
		.addColumn('visit_id', 'text', (col) =>
			col.primaryKey().references('visit.id').onDelete('cascade')
		)
		.addColumn('uid', 'text', (col) => col.notNull().unique())
		.addColumn('sequence', 'integer', (col) => col.notNull())
		.addColumn('status', 'text', (col) =>
			col.notNull().check(sql`status in ('TENTATIVE', 'CONFIRMED', 'CANCELLED')`)
		)
		.addColumn('day', 'text', (col) => col.notNull())
		.addColumn('starts_at', 'text', (col) => col.notNull())
		.addColumn('ends_at', 'text', (col) => col.notNull())
		.addColumn('place', 'text', (col) => col.notNull())
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addColumn('changed_at', 'text', (col) => col.notNull())
		.$call(types.strict)
		.execute();
	await table('calendar_delivery')
		.addColumn('visit_id', 'text', (col) =>
			col.notNull().references('visit.id').onDelete('cascade')
		)
		.addColumn('account_id', 'text', (col) =>
			col.notNull().references('account.id').onDelete('cascade')
		)
		.addColumn('sequence', 'integer', (col) => col.notNull())
		.addColumn('method', 'text', (col) => col.notNull().check(sql`method in ('REQUEST', 'CANCEL')`))
		.addColumn('sent_at', 'text', (col) => col.notNull())
		.addPrimaryKeyConstraint('calendar_delivery_pkey', ['visit_id', 'account_id'])
		.$call(types.strict)
		.execute();
	await table('calendar_feed')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('account_id', 'text', (col) =>
			col.notNull().references('account.id').onDelete('cascade')
		)
		.addColumn('scope', 'text', (col) =>
			col.notNull().check(sql`scope in ('user', 'region', 'host')`)
		)
		.addColumn('region_code', 'text', (col) => col.references('region.code'))
		.addColumn('secret_hash', 'text', (col) => col.notNull())
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addColumn('used_at', 'text')
		.addColumn('revoked_at', 'text')
		.addCheckConstraint('calendar_feed_region', sql`scope = 'user' or region_code is not null`)
		.$call(types.strict)
		.execute();
}

/** What the two sides write to a visit: messages, who comes, and their letters. */
async function addVisitParts(table: Table, types: ColumnTypes): Promise<void> {
	await table('visit_message')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('visit_id', 'text', (col) =>
			col.notNull().references('visit.id').onDelete('cascade')
		)
		.addColumn('account_id', 'text', (col) => col.references('account.id').onDelete('set null'))
		.addColumn('side', 'text', (col) => col.notNull().check(sql`side in ('visitor', 'host')`))
		.addColumn('audience', 'text', (col) => col.notNull().check(sql`audience in ('both', 'own')`))
		.addColumn('body', 'text', (col) => col.notNull())
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addUniqueConstraint('visit_message_order', ['visit_id', 'created_at', 'id'])
		.$call(types.strict)
		.execute();
	await table('visit_agenda_item')
		.addColumn('visit_id', 'text', (col) =>
			col.notNull().references('visit.id').onDelete('cascade')
		)
		.addColumn('position', 'integer', (col) => col.notNull())
		.addColumn('starts_at', 'text', (col) => col.notNull())
		.addColumn('title', 'text', (col) => col.notNull())
		.addColumn('speaker', 'text', (col) => col.notNull())
		.addPrimaryKeyConstraint('visit_agenda_item_pkey', ['visit_id', 'position'])
		.$call(types.strict)
		.execute();
	// Personal data: read by the two sides, and gone a year after the visit.
	await table('visit_delegate')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('visit_id', 'text', (col) =>
			col.notNull().references('visit.id').onDelete('cascade')
		)
		.addColumn('name', 'text', (col) => col.notNull())
		.addColumn('job_position', 'text', (col) => col.notNull())
		.addColumn('organisation', 'text', (col) => col.notNull())
		.addColumn('role', 'text', (col) =>
			col.notNull().check(sql`role in ('leader', 'contact', 'member')`)
		)
		.addColumn('needs', 'text', (col) => col.notNull())
		.addColumn('nip', 'text')
		.addColumn('attended_at', 'text')
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addUniqueConstraint('visit_delegate_order', ['visit_id', 'created_at', 'id'])
		.$call(types.strict)
		.execute();
	await table('visit_attendance')
		.addColumn('visit_id', 'text', (col) =>
			col.primaryKey().references('visit.id').onDelete('cascade')
		)
		.addColumn('check_in_code', 'text', (col) => col.notNull())
		.addColumn('listed', 'integer')
		.addColumn('attended', 'integer')
		.addColumn('reduced_at', 'text')
		.$call(types.strict)
		.execute();
	await table('visit_letter')
		.addColumn('visit_id', 'text', (col) =>
			col.notNull().references('visit.id').onDelete('cascade')
		)
		.addColumn('kind', 'text', (col) =>
			col.notNull().check(sql`kind in ('request', 'reply', 'delegation', 'statement')`)
		)
		.addColumn('data', 'text', (col) => col.notNull())
		.addColumn('updated_at', 'text', (col) => col.notNull())
		.addPrimaryKeyConstraint('visit_letter_pkey', ['visit_id', 'kind'])
		.$call(types.strict)
		.execute();
}

async function addReport(table: Table, types: ColumnTypes): Promise<void> {
	await table('visit_report')
		.addColumn('visit_id', 'text', (col) =>
			col.primaryKey().references('visit.id').onDelete('cascade')
		)
		.addColumn('learned', 'text', (col) => col.notNull())
		.addColumn('applicable', 'text', (col) => col.notNull())
		.addColumn('not_applicable', 'text', (col) => col.notNull())
		.addColumn('not_adopted_reason', 'text')
		.addColumn('reported_at', 'text', (col) => col.notNull())
		.$call(types.strict)
		.execute();
	await table('commitment')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('visit_id', 'text', (col) =>
			col.notNull().references('visit.id').onDelete('cascade')
		)
		.addColumn('position', 'integer', (col) => col.notNull())
		.addColumn('text', 'text', (col) => col.notNull())
		.addColumn('owner_position', 'text', (col) => col.notNull())
		.addColumn('due_date', 'text', (col) => col.notNull())
		.addColumn('kpi_code', 'text')
		.addColumn('baseline', types.number)
		.addColumn('target', types.number)
		.addUniqueConstraint('commitment_order', ['visit_id', 'position'])
		.$call(types.strict)
		.execute();
	// Asked after 3, 6 and 12 months; answered by the region that promised.
	await table('commitment_check')
		.addColumn('commitment_id', 'text', (col) =>
			col.notNull().references('commitment.id').onDelete('cascade')
		)
		.addColumn('months', 'integer', (col) => col.notNull().check(sql`months in (3, 6, 12)`))
		.addColumn('due_on', 'text', (col) => col.notNull())
		.addColumn('reminded_at', 'text')
		.addColumn('status', 'text', (col) =>
			col.check(sql`status in ('on_track', 'done', 'behind', 'stopped')`)
		)
		.addColumn('value', types.number)
		.addColumn('note', 'text', (col) => col.notNull().defaultTo(''))
		.addColumn('checked_at', 'text')
		.addPrimaryKeyConstraint('commitment_check_pkey', ['commitment_id', 'months'])
		.$call(types.strict)
		.execute();
	await table('visit_feedback')
		.addColumn('visit_id', 'text', (col) =>
			col.notNull().references('visit.id').onDelete('cascade')
		)
		.addColumn('side', 'text', (col) => col.notNull().check(sql`side in ('visitor', 'host')`))
		.addColumn('rating', 'integer', (col) => col.notNull().check(sql`rating between 1 and 5`))
		.addColumn('text', 'text', (col) => col.notNull())
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addPrimaryKeyConstraint('visit_feedback_pkey', ['visit_id', 'side'])
		.$call(types.strict)
		.execute();
}

/** Who uses whose innovation: public once both regions have confirmed it. */
async function addAdoption(table: Table, types: ColumnTypes): Promise<void> {
	await table('adoption')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('innovation_id', 'text', (col) => col.notNull().references('innovation.id'))
		.addColumn('adopter_region_code', 'text', (col) => col.notNull().references('region.code'))
		.addColumn('source_region_code', 'text', (col) => col.notNull().references('region.code'))
		.addColumn('visit_id', 'text', (col) => col.references('visit.id').onDelete('set null'))
		.addColumn('stage', 'text', (col) =>
			col.notNull().check(sql`stage in ('planned', 'pilot', 'adopted', 'stopped')`)
		)
		.addColumn('since', 'text')
		.addColumn('note', 'text', (col) => col.notNull())
		.addColumn('adopter_confirmed_at', 'text')
		.addColumn('source_confirmed_at', 'text')
		.addColumn('is_sample', 'integer', (col) => col.notNull().check(sql`is_sample in (0, 1)`))
		.addColumn('version', 'integer', (col) => col.notNull())
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addColumn('updated_at', 'text', (col) => col.notNull())
		.addUniqueConstraint('adoption_unique', ['innovation_id', 'adopter_region_code'])
		.addCheckConstraint('adoption_regions', sql`adopter_region_code <> source_region_code`)
		.$call(types.strict)
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	for (const table of [
		'adoption',
		'visit_feedback',
		'commitment_check',
		'commitment',
		'visit_report',
		'visit_letter',
		'visit_attendance',
		'visit_delegate',
		'visit_agenda_item',
		'visit_message',
		'calendar_feed',
		'calendar_delivery',
		'visit_calendar',
		'notification_preference',
		'notification_setting'
	]) {
		await db.schema.dropTable(table).execute();
	}
	await db.schema.dropIndex('outbox_mail_idx').execute();
	for (const column of ['last_error', 'next_at', 'attempts', 'mail_state', 'stream']) {
		await db.schema.alterTable('outbox').dropColumn(column).execute();
	}
}

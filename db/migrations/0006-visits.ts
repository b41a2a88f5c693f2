import { sql } from 'kysely';
import type { ColumnTypes, MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	await db.schema
		.createTable('holiday')
		.addColumn('day', 'text', (col) => col.notNull())
		.addColumn('region_code', 'text', (col) => col.notNull().defaultTo(''))
		.addColumn('kind', 'text', (col) =>
			col.notNull().check(sql`kind in ('national', 'collective_leave', 'regional')`)
		)
		.addColumn('name_id', 'text', (col) => col.notNull())
		.addColumn('name_en', 'text', (col) => col.notNull())
		.addPrimaryKeyConstraint('holiday_pkey', ['day', 'region_code'])
		.$call(types.strict)
		.execute();

	await db.schema
		.createTable('host')
		.addColumn('region_code', 'text', (col) => col.primaryKey().references('region.code'))
		.addColumn('welcome_id', 'text', (col) => col.notNull())
		.addColumn('welcome_en', 'text', (col) => col.notNull())
		.addColumn('contact_position', 'text', (col) => col.notNull())
		.addColumn('address', 'text', (col) => col.notNull().defaultTo(''))
		.addColumn('online_offered', 'integer', (col) =>
			col.notNull().check(sql`online_offered in (0, 1)`)
		)
		.addColumn('onsite_offered', 'integer', (col) =>
			col.notNull().check(sql`onsite_offered in (0, 1)`)
		)
		.addColumn('lead_working_days', 'integer', (col) =>
			col.notNull().check(sql`lead_working_days >= 0`)
		)
		.addColumn('horizon_days', 'integer', (col) =>
			col.notNull().check(sql`horizon_days between 1 and 366`)
		)
		.addColumn('people_per_visit', 'integer', (col) =>
			col.notNull().check(sql`people_per_visit >= 1`)
		)
		.addColumn('people_per_day', 'integer', (col) => col.notNull().check(sql`people_per_day >= 1`))
		.addColumn('visits_per_day', 'integer', (col) => col.notNull().check(sql`visits_per_day >= 1`))
		.addColumn('visits_per_month', 'integer', (col) =>
			col.notNull().check(sql`visits_per_month >= 1`)
		)
		.addColumn('is_sample', 'integer', (col) => col.notNull().check(sql`is_sample in (0, 1)`))
		.addColumn('closed_at', 'text')
		.$call(types.strict)
		.execute();

	await db.schema
		.createTable('host_window')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('region_code', 'text', (col) => col.notNull().references('host.region_code'))
		.addColumn('weekday', 'integer', (col) => col.notNull().check(sql`weekday between 1 and 7`))
		.addColumn('starts_at', 'text', (col) => col.notNull())
		.addColumn('ends_at', 'text', (col) => col.notNull())
		.addColumn('slots', 'integer', (col) => col.notNull().check(sql`slots between 1 and 20`))
		.addColumn('valid_from', 'text')
		.addColumn('valid_to', 'text')
		.addCheckConstraint('host_window_times', sql`starts_at < ends_at`)
		.$call(types.strict)
		.execute();
	await db.schema
		.createIndex('host_window_region_idx')
		.on('host_window')
		.column('region_code')
		.execute();

	await db.schema
		.createTable('host_blackout')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('region_code', 'text', (col) => col.notNull().references('host.region_code'))
		.addColumn('from_day', 'text', (col) => col.notNull())
		.addColumn('to_day', 'text', (col) => col.notNull())
		.addColumn('reason_id', 'text', (col) => col.notNull())
		.addColumn('reason_en', 'text', (col) => col.notNull())
		.addCheckConstraint('host_blackout_days', sql`from_day <= to_day`)
		.$call(types.strict)
		.execute();

	await db.schema
		.createTable('visit')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('ref', 'text', (col) => col.notNull().unique())
		.addColumn('host_region_code', 'text', (col) => col.notNull().references('host.region_code'))
		.addColumn('visitor_region_code', 'text', (col) => col.notNull().references('region.code'))
		.addColumn('innovation_id', 'text', (col) => col.references('innovation.id'))
		.addColumn('requested_by', 'text', (col) => col.notNull().references('account.id'))
		.addColumn('submit_key', 'text', (col) => col.notNull())
		.addColumn('state', 'text', (col) =>
			col
				.notNull()
				.check(
					sql`state in ('draft', 'submitted', 'in_review', 'needs_info', 'countered', 'scheduled', 'change_proposed', 'completed', 'reported', 'closed', 'declined', 'withdrawn', 'cancelled', 'expired', 'no_show')`
				)
		)
		.addColumn('version', 'integer', (col) => col.notNull())
		.addColumn('mode', 'text', (col) =>
			col.notNull().check(sql`mode in ('online', 'onsite', 'hybrid')`)
		)
		.addColumn('people', 'integer', (col) => col.notNull().check(sql`people >= 1`))
		.addColumn('purpose', 'text', (col) => col.notNull())
		.addColumn('onsite_reason', 'text')
		.addColumn('needs', 'text', (col) => col.notNull().defaultTo(''))
		.addColumn('session_window_id', 'text', (col) => col.references('host_window.id'))
		.addColumn('session_day', 'text')
		.addColumn('decision_reason_code', 'text')
		.addColumn('decision_reason', 'text')
		.addColumn('decision_alternative', 'text')
		.addColumn('is_sample', 'integer', (col) => col.notNull().check(sql`is_sample in (0, 1)`))
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addColumn('submitted_at', 'text')
		.addColumn('answer_due_on', 'text')
		.addColumn('updated_at', 'text', (col) => col.notNull())
		.addUniqueConstraint('visit_submit_key_unique', ['requested_by', 'submit_key'])
		.addCheckConstraint(
			'visit_onsite_reason',
			sql`mode = 'online' or state = 'draft' or onsite_reason is not null`
		)
		.addCheckConstraint('visit_regions', sql`host_region_code <> visitor_region_code`)
		.$call(types.strict)
		.execute();
	await db.schema
		.createIndex('visit_host_idx')
		.on('visit')
		.columns(['host_region_code', 'state'])
		.execute();
	await db.schema
		.createIndex('visit_visitor_idx')
		.on('visit')
		.columns(['visitor_region_code', 'state'])
		.execute();

	await db.schema
		.createTable('visit_question')
		.addColumn('visit_id', 'text', (col) =>
			col.notNull().references('visit.id').onDelete('cascade')
		)
		.addColumn('position', 'integer', (col) => col.notNull())
		.addColumn('question', 'text', (col) => col.notNull())
		.addColumn('answer', 'text')
		.addPrimaryKeyConstraint('visit_question_pkey', ['visit_id', 'position'])
		.$call(types.strict)
		.execute();

	await db.schema
		.createTable('visit_preference')
		.addColumn('visit_id', 'text', (col) =>
			col.notNull().references('visit.id').onDelete('cascade')
		)
		.addColumn('position', 'integer', (col) => col.notNull())
		.addColumn('window_id', 'text', (col) => col.notNull().references('host_window.id'))
		.addColumn('day', 'text', (col) => col.notNull())
		.addPrimaryKeyConstraint('visit_preference_pkey', ['visit_id', 'position'])
		.addUniqueConstraint('visit_preference_session_unique', ['visit_id', 'window_id', 'day'])
		.$call(types.strict)
		.execute();

	// Append-only: what happened to a visit, by whom, on which side.
	await db.schema
		.createTable('visit_event')
		.addColumn('visit_id', 'text', (col) =>
			col.notNull().references('visit.id').onDelete('cascade')
		)
		.addColumn('number', 'integer', (col) => col.notNull())
		.addColumn('action', 'text', (col) => col.notNull())
		.addColumn('from_state', 'text')
		.addColumn('to_state', 'text', (col) => col.notNull())
		.addColumn('account_id', 'text', (col) => col.references('account.id'))
		.addColumn('role', 'text')
		.addColumn('side', 'text', (col) =>
			col.notNull().check(sql`side in ('visitor', 'host', 'system')`)
		)
		.addColumn('detail', 'text', (col) => col.notNull().defaultTo('{}'))
		.addColumn('happened_at', 'text', (col) => col.notNull())
		.addPrimaryKeyConstraint('visit_event_pkey', ['visit_id', 'number'])
		.$call(types.strict)
		.execute();

	// A claim is one visit slot of one dated session: the key refuses the second taker.
	await db.schema
		.createTable('session_claim')
		.addColumn('host_region_code', 'text', (col) => col.notNull().references('host.region_code'))
		.addColumn('day', 'text', (col) => col.notNull())
		.addColumn('window_id', 'text', (col) => col.notNull().references('host_window.id'))
		.addColumn('slot', 'integer', (col) => col.notNull())
		.addColumn('visit_id', 'text', (col) =>
			col.notNull().references('visit.id').onDelete('cascade')
		)
		.addColumn('people', 'integer', (col) => col.notNull())
		.addColumn('hold_expires_at', 'text')
		.addColumn('claimed_at', 'text', (col) => col.notNull())
		.addPrimaryKeyConstraint('session_claim_pkey', ['host_region_code', 'day', 'window_id', 'slot'])
		.$call(types.strict)
		.execute();
	await db.schema
		.createIndex('session_claim_visit_idx')
		.on('session_claim')
		.column('visit_id')
		.execute();

	// The day's counters with their limits beside them, so that the CHECK can refuse.
	await db.schema
		.createTable('host_day')
		.addColumn('host_region_code', 'text', (col) => col.notNull().references('host.region_code'))
		.addColumn('day', 'text', (col) => col.notNull())
		.addColumn('visits', 'integer', (col) => col.notNull())
		.addColumn('people', 'integer', (col) => col.notNull())
		.addColumn('max_visits', 'integer', (col) => col.notNull())
		.addColumn('max_people', 'integer', (col) => col.notNull())
		.addPrimaryKeyConstraint('host_day_pkey', ['host_region_code', 'day'])
		.addCheckConstraint('host_day_visits', sql`visits between 0 and max_visits`)
		.addCheckConstraint('host_day_people', sql`people between 0 and max_people`)
		.$call(types.strict)
		.execute();

	// The month's counter, for hosts who wish to receive only so many.
	await db.schema
		.createTable('host_month')
		.addColumn('host_region_code', 'text', (col) => col.notNull().references('host.region_code'))
		.addColumn('month', 'text', (col) => col.notNull())
		.addColumn('visits', 'integer', (col) => col.notNull())
		.addColumn('max_visits', 'integer', (col) => col.notNull())
		.addPrimaryKeyConstraint('host_month_pkey', ['host_region_code', 'month'])
		.addCheckConstraint('host_month_visits', sql`visits between 0 and max_visits`)
		.$call(types.strict)
		.execute();

	// Messages to people, written by the transaction that causes them and sent afterwards.
	await db.schema
		.createTable('outbox')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('dedupe_key', 'text', (col) => col.notNull().unique())
		.addColumn('account_id', 'text', (col) =>
			col.notNull().references('account.id').onDelete('cascade')
		)
		.addColumn('template', 'text', (col) => col.notNull())
		.addColumn('data', 'text', (col) => col.notNull())
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addColumn('read_at', 'text')
		.addColumn('sent_at', 'text')
		.$call(types.strict)
		.execute();
	await db.schema
		.createIndex('outbox_account_idx')
		.on('outbox')
		.columns(['account_id', 'created_at'])
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	for (const table of [
		'outbox',
		'host_month',
		'host_day',
		'session_claim',
		'visit_event',
		'visit_preference',
		'visit_question',
		'visit',
		'host_blackout',
		'host_window',
		'host',
		'holiday'
	]) {
		await db.schema.dropTable(table).execute();
	}
}

import { sql } from 'kysely';
import type { ColumnTypes, MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	await db.schema
		.createTable('agency')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('region_code', 'text', (col) => col.notNull().references('region.code'))
		.addColumn('name', 'text', (col) => col.notNull())
		.addColumn('short_name', 'text', (col) => col.notNull())
		.addUniqueConstraint('agency_name_unique', ['region_code', 'name'])
		.$call(types.strict)
		.execute();

	await db.schema
		.createTable('agency_service')
		.addColumn('agency_id', 'text', (col) => col.notNull().references('agency.id'))
		.addColumn('service_code', 'text', (col) => col.notNull().references('service.code'))
		.addPrimaryKeyConstraint('agency_service_pkey', ['agency_id', 'service_code'])
		.$call(types.strict)
		.execute();

	await db.schema
		.createTable('account')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('email', 'text', (col) => col.notNull().unique())
		.addColumn('name', 'text', (col) => col.notNull())
		.addColumn('password_hash', 'text')
		.addColumn('locale', 'text', (col) => col.check(sql`locale in ('id', 'en')`))
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addColumn('disabled_at', 'text')
		.addCheckConstraint('account_email_lower', sql`email = lower(email)`)
		.$call(types.strict)
		.execute();

	await db.schema
		.createTable('role_grant')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('account_id', 'text', (col) =>
			col.notNull().references('account.id').onDelete('cascade')
		)
		.addColumn('role', 'text', (col) =>
			col
				.notNull()
				.check(
					sql`role in ('secretary', 'agency_head', 'operator', 'delegate', 'institution_admin', 'platform_admin')`
				)
		)
		.addColumn('region_code', 'text', (col) => col.references('region.code'))
		.addColumn('agency_id', 'text', (col) => col.references('agency.id'))
		.addCheckConstraint(
			'role_grant_scope',
			sql`(role = 'platform_admin') = (region_code is null) and (role not in ('agency_head', 'operator') or agency_id is not null)`
		)
		.$call(types.strict)
		.execute();
	await db.schema
		.createIndex('role_grant_account_idx')
		.on('role_grant')
		.column('account_id')
		.execute();

	await db.schema
		.createTable('session')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('account_id', 'text', (col) =>
			col.notNull().references('account.id').onDelete('cascade')
		)
		.addColumn('secret_hash', 'text', (col) => col.notNull())
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addColumn('used_at', 'text', (col) => col.notNull())
		.$call(types.strict)
		.execute();
	await db.schema.createIndex('session_account_idx').on('session').column('account_id').execute();

	await db.schema
		.createTable('api_token')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('account_id', 'text', (col) =>
			col.notNull().references('account.id').onDelete('cascade')
		)
		.addColumn('name', 'text', (col) => col.notNull())
		.addColumn('secret_hash', 'text', (col) => col.notNull())
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addColumn('used_at', 'text')
		.addColumn('revoked_at', 'text')
		.$call(types.strict)
		.execute();

	// A link that works once: the first administrator's, later invitations and resets.
	await db.schema
		.createTable('account_link')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('purpose', 'text', (col) =>
			col.notNull().check(sql`purpose in ('first_admin', 'set_password')`)
		)
		.addColumn('account_id', 'text', (col) => col.references('account.id').onDelete('cascade'))
		.addColumn('secret_hash', 'text', (col) => col.notNull())
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addColumn('expires_at', 'text', (col) => col.notNull())
		.addColumn('used_at', 'text')
		.addCheckConstraint(
			'account_link_account',
			sql`(purpose = 'first_admin') = (account_id is null)`
		)
		.$call(types.strict)
		.execute();

	await db.schema
		.createTable('rate_limit')
		.addColumn('bucket', 'text', (col) => col.primaryKey())
		.addColumn('tokens', types.number, (col) => col.notNull())
		.addColumn('updated_ms', types.number, (col) => col.notNull())
		.$call(types.strict)
		.execute();

	await db.schema
		.createTable('idempotency_key')
		.addColumn('account_id', 'text', (col) =>
			col.notNull().references('account.id').onDelete('cascade')
		)
		.addColumn('key', 'text', (col) => col.notNull())
		.addColumn('request_hash', 'text', (col) => col.notNull())
		.addColumn('status', 'integer')
		.addColumn('body', 'text')
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addPrimaryKeyConstraint('idempotency_key_pkey', ['account_id', 'key'])
		.$call(types.strict)
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	for (const table of [
		'idempotency_key',
		'rate_limit',
		'account_link',
		'api_token',
		'session',
		'role_grant',
		'account',
		'agency_service',
		'agency'
	]) {
		await db.schema.dropTable(table).execute();
	}
}

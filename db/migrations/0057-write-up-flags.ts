import { sql } from 'kysely';
import type { ColumnTypes, MigrationDb } from './column-types.ts';

const TEXTS = {
	kinds: ['question', 'answer'],
	reasons: ['personal_data', 'insult', 'advertising', 'off_topic'],
	outcomes: ['kept', 'hidden']
};
/** Write-ups can be reported too, for what can be wrong with them, and mended. */
const ALL = {
	kinds: [...TEXTS.kinds, 'innovation'],
	reasons: [...TEXTS.reasons, 'wrong_data', 'not_running', 'copyright'],
	outcomes: [...TEXTS.outcomes, 'mended']
};
const COLUMNS = [
	'id',
	'kind',
	'target_id',
	'region_code',
	'flagged_by',
	'reason',
	'created_at',
	'outcome',
	'decided_by',
	'decided_at'
] as const;

export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	await rebuild(db, types, ALL);
	await db.schema
		.alterTable('flag')
		.addColumn('note', 'text', (col) => col.notNull().defaultTo(''))
		.execute();
}

export async function down(db: MigrationDb, types: ColumnTypes): Promise<void> {
	await db.deleteFrom('flag').where('kind', '=', 'innovation').execute();
	await db.deleteFrom('flag').where('reason', 'not in', TEXTS.reasons).execute();
	await rebuild(db, types, TEXTS);
}

/** What a column may hold cannot be changed in SQLite: the table is made anew, on both alike. */
async function rebuild(db: MigrationDb, types: ColumnTypes, allowed: typeof TEXTS): Promise<void> {
	const oneOf = (column: string, values: readonly string[]) =>
		sql`${sql.ref(column)} in (${sql.join(values.map((value) => sql.lit(value)))})`;
	await db.schema
		.createTable('flag_new')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('kind', 'text', (col) => col.notNull().check(oneOf('kind', allowed.kinds)))
		.addColumn('target_id', 'text', (col) => col.notNull())
		.addColumn('region_code', 'text', (col) => col.notNull().references('region.code'))
		.addColumn('flagged_by', 'text', (col) =>
			col.notNull().references('account.id').onDelete('cascade')
		)
		.addColumn('reason', 'text', (col) => col.notNull().check(oneOf('reason', allowed.reasons)))
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addColumn('outcome', 'text', (col) => col.check(oneOf('outcome', allowed.outcomes)))
		.addColumn('decided_by', 'text')
		.addColumn('decided_at', 'text')
		.$call(types.strict)
		.execute();
	await db
		.insertInto('flag_new')
		.columns([...COLUMNS])
		.expression(db.selectFrom('flag').select([...COLUMNS]))
		.execute();
	await db.schema.dropTable('flag').execute();
	await db.schema.alterTable('flag_new').renameTo('flag').execute();
	await db.schema.createIndex('flag_region_idx').on('flag').column('region_code').execute();
	await db.schema
		.createIndex('flag_once')
		.unique()
		.on('flag')
		.columns(['kind', 'target_id', 'flagged_by'])
		.execute();
}

import { sql } from 'kysely';
import type { ColumnTypes, MigrationDb } from './column-types.ts';

export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	// One row: counts the changes of the index, and says which rules made it.
	await db.schema
		.createTable('search_state')
		.addColumn('id', 'integer', (col) => col.primaryKey().check(sql`id = 1`))
		.addColumn('version', 'integer', (col) => col.notNull())
		.addColumn('normaliser', 'integer', (col) => col.notNull())
		.$call(types.strict)
		.execute();
	await db.insertInto('search_state').values({ id: 1, version: 0, normaliser: 0 }).execute();

	// What lists need of a published write-up. No foreign key: the row outlives the write-up, so
	// that every process hears of its removal.
	await db.schema
		.createTable('search_document')
		.addColumn('id', 'integer', (col) => col.primaryKey())
		.addColumn('innovation_id', 'text', (col) => col.notNull().unique())
		.addColumn('innovation_version', 'integer', (col) => col.notNull())
		.addColumn('changed_version', 'integer', (col) => col.notNull())
		.addColumn('is_removed', 'integer', (col) => col.notNull().check(sql`is_removed in (0, 1)`))
		.addColumn('region_code', 'text', (col) => col.notNull())
		.addColumn('kind', 'text', (col) => col.notNull())
		.addColumn('stage', 'text', (col) => col.notNull())
		.addColumn('services', 'text', (col) => col.notNull())
		.addColumn('kpis', 'text', (col) => col.notNull())
		.addColumn('title_id', 'text', (col) => col.notNull())
		.addColumn('title_en', 'text')
		.addColumn('published_at', 'text', (col) => col.notNull())
		.addColumn('updated_at', 'text', (col) => col.notNull())
		.addColumn('confirmed_on', 'text')
		.addColumn('words', 'text', (col) => col.notNull())
		.$call(types.strict)
		.execute();
	await db.schema
		.createIndex('search_document_changed_idx')
		.on('search_document')
		.column('changed_version')
		.execute();

	// Every word of the published write-ups, with its stem and in how many of them it stands.
	await db.schema
		.createTable('search_word')
		.addColumn('surface', 'text', (col) => col.primaryKey())
		.addColumn('stem', 'text', (col) => col.notNull())
		.addColumn('documents', 'integer', (col) => col.notNull())
		.$call(types.clustered)
		.execute();
	await db.schema.createIndex('search_word_stem_idx').on('search_word').column('stem').execute();

	// The words with a letter taken away, by which slips of typing are found.
	await db.schema
		.createTable('search_typo')
		.addColumn('variant', 'text', (col) => col.notNull())
		.addColumn('surface', 'text', (col) => col.notNull())
		.addPrimaryKeyConstraint('search_typo_pkey', ['variant', 'surface'])
		.$call(types.clustered)
		.execute();

	if (types.dialect === 'sqlite') {
		await sql`create virtual table search_index using fts5(title, head, body, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 tokenchars '=#@'")`.execute(
			db
		);
	} else {
		await sql`create table search_index (id integer primary key, head tsvector not null, words tsvector not null)`.execute(
			db
		);
		await sql`create index search_index_head_idx on search_index using gin (head)`.execute(db);
		await sql`create index search_index_words_idx on search_index using gin (words)`.execute(db);
		// Prefixes are ranges of the bytes, whatever the language of the database.
		await sql`create index search_word_prefix_idx on search_word (surface collate "C")`.execute(db);
	}

	await db.schema
		.createTable('saved_search')
		.addColumn('id', 'text', (col) => col.primaryKey())
		.addColumn('account_id', 'text', (col) =>
			col.notNull().references('account.id').onDelete('cascade')
		)
		.addColumn('name', 'text', (col) => col.notNull())
		.addColumn('query', 'text', (col) => col.notNull())
		.addColumn('created_at', 'text', (col) => col.notNull())
		.addUniqueConstraint('saved_search_query', ['account_id', 'query'])
		.$call(types.strict)
		.execute();
}

export async function down(db: MigrationDb): Promise<void> {
	for (const table of [
		'saved_search',
		'search_index',
		'search_typo',
		'search_word',
		'search_document',
		'search_state'
	]) {
		await db.schema.dropTable(table).execute();
	}
}

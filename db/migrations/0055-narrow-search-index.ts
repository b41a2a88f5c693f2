import { sql } from 'kysely';
import type { ColumnTypes, MigrationDb } from './column-types.ts';

/**
 * On PostgreSQL finding where a word stands read the page of every row that has it, and the heads
 * of the write-ups lay there: 30 MB for 20,000. They move to a table that only ranking reads, and
 * what stands at the head or in the title is marked in `words` by a sign before its letters.
 */
export async function up(db: MigrationDb, types: ColumnTypes): Promise<void> {
	if (types.dialect === 'sqlite') return;
	await sql`create table search_index_head (id integer primary key, head tsvector not null)`.execute(
		db
	);
	await sql`insert into search_index_head select id, head from search_index`.execute(db);
	await sql`create table search_index_words (id integer primary key, words tsvector not null)`.execute(
		db
	);
	// A column that is dropped stays in every row: the rows are written anew.
	await sql`
		insert into search_index_words
		select id, words || array_to_tsvector(
			array(select '^' || lexeme from unnest(head)) ||
			array(select '~' || lexeme from unnest(head) where 'A' = any (weights)))
		from search_index order by id`.execute(db);
	await sql`drop table search_index`.execute(db);
	await sql`alter table search_index_words rename to search_index`.execute(db);
	await sql`create index search_index_words_idx on search_index using gin (words)`.execute(db);
}

export async function down(db: MigrationDb, types: ColumnTypes): Promise<void> {
	if (types.dialect === 'sqlite') return;
	await sql`create table search_index_wide (id integer primary key, head tsvector not null, words tsvector not null)`.execute(
		db
	);
	await sql`
		insert into search_index_wide
		select id, head, ts_delete(words, array(
			select lexeme from unnest(words) where left(lexeme, 1) in ('^', '~')))
		from search_index join search_index_head using (id) order by id`.execute(db);
	await sql`drop table search_index, search_index_head`.execute(db);
	await sql`alter table search_index_wide rename to search_index`.execute(db);
	await sql`create index search_index_head_idx on search_index using gin (head)`.execute(db);
	await sql`create index search_index_words_idx on search_index using gin (words)`.execute(db);
}

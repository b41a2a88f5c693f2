import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { withStatementCache } from '#lib/database/statement-cache.ts';

test('a query is prepared once', () => {
	const cached = withStatementCache(new Sqlite(':memory:'));
	expect(cached.prepare('select 1 as one')).toBe(cached.prepare('select 1 as one'));
});

test('a statement that is still being read is not handed out again', () => {
	const cached = withStatementCache(new Sqlite(':memory:'));
	const query = 'select 1 as n union all select 2';
	const reading = cached.prepare(query).iterate([]);
	reading.next();

	expect(cached.prepare(query).all([])).toEqual([{ n: 1 }, { n: 2 }]);
	expect([...reading]).toEqual([{ n: 2 }]);
});

test('a kept statement follows a change of its table', () => {
	const database = new Sqlite(':memory:');
	const cached = withStatementCache(database);
	database.exec('create table region (code text) strict');
	database.exec("insert into region values ('36.71')");
	expect(cached.prepare('select * from region').all([])).toEqual([{ code: '36.71' }]);

	database.exec("alter table region add column name text default 'Kota Tangerang'");
	expect(cached.prepare('select * from region').all([])).toEqual([
		{ code: '36.71', name: 'Kota Tangerang' }
	]);
});

test('the least recently used statements go first', () => {
	const cached = withStatementCache(new Sqlite(':memory:'));
	const [first, second] = ['select 0 as n', 'select 1 as n'].map((sql) => cached.prepare(sql));
	for (let n = 2; n <= 300; n++) {
		cached.prepare('select 0 as n');
		cached.prepare(`select ${String(n)} as n`);
	}
	expect(cached.prepare('select 0 as n')).toBe(first);
	expect(cached.prepare('select 1 as n')).not.toBe(second);
});

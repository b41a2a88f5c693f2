import { expect, test } from 'vitest';
import { parseCsv } from '#db/reference/csv.ts';

test('cells are named by the header, with either line ending and a byte order mark', () => {
	expect(parseCsv('\uFEFFcode,name\r\n36.71,Kota Tangerang\n11.10,Aceh Singkil\n')).toEqual([
		{ code: '36.71', name: 'Kota Tangerang' },
		{ code: '11.10', name: 'Aceh Singkil' }
	]);
});

test('quoted cells hold commas, line breaks and quotes', () => {
	expect(parseCsv('a,b\n"x, y","Ra""as"\n"two\nlines",')).toEqual([
		{ a: 'x, y', b: 'Ra"as' },
		{ a: 'two\nlines', b: '' }
	]);
});

test('empty cells stay, missing ones are absent, and an empty file has no rows', () => {
	expect(parseCsv('a,b,c\n1,,3\n4\n')).toEqual([{ a: '1', b: '', c: '3' }, { a: '4' }]);
	expect(parseCsv('')).toEqual([]);
});

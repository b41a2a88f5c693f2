import { expect, test } from 'vitest';
import { listPage } from '#lib/innovations/list-page.ts';

const fortyFive = Array.from({ length: 45 }, (_, i) => i + 1);

test('pages hold twenty each, and the last one the rest', () => {
	expect(listPage(fortyFive, 1)).toMatchObject({ page: 1, pages: 3 });
	expect(listPage(fortyFive, 2).shown).toEqual(fortyFive.slice(20, 40));
	expect(listPage(fortyFive, 3).shown).toEqual([41, 42, 43, 44, 45]);
});

test('a page beyond the last is the last, so that a list that has write-ups never looks empty', () => {
	expect(listPage(fortyFive, 99)).toEqual(listPage(fortyFive, 3));
	expect(listPage([1, 2, 3], 99)).toEqual({ shown: [1, 2, 3], page: 1, pages: 1 });
});

test('an empty list has one empty page', () => {
	expect(listPage([], 5)).toEqual({ shown: [], page: 1, pages: 1 });
});

import { expect, test } from 'vitest';
import { isCodePrefix, searchName, searchWords } from '#lib/regions/search-name.ts';

test('names are kept without capitals, marks and punctuation', () => {
	expect(searchName('Kabupaten Toli-Toli')).toBe('kabupaten toli toli');
	expect(searchName('  Kota Pangkalpinang ')).toBe('kota pangkalpinang');
	expect(searchName('Mahé')).toBe('mahe');
});

test.each([
	['Kab. Tangerang', ['kabupaten', 'tangerang']],
	['pemkot tangerang', ['kota', 'tangerang']],
	['City of Serang', ['kota', 'serang']],
	['Tangsel', ['tangerang', 'selatan']],
	['jogja', ['yogyakarta']]
])('%s is looked for as people mean it', (query, words) => {
	expect(searchWords(query)).toEqual(words);
});

test('a query of signs holds no word to look for', () => {
	expect(searchWords('%_ ???')).toEqual([]);
});

test('words that a plain object would know by itself stay words', () => {
	expect(searchWords('constructor')).toEqual(['constructor']);
});

test.each(['36', '36.', '36.7', ' 36.71 '])('%s begins a code', (query) => {
	expect(isCodePrefix(query)).toBe(true);
});

test.each(['3', '3671', '36.71.01', 'Kota', ''])('%j begins no code of a region', (query) => {
	expect(isCodePrefix(query)).toBe(false);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf, marksIn } from '#lib/innovations/excerpt.ts';
import { localText } from '#lib/innovations/local-text.ts';
import { hasPersonalNumber } from '#lib/core/personal-number.ts';
import { plainText } from '#lib/innovations/plain-text.ts';
import { slugOf } from '#lib/innovations/slug.ts';
import { markExpression } from '#lib/search/query-tree.ts';
import { wordCount } from '#lib/innovations/word-count.ts';

test('plain text keeps the words of Markdown and drops its marks', () => {
	const markdown =
		'## Cara kerja\n\n- **Tempat:** 13 kecamatan.[^1]\n- [situs](https://a.go.id)\n\n| Tahap | Waktu |\n| --- | --- |\n| Uji | 2016 |\n\nKTP-el dan snake_case';

	expect(plainText(markdown)).toBe(
		'Cara kerja Tempat: 13 kecamatan. situs Tahap Waktu Uji 2016 KTP-el dan snake_case'
	);
});

test.each([
	['', 0],
	['Satu dua tiga.', 3],
	['- **Satu** — dua[^1]\n- tiga | empat', 4],
	['| --- | --- |', 0]
])('%j has %i words', (markdown, count) => {
	expect(wordCount(markdown)).toBe(count);
});

function expression(...words: string[]): RegExp {
	const found = markExpression(words.map((word) => [[word]]));
	if (!found) throw new Error('no words');
	return found;
}

describe('an excerpt', () => {
	const text = `${'awal '.repeat(40)}layanan **akta kelahiran** di kecamatan ${'akhir '.repeat(60)}`;

	test('shows the surroundings of the word that was found, and where it stands', () => {
		const excerpt = excerptOf(text, expression('akta'));
		const [[from, to] = [0, 0]] = excerpt?.marks ?? [];

		expect(excerpt?.text).toMatch(/^… (?:awal )+layanan akta kelahiran di kecamatan .* …$/);
		expect(excerpt?.text.slice(from, to)).toBe('akta');
	});

	test('is the passage with the most of the words', () => {
		const far = `layanan ${'kata '.repeat(60)}layanan penduduk nonpermanen`;

		expect(excerptOf(far, expression('layanan', 'nonpermanen'))?.text).toContain(
			'penduduk nonpermanen'
		);
	});

	test('is there only when a word is', () => {
		expect(excerptOf(text, expression('paspor'))).toBeNull();
	});

	test('marks whole words only, and phrases as a whole', () => {
		expect(marksIn('kota dan kotak', expression('kota'))).toEqual([[0, 4]]);
		const phrase = markExpression([[['kartu'], ['keluarga']]]);
		expect(phrase && marksIn('kartu keluarga, keluarga', phrase)).toEqual([[0, 14]]);
	});

	test('never marks beyond its text', () => {
		const words = fc.array(fc.constantFrom('akta', 'di', 'KIA,', 'é', '[^1]', '|', '😀', 'İ'));
		fc.assert(
			fc.property(words, fc.constantFrom('akta', 'a', 'di kia', 'i'), (all, query) => {
				const text = all.join(' ');
				const { text: shown = '', marks = [] } =
					excerptOf(text, expression(...query.split(' '))) ?? {};

				expect(marks.every(([from, to]) => from < to && to <= shown.length)).toBe(true);
			})
		);
	});
});

test.each([
	['Enam layanan adminduk di 13 kecamatan!', 'enam-layanan-adminduk-di-13-kecamatan'],
	['  Café “Dukcapil” ', 'cafe-dukcapil'],
	['New', 'inovasi-new'],
	['!!!', 'inovasi'],
	['a'.repeat(200), 'a'.repeat(80)]
])('the address of %j is %j', (title, slug) => {
	expect(slugOf(title)).toBe(slug);
});

test.each([
	['NIK 3671012508900001 tercatat', true],
	['3671 0125 0890 0001', true],
	['36.71.01.650890.0001', true],
	['telepon 021-5579 1234', false],
	['nomor berkas 12345678901234567', false],
	['2017 2018 2019 2020', false],
	['Rp 1.234.567.890', false]
])('%j holds a personal number: %s', (text, expected) => {
	expect(hasPersonalNumber(text)).toBe(expected);
});

test('an English reader gets Indonesian, and is told, while there is no translation', () => {
	expect(localText('en', { id: 'Judul', en: null })).toEqual({
		text: 'Judul',
		lang: 'id',
		isFallback: true
	});
	expect(localText('en', { id: 'Judul', en: 'Title' })).toMatchObject({
		lang: 'en',
		text: 'Title'
	});
	expect(localText('id', { id: 'Judul', en: 'Title' })).toMatchObject({
		lang: 'id',
		isFallback: false
	});
});

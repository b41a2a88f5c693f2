import { describe, expect, test } from 'vitest';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import type { LetterFacts, LetterKind } from '#lib/visits/letter.ts';
import { writeLetter } from '#lib/visits/write-letter.ts';
import { letterFacts, letterInput } from '#tests/support/letters.ts';

const write = (kind: LetterKind, changes: Partial<LetterFacts> = {}) =>
	writeLetter(kind, { ...letterFacts, ...changes }, letterInput, translateIn('id'));

describe('a letter of request', () => {
	test('goes from head of region to head of region, with number, nature, attachment and subject', () => {
		const { addressee, meta, placeAndDate } = write('request');
		expect(addressee).toEqual(['Yth. Wali Kota Tangerang', 'di –', 'Kota Tangerang']);
		expect(meta.map(({ label }) => label)).toEqual(['Nomor', 'Sifat', 'Lampiran', 'Hal']);
		expect(placeAndDate).toBe('Tigaraksa, 25 November 2026');
	});

	test('proposes the times that were asked for until one is agreed', () => {
		expect(write('request', { session: null }).details).toContainEqual({
			label: 'Usulan waktu 2',
			value: 'Kamis, 10 Desember 2026, 13.00–15.30 WITA'
		});
		expect(write('request').details.map(({ label }) => label)).not.toContain('Usulan waktu 2');
	});
});

describe('a reply', () => {
	const declined = {
		state: 'declined',
		session: null,
		decision: { reason: 'Aula sedang direnovasi.', alternative: 'online' }
	} as const;

	test('promises the visit only when it has a date', () => {
		expect(write('reply').paragraphs[0]).toContain('bersedia menerima');
		for (const state of ['submitted', 'countered', 'declined', 'cancelled'] as const) {
			const { paragraphs } = write('reply', { state, session: null });
			expect(paragraphs.join(' ')).not.toContain('bersedia menerima');
		}
	});

	test('of refusal says why and what is offered instead, and no time', () => {
		const { paragraphs, details } = write('reply', declined);
		expect(paragraphs[0]).toContain('belum dapat menerima');
		expect(paragraphs.slice(1)).toEqual([
			'Aula sedang direnovasi.',
			'Sebagai jalan lain, kami menawarkan kunjungan daring.'
		]);
		expect(details).toEqual([]);
	});

	test('with other times lists them', () => {
		const { details } = write('reply', {
			state: 'countered',
			session: null,
			offered: letterFacts.proposed.slice(1)
		});
		expect(details).toContainEqual({
			label: 'Usulan waktu',
			value: 'Kamis, 10 Desember 2026, 13.00–15.30 WITA'
		});
	});

	test('names the letter it answers by number and date, or the request while there is none', () => {
		const requestLetter = { number: '400.12/9/Setda/2026', date: '2026-11-20' };
		expect(write('reply', { requestLetter }).paragraphs[0]).toContain(
			'surat Pemerintah Kabupaten Tangerang Nomor 400.12/9/Setda/2026 tanggal 20 November 2026'
		);
		expect(write('reply').paragraphs[0]).toContain('nomor rujukan V-CNTH22');
	});
});

test('the list of the delegation says who leads it', () => {
	expect(write('delegation').table?.rows).toEqual([
		['1', 'Siti #sys.version', 'Kepala Bidang', 'Disdukcapil', 'Ketua rombongan']
	]);
});

test('a statement has its title in the middle and says who declares what', () => {
	const { title, meta, addressee, paragraphs, details, continued } = write('statement');
	expect(title).toBe('SURAT KETERANGAN REPLIKASI INOVASI');
	expect(meta).toEqual([{ label: 'NOMOR', value: '400.12/127/Setda/2026' }]);
	expect(addressee).toEqual([]);
	expect(paragraphs).toEqual(['Yang bertanda tangan di bawah ini:']);
	expect(details.map(({ label }) => label)).toEqual(['Nama', 'Pangkat/golongan', 'Jabatan']);
	expect(continued[0]).toMatch(/^dengan ini menerangkan bahwa Pemerintah Kabupaten Tangerang/);
});

test('a letter of the demonstration says on its paper that it is a sample', () => {
	expect(write('reply', { isSample: true }).sampleMark).toBe('Data contoh');
	expect(write('reply').sampleMark).toBeNull();
});

import { describe, expect, test } from 'vitest';
import { checkedAnswer } from '#lib/ask/cited-answer.ts';
import { passagesOf, sentencesOf } from '#lib/ask/passages.ts';
import { readConfig } from '#lib/core/config.ts';
import { hasPhoneNumber } from '#lib/questions/phone-number.ts';

const PASSAGES = [
	'Pegawai Disdukcapil ditempatkan di 13 kecamatan tanpa pelimpahan kewenangan.',
	'Layanan dibuka sejak 2017.'
];
const check = (answer: string) => checkedAnswer(answer, PASSAGES, (word) => word);

describe('a phrased answer', () => {
	test('is passed on when its passages back each sentence', () => {
		expect(
			check('Pegawai Disdukcapil ditempatkan di 13 kecamatan [1]. Layanan dibuka sejak 2017 [2].')
		).toEqual([
			{ text: 'Pegawai Disdukcapil ditempatkan di 13 kecamatan.', passages: [1] },
			{ text: 'Layanan dibuka sejak 2017.', passages: [2] }
		]);
	});

	test.each([
		['without a citation', 'Pegawai Disdukcapil ditempatkan di 13 kecamatan.'],
		['with a passage that was not given', 'Layanan dibuka sejak 2017 [3].'],
		['with a number that does not stand there', 'Layanan dibuka sejak 2018 [2].'],
		['with words of its own', 'Presiden meresmikan gedung baru kemarin [1].'],
		['of which one sentence fails', 'Layanan dibuka sejak 2017 [2]. Semua warga sangat puas.'],
		['that is empty', '  '],
		['that is endless', 'Layanan dibuka sejak 2017 [2]. '.repeat(200)]
	])('%s is dropped', (_what, answer) => {
		expect(check(answer)).toBeNull();
	});
});

test('a section is cut into paragraphs, list items and sentences of a quotable length', () => {
	expect(passagesOf('Satu.\n\n- Dua\n- Tiga\n\n---')).toEqual(['Satu.', '- Dua', '- Tiga']);
	const long = passagesOf('Kalimat yang agak panjang sekali. '.repeat(40));
	expect(long.length).toBeGreaterThan(2);
	expect(long.every((piece) => piece.length <= 460 && piece.endsWith('.'))).toBe(true);
	expect(sentencesOf('Perda No. 5 berlaku. Lalu apa?')).toEqual([
		'Perda No. 5 berlaku.',
		'Lalu apa?'
	]);
});

test.each([
	['hubungi 0812-3456-7890', true],
	['+62 812 3456 7890', true],
	['(021) 5579 1234', true],
	['tahun 2017 sampai 2025', false],
	['Rp 1.234.567.890', false],
	['24 jam, 13 kecamatan', false],
	['SK Nomor 800/1234-BKPSDM/2025', false]
])('%j holds a telephone number: %s', (text, expected) => {
	expect(hasPhoneNumber(text)).toBe(expected);
});

describe('the settings of the phrasing service', () => {
	const read = (env: Record<string, string>) => readConfig({ ...env });
	const problems = (env: Record<string, string>) => {
		const result = read(env);
		return result.ok ? [] : result.problems.map(({ setting }) => setting);
	};

	test('are none by default, and whole otherwise', () => {
		const none = read({});
		expect(none.ok && none.config.askService).toBeNull();
		const set = read({ ASK_URL: 'https://llm.example.go.id/v1', ASK_MODEL: 'm', ASK_KEY: 'k' });
		expect(set.ok && set.config.askService).toEqual({
			url: 'https://llm.example.go.id/v1',
			model: 'm',
			key: 'k'
		});
	});

	test('are refused when they cannot be used', () => {
		expect(problems({ ASK_URL: 'http://llm.example.go.id', ASK_MODEL: 'm' })).toEqual(['ASK_URL']);
		expect(problems({ ASK_URL: 'https://llm.example.go.id' })).toEqual(['ASK_MODEL']);
		expect(problems({ ASK_MODEL: 'm' })).toEqual(['ASK_URL']);
		expect(problems({ ASK_URL: 'http://127.0.0.1:11434/v1', ASK_MODEL: 'm' })).toEqual([]);
	});
});

import { describe, expect, test } from 'vitest';
import { type Facts, NO_FACTS } from '#lib/innovations/facts.ts';
import { igaIndicators } from '#lib/innovations/iga.ts';
import { submissionTexts } from '#lib/innovations/submission.ts';

const words = (count: number) => 'kata '.repeat(count).trim();
const t = (key: string) => key;

describe('a KIPP proposal', () => {
	test('has eight aspects whose weights make a hundred', () => {
		const texts = submissionTexts('kipp', new Map());
		expect(texts).toHaveLength(8);
		expect(texts.reduce((sum, { weight = 0 }) => sum + weight, 0)).toBe(100);
		expect(texts.every(({ gap }) => gap === 'missing')).toBe(true);
	});

	test('is made of the sections in order, and says where the summary is too long', () => {
		const at = (summary: number) =>
			submissionTexts(
				'kipp',
				new Map([
					['summary', words(summary)],
					['background', 'Dahulu.'],
					['objectives', 'Kelak.']
				])
			);
		expect(at(200)[0]).toMatchObject({ words: 200, gap: null });
		expect(at(201)[0]).toMatchObject({ words: 201, gap: 'too_long' });
		expect(at(1)[1]).toMatchObject({ markdown: 'Dahulu.\n\nKelak.', gap: null });
	});
});

describe('an IGA profile', () => {
	const indicator = (number: number, facts: Partial<Facts>, more = {}) =>
		igaIndicators(
			{
				facts: { ...NO_FACTS, ...facts },
				staffCount: null,
				annualBudgetRupiah: null,
				adopters: 0,
				...more
			},
			t
		).find((each) => each.number === number);

	test('wants a design of 300 words', () => {
		const design = (count: number) =>
			submissionTexts('iga', new Map([['design', words(count)]]))[0]?.gap;
		expect(design(299)).toBe('too_short');
		expect(design(300)).toBeNull();
	});

	test('has the 20 indicators, of which five are mandatory and nothing is claimed', () => {
		const all = igaIndicators(
			{ facts: NO_FACTS, staffCount: null, annualBudgetRupiah: null, adopters: 0 },
			t
		);
		expect(all.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, i) => 16 + i));
		expect(all.filter(({ isMandatory }) => isMandatory)).toHaveLength(5);
		expect(all.every(({ value, level }) => value === null && level === null)).toBe(true);
		expect(all.reduce((sum, { weight }) => sum + 3 * weight, 0)).toBe(111);
	});

	test.each([
		[10, 1],
		[11, 2],
		[30, 2],
		[31, 3]
	])('%i people are level %i', (staffCount, level) => {
		expect(indicator(17, {}, { staffCount })).toMatchObject({ value: String(staffCount), level });
	});

	test.each([
		[200, 1],
		[201, 2],
		[501, 3]
	])('%i people reached are level %i', (beneficiaryCount, level) => {
		expect(indicator(33, { beneficiaryCount })?.level).toBe(level);
	});

	test('counts the regions that both sides confirmed', () => {
		expect(indicator(31, {}, { adopters: 0 })).toMatchObject({ value: null, level: null });
		expect(indicator(31, {}, { adopters: 4 })).toMatchObject({ value: '4', level: 3 });
	});

	test('takes the strongest regulation, and none that the list does not rank', () => {
		const regulation = (kind: Facts['regulations'][number]['kind']) => ({
			...{ kind, number: '1', year: 2020, about: 'x' }
		});
		expect(
			indicator(16, { regulations: [regulation('sk_agency'), regulation('perkada')] })
		).toMatchObject({ value: 'innovation.regulation.perkada 1 2020', level: 2 });
		expect(indicator(16, { regulations: [regulation('agreement')] })?.level).toBeNull();
	});

	test('counts the months from idea to service only when both are known to the month', () => {
		const steps = (from: string, to: string): Facts['steps'] => [
			{ stage: 'initiative', on: from, textId: '', textEn: null },
			{ stage: 'implementation', on: to, textId: '', textEn: null }
		];
		expect(indicator(32, { steps: steps('2024-11', '2025-03') })).toMatchObject({
			value: '4',
			level: 3
		});
		expect(indicator(32, { steps: steps('2024-01', '2024-10-05') })?.level).toBe(1);
		expect(indicator(32, { steps: steps('2024', '2025-03') })?.value).toBeNull();
	});
});

import { describe, expect, test } from 'vitest';
import type { DefinedKpi } from '#lib/benchmarks/defined-kpi.ts';
import { kpiRanking, kpiSpread } from '#lib/benchmarks/kpi-charts.ts';
import { rankMonth, type Ranking, type RankingFigure } from '#lib/benchmarks/ranking.ts';
import { summarise } from '#lib/benchmarks/benchmark-rows.ts';
import en from '#lib/i18n/messages/en.json' with { type: 'json' };
import { translator } from '#lib/i18n/translate.ts';

const reader = { locale: 'en', t: translator('en', en) } as const;
const kpi = {
	nameId: 'Selesai dalam 24 jam',
	nameEn: 'Finished in 24 hours',
	unit: 'percent',
	kind: 'proportion',
	direction: 'higher',
	decimals: 1,
	hardMin: 0,
	hardMax: 100
} as DefinedKpi;

async function ranking(count: number): Promise<Ranking> {
	const figures = Array.from({ length: count }, (_, i): RankingFigure => ({
		code: `r${String(i + 1)}`,
		name: `Region ${String(i + 1)}`,
		value: 99 - i * 0.5,
		numerator: 990 - 5 * i,
		denominator: 1000,
		missing: null,
		isProvisional: false,
		isSample: i === 0
	}));
	return {
		kpi,
		month: '2026-10',
		group: 'all',
		groupLabel: { key: 'benchmark.group.all', name: '' },
		summary: summarise(
			figures.map(({ value, ...one }) => ({ ...one, value: value ?? 0, isSample: 0 }))
		),
		...(await rankMonth(kpi, figures, () => Promise.resolve([])))
	};
}

const hundred = await ranking(100);

describe('the ranking of a large group', () => {
	const model = kpiRanking(hundred, { own: null, selected: ['r50'] }, reader);
	const ids = model.rows.map(({ id }) => id);

	test('shows the best ten and what surrounds a chosen region, never who comes last', () => {
		expect(ids.slice(0, 10)).toEqual(Array.from({ length: 10 }, (_, i) => `r${String(i + 1)}`));
		expect(ids.slice(10)).toEqual(['r48', 'r49', 'r50', 'r51', 'r52']);
	});

	test('says how many regions are left out, where', () => {
		expect(model.rows.map(({ skippedBefore }) => skippedBefore).filter(Boolean)).toEqual([37]);
		expect(model.skippedAfter).toBe(48);
		expect(Object.keys(model.skippedTexts)).toEqual(['37', '48']);
	});

	test('has a table of the rows that are drawn', () => {
		expect(model.table.rows.map(({ header }) => header).slice(-3)).toEqual([
			'Region 50',
			'Region 51',
			'Region 52'
		]);
		expect(model.table.rows).toHaveLength(ids.length);
	});
});

test('a chosen region without a rank stands alone, not among those that come last', () => {
	const full = hundred;
	const [first, ...others] = full.rows;
	const unranked = { ...full, rows: [...others, ...(first ? [{ ...first, rank: null }] : [])] };
	const { rows } = kpiRanking(unranked, { own: 'r1', selected: [] }, reader);
	expect(rows.map(({ id }) => id).slice(-2)).toEqual(['r11', 'r1']);
});

test('a small group is ranked whole', async () => {
	expect(kpiRanking(await ranking(20), { own: null, selected: [] }, reader).rows).toHaveLength(20);
});

test('the spread of a large group tells its quartiles and the chosen regions', () => {
	const { table } = kpiSpread(hundred, { own: 'r3', selected: ['r3'] }, reader);
	expect(table.rows.map(({ header, cells }) => [header, cells[0]?.text])).toEqual([
		['10th percentile', '54.5%'],
		['25th percentile', '61.9%'],
		['Median', '74.3%'],
		['75th percentile', '86.6%'],
		['90th percentile', '94.1%'],
		['Region 3', '98.0%']
	]);
});

describe('a ranking without intervals', () => {
	const picture = (change: Partial<DefinedKpi>) =>
		kpiRanking({ ...hundred, kpi: { ...kpi, ...change } }, { own: null, selected: [] }, reader);

	test('does not promise any in its title, and says why there are none', () => {
		expect(picture({ kind: 'index' })).toMatchObject({ title: 'Ranking' });
		expect(picture({ kind: 'index' }).notes[0]).toContain('published without the spread');
		expect(picture({ kind: 'count' }).notes[0]).toContain('everything is counted');
	});

	test('is called what it is where the ranks have intervals', () => {
		const rows = hundred.rows.map((row) => ({ ...row, rankLow: 1, rankHigh: 9 }));
		const model = kpiRanking({ ...hundred, rows }, { own: null, selected: [] }, reader);
		expect(model.title).toBe(en['kpi.ranking.title']);
		expect(model.notes.join()).not.toContain('No range of uncertainty');
	});
});

test('the quartiles that are drawn, said and listed are those of the benchmark, provisional figures and all', () => {
	const rows = hundred.rows.map((row, i) => ({ ...row, isProvisional: i % 3 === 0 }));
	const { references, sentence, table } = kpiSpread(
		{ ...hundred, rows },
		{ own: null, selected: [] },
		reader
	);
	const { p25, p50, p75 } = hundred.summary;
	expect(references.map(({ value }) => value)).toEqual([p25, p50, p75]);
	const listed = table.rows.slice(1, 4).map(({ cells }) => cells[0]?.text ?? '');
	expect(listed).toHaveLength(3);
	for (const text of listed) expect(sentence).toContain(text);
	expect(sentence).toContain('100');
});

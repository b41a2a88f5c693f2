import { expect, test } from 'vitest';
import { summarise } from '#lib/benchmarks/benchmark-rows.ts';
import type { DefinedKpi } from '#lib/benchmarks/defined-kpi.ts';
import { kpiRanking } from '#lib/benchmarks/kpi-charts.ts';
import { workedExample } from '#lib/benchmarks/kpi-example.ts';
import { kpiFunnel } from '#lib/benchmarks/kpi-funnel.ts';
import { rankMonth, type Ranking, type RankingFigure } from '#lib/benchmarks/ranking.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';

const t = translateIn('id');
const kpi = {
	nameId: 'Selesai dalam 24 jam',
	nameEn: 'Finished in 24 hours',
	unit: 'percent',
	kind: 'proportion',
	derivation: 'turnaround',
	direction: 'higher',
	decimals: 1,
	hardMin: 0,
	hardMax: 100
} as DefinedKpi;

async function ranking(values: readonly number[], of = kpi): Promise<Ranking> {
	const figures = values.map((numerator, i): RankingFigure => ({
		code: `r${String(i + 1)}`,
		name: `Kota ${String.fromCharCode(65 + i)}`,
		value: (100 * numerator) / 104,
		numerator,
		denominator: 104,
		missing: null,
		isProvisional: false,
		isSample: i === 0
	}));
	return {
		kpi: of,
		month: '2026-10',
		group: 'all',
		groupLabel: { key: 'benchmark.group.all', name: '' },
		summary: summarise(
			figures.map(({ value, ...one }) => ({ ...one, value: value ?? 0, isSample: 0 }))
		),
		...(await rankMonth(of, figures, () => Promise.resolve([])))
	};
}

const nobody = { own: null, selected: [] };

test('the worked example is the own region’s, else a chosen one’s, else the middle one’s', async () => {
	const given = await ranking([82, 90, 60]);
	expect(workedExample(given, { own: 'r1', selected: ['r2'] }, 'id', t)).toMatchObject({
		name: 'Kota A',
		numerator: 82,
		denominator: 104,
		text: '78,8%',
		isSample: true
	});
	expect(workedExample(given, { own: null, selected: ['r3'] }, 'id', t)?.code).toBe('r3');
	expect(workedExample(given, nobody, 'id', t)?.code).toBe('r1');
});

test('a median or a count has no quotient to show', async () => {
	for (const kind of ['distribution', 'count', 'index'] as const) {
		expect(workedExample(await ranking([82], { ...kpi, kind }), nobody, 'id', t)).toBeNull();
	}
});

test('all that share the best place are named, many of them counted', async () => {
	const reader = { locale: 'id', t } as const;
	expect(kpiRanking(await ranking([104, 90, 104]), nobody, reader).sentence).toBe(
		'Dari 3 daerah, yang terbaik Kota A dan Kota C (100,0%).'
	);
	const many = kpiRanking(
		await ranking(Array.from({ length: 9 }, () => 104)),
		nobody,
		reader
	).sentence;
	expect(many).toContain('Kota F, dan 3 daerah lain (100,0%)');
	const english = kpiRanking(await ranking([104, 104]), nobody, {
		locale: 'en',
		t: translateIn('en')
	});
	expect(english.sentence).toBe('Of 2 regions, Kota A and Kota B are best (100.0%).');
});

test('a long ranking is drawn whole for who asks', async () => {
	const long = await ranking(Array.from({ length: 100 }, (_, i) => 104 - i));
	const reader = { locale: 'id', t } as const;
	expect(kpiRanking(long, nobody, reader).rows.length).toBeLessThan(100);
	const whole = kpiRanking(long, nobody, reader, true);
	expect(whole.rows).toHaveLength(100);
	expect([whole.skippedAfter, ...whole.rows.map(({ skippedBefore }) => skippedBefore)]).toEqual(
		Array.from({ length: 101 }, () => 0)
	);
});

test('a share of all districts has no funnel: nothing in it is chance', async () => {
	const values = Array.from({ length: 30 }, (_, i) => 60 + i);
	const reader = { locale: 'id', t } as const;
	expect(kpiFunnel(await ranking(values), nobody, reader)?.marks).toHaveLength(30);
	const coverage = { ...kpi, derivation: 'coverage' } as DefinedKpi;
	expect(kpiFunnel(await ranking(values, coverage), nobody, reader)).toBeNull();
});

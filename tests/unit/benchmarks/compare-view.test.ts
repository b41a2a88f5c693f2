import { describe, expect, test } from 'vitest';
import { compareModels } from '#lib/benchmarks/compare-chart.ts';
import { PLAIN_LOOK, type CompareLook } from '#lib/benchmarks/compare-view.ts';
import type { ComparedKpi, Comparison } from '#lib/benchmarks/comparison.ts';
import type { DefinedKpi } from '#lib/benchmarks/defined-kpi.ts';
import { packComparison, unpackComparison } from '#lib/benchmarks/packed-comparison.ts';
import type { RegionSeries } from '#lib/benchmarks/series.ts';
import { chartCsv } from '#lib/charts/csv.ts';
import type { TrendModel } from '#lib/charts/model-trend.ts';
import { renderSvg } from '#lib/charts/svg.ts';
import { monthRange } from '#lib/core/period.ts';
import type { Region } from '#lib/database/tables/regions.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import type { Locale } from '#lib/i18n/translate.ts';
import { parseCsv } from '#db/reference/csv.ts';

const months = monthRange('2026-08', '2026-10');

function region(code: string, values: (number | null)[]): RegionSeries {
	return {
		region: { code, name: `Kota ${code}` } as Region,
		cells: months.map((month, i) => {
			const value = values[i] ?? null;
			return {
				month,
				value,
				numerator: value,
				denominator: 100,
				missing: value === null ? ('late' as const) : null,
				isProvisional: false,
				isSample: true
			};
		})
	};
}

function kpi(code: string, standardValue: number | null = null): DefinedKpi {
	return {
		code,
		nameId: code,
		nameEn: code,
		unit: 'percent',
		kind: 'proportion',
		direction: 'higher',
		decimals: 1,
		hardMin: 0,
		hardMax: 100,
		version: { standardValue }
	} as DefinedKpi;
}

function compared(code: string, regions: RegionSeries[]): ComparedKpi {
	return {
		yearAgo: [region('A', [70, 75, 80]), region('B', [60, null, 65])],
		events: [
			{
				kind: 'innovation',
				month: '2026-09',
				region: 'A',
				slug: 'loket',
				titleId: 'Loket',
				titleEn: null
			},
			{ kind: 'definition', month: '2026-10', version: 2 }
		],
		control: null,
		isConstant: false,
		series: {
			kpi: kpi(code, 95),
			from: '2026-08',
			to: '2026-10',
			regions,
			isRolling: false,
			group: {
				code: 'kind:city',
				label: { key: 'benchmark.group.city', name: '' },
				months: months.map((month) => ({
					month,
					n: 93,
					nExpected: 93,
					nSample: 93,
					p25: 60,
					p50: 72.5,
					p75: 85
				}))
			}
		}
	};
}

const regions = [region('A', [80, 80, 88]), region('B', [60, null, 70])];

function comparison(look: Partial<CompareLook>): Comparison {
	return {
		...PLAIN_LOOK,
		...look,
		from: '2026-08',
		to: '2026-10',
		kpis: [compared('SLA', regions), compared('COV', [region('A', [20, 10, 15])])]
	};
}

function modelOf(look: Partial<CompareLook>, locale: Locale = 'id'): TrendModel {
	const [model] = compareModels(comparison(look), ['A'], locale, translateIn(locale));
	if (!model) throw new Error('no model');
	return model;
}

const valuesOf = (model: TrendModel) =>
	model.series.map(({ points }) => points.map(({ value }) => value));

describe('the ways to look', () => {
	test('a difference to the own region is zero for it and signed for the others', () => {
		const model = modelOf({ view: 'difference' });
		expect(valuesOf(model)).toEqual([
			[0, 0, 0],
			[-20, null, -18]
		]);
		expect(model.band?.p50).toEqual([-7.5, -7.5, -15.5]);
		expect(model.series[1]?.points[2]).toMatchObject({
			text: '−18,0 poin persen',
			detail: '70,0%'
		});
		expect(model.target).toBeNull();
	});

	test('a difference to the median of the group has the median at zero', () => {
		const model = modelOf({ view: 'difference', against: 'group' });
		expect(model.band?.p50).toEqual([0, 0, 0]);
		expect(valuesOf(model)[0]).toEqual([7.5, 7.5, 15.5]);
		expect(model.subtitle).toContain('Selisih terhadap Median semua kota');
	});

	test('an index is 100 in its base month, and nothing without a figure there', () => {
		expect(valuesOf(modelOf({ view: 'index' }))).toEqual([
			[100, 100, 110],
			[100, null, (100 * 70) / 60]
		]);
		const later = modelOf({ view: 'index', base: '2026-09' });
		expect(later.series[1]?.points[0]).toMatchObject({ value: null, missing: 'no_reference' });
		expect(later.y.unit).toBe('indeks');
	});

	test('a change since the same month last year needs that month, not its neighbour', () => {
		const model = modelOf({ view: 'year_ago' });
		expect(valuesOf(model)).toEqual([
			[10, 5, 8],
			[0, null, 5]
		]);
		expect(model.series[1]?.points[1]?.missing).toBe('late');
	});

	test.each([
		[
			{ view: 'difference' as const },
			'Pada Oktober 2026, dibandingkan dengan Kota A: Kota B lebih rendah 18,0 poin persen.'
		],
		[
			{ view: 'year_ago' as const },
			'Pada Oktober 2026, dibandingkan dengan Oktober 2025: Kota A lebih tinggi 8,0 poin persen; Kota B lebih tinggi 5,0 poin persen.'
		],
		[
			{ view: 'index' as const },
			'Pada Oktober 2026, dengan Agustus 2026 = 100: Kota A 110,0; Kota B 116,7.'
		]
	])('%o is told in a sentence', (look, sentence) => {
		expect(modelOf(look).sentence.startsWith(sentence)).toBe(true);
	});

	test.each(['value', 'difference', 'index', 'year_ago'] as const)(
		'SVG, table and CSV agree on %s',
		(view) => {
			const model = modelOf({ view });
			const rows = parseCsv(chartCsv(model));
			const svg = renderSvg(model, { width: 720, id: 'c', standalone: { source: 'S' } });
			for (const [at, { id, name, points }] of model.series.entries()) {
				const own = rows.filter((row) => row['region'] === id);
				for (const [i, { value, text }] of points.entries()) {
					expect(own[i]?.['value']).toBe(value === null ? '' : String(value));
					const cell = model.table.rows.at(-1 - i)?.cells[at];
					expect(cell).toMatchObject({ value, text });
					if (value !== null)
						expect(svg).toContain(`${name}, ${model.months[i]?.long ?? ''}: ${text}`);
				}
			}
			expect(svg).toContain('DATA CONTOH');
		}
	);
});

test('events stand on the axis, in the table and in the sentence', () => {
	const model = modelOf({});
	expect(model.events).toMatchObject([
		{ number: 1, label: 'Kota A: Loket', href: '/innovations/loket' },
		{ number: 2, label: 'definisi versi 2 mulai berlaku', href: null }
	]);
	expect(model.table.columns.at(-1)).toBe('Peristiwa');
	expect(model.table.rows.map(({ cells }) => cells.at(-1)?.text)).toEqual([
		'definisi versi 2 mulai berlaku',
		'Kota A: Loket',
		''
	]);
	expect(model.sentence).toContain('September 2026, Kota A: Loket');
	const svg = renderSvg(model, { width: 720, id: 'c', standalone: { source: 'S' } });
	expect(svg).toContain('1 September 2026: Kota A: Loket');
});

test('small multiples of one unit share an axis, in every way to look', () => {
	for (const view of ['value', 'difference', 'index'] as const) {
		const models = compareModels(comparison({ view }), ['A'], 'en', translateIn('en'));
		expect(models[1]?.y).toEqual(models[0]?.y);
		for (const { series, y } of models) {
			const values = series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
			expect(Math.min(...values)).toBeGreaterThanOrEqual(y.min);
			expect(Math.max(...values)).toBeLessThanOrEqual(y.max);
		}
	}
});

test('the own region keeps its colour and its thickness in every way to look', () => {
	for (const view of ['value', 'difference', 'index', 'year_ago'] as const) {
		const own = modelOf({ view }).series.find(({ isOwn }) => isOwn);
		expect(own).toMatchObject({ id: 'A', slot: 0 });
	}
});

test('a packed comparison is the same when it is unpacked', () => {
	const whole = comparison({});
	expect(unpackComparison(packComparison(whole))).toEqual(whole);
});

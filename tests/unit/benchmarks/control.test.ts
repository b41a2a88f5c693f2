import { describe, expect, test } from 'vitest';
import { parseCsv } from '#db/reference/csv.ts';
import { compareModels } from '#lib/benchmarks/compare-chart.ts';
import { controlSpan } from '#lib/benchmarks/control.ts';
import { judgeSeries, type SeriesPoint } from '#lib/benchmarks/series-signal.ts';
import type { DefinedKpi } from '#lib/benchmarks/defined-kpi.ts';
import { chartjsConfig } from '#lib/charts/chartjs-config.ts';
import { chartCsv } from '#lib/charts/csv.ts';
import type { TrendModel } from '#lib/charts/model-trend.ts';
import { readingLines } from '#lib/charts/reader.ts';
import { shareSvg } from '#lib/charts/share-svg.ts';
import { renderSvg } from '#lib/charts/svg.ts';
import { monthFromIndex, monthIndex, monthRange, type Month } from '#lib/core/period.ts';
import type { Region } from '#lib/database/tables/regions.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import type { Locale } from '#lib/i18n/translate.ts';
import { canvasLook } from '../charts/fixtures.ts';
import { tags } from '../charts/svg-text.ts';

const START = '2024-01';
/** Twelve months around 80, then four of them, then one far below; the next is provisional. */
const VALUES = [80, 82, 79, 81, 80, 78, 81, 80, 82, 79, 80, 81, 80, 79, 81, 80, 61, 62];
const PROVISIONAL = VALUES.length - 1;

const kpi = {
	key: 1,
	code: 'SLA',
	nameId: 'SLA',
	nameEn: 'SLA',
	unit: 'percent',
	kind: 'proportion',
	direction: 'higher',
	decimals: 1,
	hardMin: 0,
	hardMax: 100,
	version: { version: 1, validFrom: '2020-01', standardValue: 95 }
} as DefinedKpi;

function points(values: readonly (number | null)[] = VALUES): SeriesPoint[] {
	return values.flatMap((value, i) =>
		value === null
			? []
			: [
					{
						month: monthIndex(START) + i,
						value,
						isProvisional: i === PROVISIONAL,
						isSample: false
					}
				]
	);
}

function judged(values: readonly (number | null)[] = VALUES, of: DefinedKpi = kpi) {
	const series = judgeSeries(of, points(values));
	if (!series) throw new Error('no series');
	return series;
}

function modelOf(
	locale: Locale,
	span: { from: Month; to: Month },
	values: readonly (number | null)[] = VALUES
): TrendModel {
	const months = monthRange(span.from, span.to);
	const [model] = compareModels(
		{
			...span,
			view: 'control',
			against: 'region',
			base: null,
			kpis: [
				{
					yearAgo: null,
					events: [],
					isConstant: false,
					control: controlSpan(judged(values), span),
					series: {
						kpi,
						...span,
						isRolling: false,
						group: null,
						regions: ['A', 'B'].map((code) => ({
							region: { code, name: `Kota ${code}` } as Region,
							cells: months.map((month) => {
								const i = monthIndex(month) - monthIndex(START);
								const value = values[i] ?? null;
								return {
									month,
									value,
									numerator: value,
									denominator: 100,
									missing: value === null ? ('late' as const) : null,
									isProvisional: i === PROVISIONAL,
									isSample: false
								};
							})
						}))
					}
				}
			]
		},
		[],
		locale,
		translateIn(locale)
	);
	if (!model) throw new Error('no model');
	return model;
}

const whole = { from: START, to: monthFromIndex(monthIndex(START) + PROVISIONAL) };
const late = { from: '2024-10', to: whole.to };

describe('the stretch of a control chart that is shown', () => {
	test('has the limits of the first twelve months wherever it begins', () => {
		const [all] = controlSpan(judged(), whole).segments;
		const [part] = controlSpan(judged(), late).segments;
		expect(all?.upper).toHaveLength(VALUES.length);
		expect(part?.upper).toEqual(all?.upper.slice(9));
		expect([all?.extendedFrom, part?.extendedFrom]).toEqual(['2025-01', '2025-01']);
		expect(all?.centre[0]).toBeCloseTo(80.25, 10);
	});

	test('marks the months that meet a rule, and no provisional one', () => {
		const { signals, latest } = controlSpan(judged(), whole);
		expect(signals).toEqual([{ rule: 'outside', side: -1, month: '2025-05' }]);
		expect(latest).toMatchObject({ n: 17, noLimits: null, isTrial: false, assurance: 'fail' });
	});

	test('says nothing of the standard when it ends before the newest segment begins', () => {
		const renewed = { ...kpi, version: { ...kpi.version, version: 2, validFrom: '2025-02' } };
		const series = judged(VALUES, renewed);
		const before = controlSpan(series, { from: START, to: '2024-12' });
		expect(before.latest.assurance).toBeNull();
		expect(controlSpan(series, whole).segments.map(({ from }) => from)).toEqual([START]);
		expect(controlSpan(series, whole).latest).toMatchObject({ n: 4, noLimits: 'too_few_points' });
	});

	test('follows the season where there are three years of it', () => {
		const wave = Array.from(
			{ length: 40 },
			(_, i) => 80 + 5 * Math.sin((i * Math.PI) / 6) + 0.3 * ((i * 7) % 5)
		);
		const series = judgeSeries(
			kpi,
			points(wave).map((one) => ({ ...one, isProvisional: false }))
		);
		if (!series) throw new Error('no series');
		const [segment] = controlSpan(series, { from: START, to: '2024-12' }).segments;
		const centre = segment?.centre ?? [];
		expect(Math.max(...centre) - Math.min(...centre)).toBeGreaterThan(8);
	});
});

describe.each(['id', 'en'] as const)('in %s, all forms of a control chart agree', (locale) => {
	const t = translateIn(locale);
	const model = modelOf(locale, late);
	const svg = renderSvg(model, { width: 720, id: 'c' });
	const at = model.months.findIndex(({ month }) => month === '2025-05');
	const text = `${t('variation.concern')}: ${t('signal.rule.outside')}`;

	test('on the region: the first that is chosen', () => {
		expect(model.series.map(({ id }) => id)).toEqual(['A']);
		expect(tags(svg, 'g').filter(({ attributes }) => attributes['data-series'])).toHaveLength(1);
	});

	test('on the lines', () => {
		const rows = parseCsv(chartCsv(model));
		const [segment] = model.control?.segments ?? [];
		for (const [line, column] of [
			['upper', 'upper_limit'],
			['centre', 'mean'],
			['lower', 'lower_limit']
		] as const) {
			const value = segment?.[line][at] ?? NaN;
			const name = t(`chart.control.${line}`);
			const cell = model.table.rows.at(-1 - at)?.cells[model.table.columns.indexOf(name) - 1];
			expect(cell?.value).toBe(value);
			expect(Number(rows[at]?.[column])).toBe(value);
			const dataset = chartjsConfig(model, canvasLook).data.datasets.find(
				({ label }) => label === name
			);
			expect(dataset?.data[at]).toBe(value);
			expect(svg).toContain(`>${name} ${model.control?.endTexts[line] ?? 'none'}<`);
		}
	});

	test('on where the lines are carried on', () => {
		const upper = chartjsConfig(model, canvasLook).data.datasets.find(
			({ label }) => label === t('chart.control.upper')
		);
		const dashOf = (p1DataIndex: number) =>
			(upper?.segment as { borderDash: (at: { p1DataIndex: number }) => unknown }).borderDash({
				p1DataIndex
			});
		expect([dashOf(2), dashOf(3)]).toEqual([undefined, [8, 4]]);
		const limits = tags(svg, 'path').filter(({ attributes }) =>
			attributes['class']?.startsWith('chart-control-limit')
		);
		expect(limits.map(({ attributes }) => attributes['class'])).toEqual([
			'chart-control-limit',
			'chart-control-limit chart-control-extended',
			'chart-control-limit',
			'chart-control-limit chart-control-extended'
		]);
	});

	test('on the month that is marked', () => {
		expect(svg).toContain(`${model.months[at]?.long ?? ''}: ${text}`);
		expect(shareSvg(model, { site: 'Studi Tiru', source: 'S' })).toContain('data-signal="worse"');
		expect(model.table.rows.at(-1 - at)?.cells.at(-1)?.text).toBe(text);
		expect(parseCsv(chartCsv(model))[at]?.['signal']).toBe(text);
		expect(readingLines(model, at, 0)[0]?.endsWith(text)).toBe(true);
		const marks = chartjsConfig(model, canvasLook).data.datasets.find(
			({ showLine }) => showLine === false
		);
		expect(marks?.data.flatMap((value, i) => (value === null ? [] : [i]))).toEqual([at]);
		expect(model.sentence).toContain(text);
		expect(model.sentence).toContain(model.months[at]?.long ?? 'none');
		expect(model.sentence).toContain(t('assurance.fail'));
	});

	test('on there being no limits yet', () => {
		const few = modelOf(locale, { from: START, to: '2024-05' }, VALUES.slice(0, 5));
		expect(few.control?.segments).toEqual([]);
		expect(few.sentence).toContain(t('control.sentence.too_few_points'));
		expect(few.notes).toContain(t('control.note.too_few_points', { n: 5 }));
		expect(renderSvg(few, { width: 720, id: 'c' })).not.toContain('chart-control-limit');
		expect(few.table.rows[0]?.cells.map((cell) => cell.text).slice(-4)).toEqual(['', '', '', '']);
	});
});

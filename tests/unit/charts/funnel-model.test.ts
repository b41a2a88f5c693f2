import { describe, expect, test } from 'vitest';
import { parseCsv } from '#db/reference/csv.ts';
import { fitFunnel, funnelLimits } from '#lib/benchmarks/statistics/funnel.ts';
import { Z_99_8 } from '#lib/benchmarks/statistics/normal.ts';
import { chartCsv } from '#lib/charts/csv.ts';
import { funnelModel } from '#lib/charts/funnel-model.ts';
import type { RegionValue } from '#lib/charts/region-input.ts';
import { renderSvg } from '#lib/charts/svg.ts';
import { percentContext } from './fixtures.ts';
import { groupOf, tags } from './svg-text.ts';

/** Forty regions at about 70 % with growing numbers of cases, one of them far above. */
const regions: RegionValue[] = Array.from({ length: 40 }, (_, i) => {
	const denominator = 50 + i * 40;
	const share = i === 39 ? 0.95 : 0.7 + ((i % 5) - 2) / 200;
	const numerator = Math.round(share * denominator);
	return {
		id: `r${String(i)}`,
		name: `Kabupaten ${String(i)}`,
		value: (100 * numerator) / denominator,
		numerator,
		denominator,
		isOwn: i === 3,
		isSample: true
	};
});
const input = { title: 'Corong', subtitle: 'Oktober 2026', regions };

function model() {
	const made = funnelModel(input, percentContext());
	if (!made) throw new Error('no funnel');
	return made;
}

describe('a funnel', () => {
	test('holds the share of all cases together, not the mean of the shares', () => {
		const numerator = regions.reduce((sum, one) => sum + (one.numerator ?? 0), 0);
		const denominator = regions.reduce((sum, one) => sum + (one.denominator ?? 0), 0);
		expect(model().target.value).toBeCloseTo((100 * numerator) / denominator, 9);
	});

	test('has limits that narrow with cases and are those of the statistics', () => {
		const { limits } = model();
		const funnel = fitFunnel(
			regions.map(({ id, numerator, denominator }) => ({
				id,
				numerator: numerator ?? 0,
				denominator: denominator ?? 1
			}))
		);
		for (const limit of limits) {
			const { low, high } = funnelLimits(funnel, limit.denominator, Z_99_8);
			expect([limit.low998, limit.high998]).toEqual([100 * low, 100 * high]);
		}
		const widths = limits.map(({ low95, high95 }) => high95 - low95);
		expect(widths).toEqual(widths.toSorted((a, b) => b - a));
	});

	test('tells who lies outside without calling it bad, and where the own region is', () => {
		expect(model().sentence).toBe(
			'Dari 40 daerah, 1 berada di luar batas 99,8% (1 di atas, 0 di bawah); Kabupaten 3 (70,6%) di dalam batas.'
		);
		expect(model().table.rows.map(({ header }) => header)).toEqual(['Kabupaten 39', 'Kabupaten 3']);
		expect(JSON.stringify(model())).not.toMatch(/buruk"/);
	});

	test('picture, table, CSV and sentence agree on values and zones', () => {
		const made = model();
		const svg = renderSvg(made, { width: 720, id: 'c', standalone: { source: 'S' } });
		const dots = tags(svg, 'path').find(({ attributes }) => attributes['class'] === 'chart-dots');
		expect(dots?.attributes['d']?.match(/M/g)).toHaveLength(38);
		expect(groupOf(svg, 'data-region', 'r3')).toContain('Kabupaten 3: 70,6%, di dalam batas');
		expect(svg).toContain('Kabupaten 39: 95,0%, di atas batas 99,8%');
		expect(svg).toContain('DATA CONTOH');
		const rows = parseCsv(chartCsv(made));
		expect(rows).toHaveLength(40);
		for (const { id, value } of made.marks) {
			expect(rows.find(({ region }) => region === id)?.['value']).toBe(String(value));
		}
	});

	test('is not made of few regions, nor of shares that are all the same', () => {
		expect(funnelModel({ ...input, regions: regions.slice(0, 9) }, percentContext())).toBeNull();
		const whole = regions.map((one) => ({ ...one, numerator: one.denominator ?? 0, value: 100 }));
		expect(funnelModel({ ...input, regions: whole }, percentContext())).toBeNull();
	});

	test('leaves provisional shares out', () => {
		const [first, ...others] = regions;
		const given = first ? [{ ...first, isProvisional: true }, ...others] : [];
		expect(funnelModel({ ...input, regions: given }, percentContext())?.marks).toHaveLength(39);
	});
});

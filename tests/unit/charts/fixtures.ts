import type { ChartContext } from '#lib/charts/chart-context.ts';
import type { CanvasLook } from '#lib/charts/chartjs-config.ts';
import type { RegionValue } from '#lib/charts/region-input.ts';
import type { TrendInput, TrendObservation, TrendRegion } from '#lib/charts/trend-model.ts';
import { monthRange } from '#lib/core/period.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import type { Locale } from '#lib/i18n/translate.ts';

/** A percentage with one decimal where higher is better, unless told otherwise. */
export function percentContext(
	locale: Locale = 'id',
	changes: Partial<ChartContext> = {}
): ChartContext {
	return {
		locale,
		t: translateIn(locale),
		unit: 'percent',
		decimals: 1,
		direction: 'higher',
		range: { min: 0, max: 100 },
		...changes
	};
}

/** Observations from a first month on; null is a missing month. */
export function observations(from: string, values: readonly (number | null)[]): TrendObservation[] {
	return monthRange(from, '2030-12')
		.slice(0, values.length)
		.map((month, i) => ({ month, value: values[i] ?? null }));
}

export function trendRegion(
	id: string,
	from: string,
	values: readonly (number | null)[],
	more: Partial<TrendRegion> = {}
): TrendRegion {
	return { id, name: `Kabupaten ${id}`, observations: observations(from, values), ...more };
}

/** Fourteen months of two regions with a gap, peers, a target and an event. */
export const trendInput: TrendInput = {
	title: 'KTP-el selesai dalam 24 jam',
	subtitle: 'Persentase per bulan',
	from: '2025-09',
	to: '2026-10',
	regions: [
		{
			...trendRegion('Nabire', '2025-09', [
				61.24,
				62,
				63.5,
				64,
				null,
				null,
				70,
				71,
				72,
				75,
				80,
				81
			]),
			isOwn: true,
			observations: [
				...observations('2025-09', [61.24, 62, 63.5, 64]),
				{ month: '2026-01', value: null, missing: 'late' },
				...observations('2026-03', [70, 71, 72, 75, 80, 81]),
				{ month: '2026-09', value: 84, isProvisional: true },
				{ month: '2026-10', value: 86.25, numerator: 69, denominator: 80, isProvisional: true }
			]
		},
		trendRegion('Mimika', '2025-09', [80, 79, 81, 82, 80, 78, 77, 79, 80, 81, 82, 80, 79, 78.4])
	],
	peers: {
		name: '12 daerah sebanding',
		quartiles: monthRange('2025-09', '2026-10').map((month, i) => ({
			month,
			p25: 60 + i,
			p50: 70 + i / 2,
			p75: 80 + i / 4
		}))
	},
	target: { value: 95 },
	events: [{ month: '2026-03', label: 'Loket sabtu dibuka', href: '/innovations/loket-sabtu' }]
};

/** A hundred regions without an own one, values 0.5 apart, ranked. */
export function manyRegions(count: number): RegionValue[] {
	return Array.from({ length: count }, (_, i) => ({
		id: `r${String(i)}`,
		name: `Kabupaten ${String(i)}`,
		value: 99 - i / 2,
		numerator: 198 - i,
		denominator: 200,
		rank: i + 1
	}));
}

export const fourRegions: RegionValue[] = [
	{ id: 'a', name: 'Kabupaten A', value: 90.04, numerator: 90, denominator: 100, rank: 2 },
	{
		id: 'b',
		name: 'Kota B',
		value: 96.5,
		numerator: 193,
		denominator: 200,
		rank: 1,
		isSelected: true
	},
	{
		id: 'c',
		name: 'Kabupaten C',
		value: 71.25,
		numerator: 57,
		denominator: 80,
		rank: 3,
		rankLow: 2,
		rankHigh: 4,
		low: 60.5,
		high: 80,
		isOwn: true
	},
	{ id: 'd', name: 'Kabupaten D', value: 55, numerator: 5, denominator: 9, rank: null },
	{ id: 'e', name: 'Kota E', value: null, missing: 'late' },
	{ id: 'f', name: 'Kota F', value: 99, isProvisional: true, rank: null }
];

/** A canvas as wide as the picture in a page. */
export const canvasLook: CanvasLook = {
	width: 720,
	fontFamily: 'sans-serif',
	colors: {
		page: '#fff',
		text: '#000',
		muted: '#444',
		line: '#ccc',
		band: '#eee',
		bandEdge: 'transparent',
		series: ['#100', '#200', '#300', '#400', '#500', '#600', '#700', '#800']
	}
};

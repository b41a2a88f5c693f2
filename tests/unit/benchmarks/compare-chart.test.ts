import { expect, test } from 'vitest';
import { bestOfCompared } from '#lib/benchmarks/better.ts';
import { compareModel } from '#lib/benchmarks/compare-chart.ts';
import type { DefinedKpi } from '#lib/benchmarks/defined-kpi.ts';
import type { RegionSeries, Series } from '#lib/benchmarks/series.ts';
import type { Region } from '#lib/database/tables/regions.ts';
import en from '#lib/i18n/messages/en.json' with { type: 'json' };
import { translator } from '#lib/i18n/translate.ts';

const t = translator('en', en);
const kpi = {
	nameId: 'Selesai dalam 24 jam',
	nameEn: 'Finished in 24 hours',
	unit: 'percent',
	kind: 'proportion',
	direction: 'higher',
	decimals: 1,
	hardMin: 0,
	hardMax: 100,
	version: { standardValue: null }
} as DefinedKpi;

function region(code: string, values: (number | null)[], isSample = false): RegionSeries {
	return {
		region: { code, name: `Kota ${code}` } as Region,
		cells: values.map((value, i) => ({
			month: i === 0 ? '2026-09' : '2026-10',
			value,
			numerator: value,
			denominator: 100,
			missing: value === null ? ('late' as const) : null,
			isProvisional: false,
			isSample: value !== null && isSample
		}))
	};
}

function series(regions: RegionSeries[], n: number): Series {
	return {
		kpi,
		from: '2026-09',
		to: '2026-10',
		regions,
		isRolling: false,
		group: {
			code: 'kind:city',
			label: { key: 'benchmark.group.city', name: '' },
			months: ['2026-09', '2026-10'].map((month) => ({
				month,
				n,
				nExpected: 93,
				nSample: n,
				p25: 60,
				p50: 70,
				p75: 80
			}))
		}
	};
}

test('a band of sample data beside real figures says what it is', () => {
	const model = compareModel(series([region('A', [100, 100])], 93), [], 'en', t);
	expect(model.sampleMark).toBe('Sample data');
	expect(model.band?.name).toBe('all cities (sample)');
});

test('fewer than four regions have no band', () => {
	expect(compareModel(series([region('A', [1, 2])], 3), [], 'en', t).band).toBeNull();
});

test('the reader’s own region is drawn as such, and gaps keep their reason', () => {
	const model = compareModel(
		series([region('A', [90, null]), region('B', [80, 81])], 93),
		['B'],
		'en',
		t
	);
	expect(model.series.find(({ isOwn }) => isOwn)?.id).toBe('B');
	expect(model.series.find(({ id }) => id === 'A')?.points[1]?.missing).toBe('late');
});

test('the region to learn from is the best in the newest month that two have', () => {
	const both = series([region('A', [90, null]), region('B', [80, 81])], 93);
	expect(bestOfCompared(both, [])).toMatchObject({ code: 'A', month: '2026-09', value: 90 });
	expect(bestOfCompared(both, ['A'])).toBeNull();
	expect(bestOfCompared({ ...both, kpi: { ...kpi, direction: 'neutral' } }, [])).toBeNull();
});

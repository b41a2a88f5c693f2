import { beforeAll, describe, expect, test } from 'vitest';
import type { DemoRegion } from '#db/demo/demo-region.ts';
import { KNOWN_EFFECT, NOT_ENTERED, SPLIT, SUBMITTED, UNIT_SLIP } from '#db/demo/planted.ts';
import { generateSeries, type SeriesMonth } from '#db/demo/series.ts';
import { readRegionFiles, toRegionRegister } from '#db/reference/regions.ts';
import { TURNAROUND_SERVICES, type TurnaroundService } from '#db/reference/services.ts';
import { durationQuantile } from '#lib/benchmarks/statistics/buckets.ts';
import { addMonths, monthRange } from '#lib/core/period.ts';
import { deriveTurnaround } from '#lib/observations/derive.ts';

const LAST = '2026-10';
const months = monthRange(addMonths(LAST, -35), LAST);

let regions: DemoRegion[];
let all: SeriesMonth[];

beforeAll(async () => {
	const register = toRegionRegister(await readRegionFiles());
	const districts = Map.groupBy(register.districts, ({ regionCode }) => regionCode);
	regions = register.regions.map((row) => ({
		...row,
		districtCount: districts.get(row.code)?.length ?? 0
	}));
	all = regions.flatMap((region) =>
		TURNAROUND_SERVICES.flatMap((service) => generateSeries(region, service, months))
	);
});

function seriesOf(regionCode: string, service: TurnaroundService): SeriesMonth[] {
	return all.filter((row) => row.region.code === regionCode && row.service === service);
}

function valueOf(row: SeriesMonth | undefined, family: 'SLA' | 'TAT' | 'VOL'): number {
	if (!row) return Number.NaN;
	const derived = deriveTurnaround(row.service, row.counts);
	return derived.find(({ kpiCode }) => kpiCode.startsWith(`ADM-${family}`))?.value ?? Number.NaN;
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

test('the same region, service and months give the same numbers', () => {
	const bandung = regions.find(({ code }) => code === '32.73');
	expect(bandung).toBeDefined();
	if (!bandung) return;

	expect(generateSeries(bandung, 'KK', months)).toEqual(seriesOf('32.73', 'KK'));
	expect(seriesOf('32.73', 'KK')).not.toEqual(seriesOf('32.73', 'AKL'));
});

test('counts are whole, not negative, and fit together', () => {
	const wrong = all.filter(({ counts }) => {
		const { received, completed, buckets, returned, pendingOver7Days, online } = counts;
		const numbers = [received, completed, ...buckets, returned, pendingOver7Days, online];
		const finished = buckets.reduce((sum, count) => sum + count, 0);
		return (
			numbers.some((count) => !Number.isInteger(count) || count < 0) ||
			finished !== completed ||
			completed + returned > received ||
			online > received
		);
	});
	expect(wrong).toEqual([]);
});

test('5 to 8 % of the months are gaps, and some regions stopped reporting', () => {
	const missing = 1 - all.length / (regions.length * TURNAROUND_SERVICES.length * months.length);
	const recent = new Set(months.slice(-3));
	const reporting = new Set(
		all.filter(({ month }) => recent.has(month)).map(({ region }) => region.code)
	);

	expect(missing).toBeGreaterThan(0.05);
	expect(missing).toBeLessThan(0.08);
	expect(regions.length - reporting.size).toBeGreaterThanOrEqual(5);
	expect(regions.length - reporting.size).toBeLessThanOrEqual(30);
});

test('child cards peak with the school year and dip at Eid', () => {
	const total = (month: string) =>
		all
			.filter((row) => row.service === 'KIA' && row.month === month)
			.reduce((sum, { counts }) => sum + counts.received, 0);

	expect(total('2026-06')).toBeGreaterThan(1.2 * total('2026-02'));
	expect(total('2026-03')).toBeLessThan(0.85 * total('2026-02'));
});

describe('what is planted is where the README says', () => {
	test('one median was entered in minutes', () => {
		const month = addMonths(LAST, -UNIT_SLIP.monthsBeforeLast);
		const series = seriesOf(UNIT_SLIP.regionCode, UNIT_SLIP.service);
		const slip = series.find((row) => row.month === month);
		const estimate = slip && durationQuantile(slip.counts.buckets, 0.5)?.hours;

		expect(valueOf(slip, 'TAT') / (estimate ?? 0)).toBeGreaterThan(UNIT_SLIP.factor / 2);
		const others = series.filter((row) => row !== slip).map((row) => valueOf(row, 'TAT'));
		expect(Math.max(...others)).toBeLessThan(valueOf(slip, 'TAT') / 10);
	});

	test('printing in Cilegon is twelve points better from its month on, and no other service is', () => {
		const start = addMonths(LAST, -KNOWN_EFFECT.monthsBeforeLast);
		const gain = (service: TurnaroundService) => {
			const series = seriesOf(KNOWN_EFFECT.regionCode, service);
			const after = series.filter(({ month }) => month >= start);
			const before = series.filter(({ month }) => month < start);
			const value = (row: SeriesMonth) => valueOf(row, 'SLA');
			return mean(after.map(value)) - mean(before.map(value));
		};

		expect(gain('KTP')).toBeGreaterThan(100 * KNOWN_EFFECT.share - 3);
		expect(gain('KTP')).toBeLessThan(100 * KNOWN_EFFECT.share + 3);
		expect(Math.abs(gain('KK'))).toBeLessThan(3);
	});

	test('requests move from parent to child, and the two together go on as before', () => {
		const start = addMonths(LAST, -SPLIT.monthsBeforeLast);
		const usual = (codes: readonly string[], isAfter: boolean) =>
			codes
				.map((code) =>
					mean(
						seriesOf(code, 'KTP')
							.filter(({ month }) => month >= start === isAfter)
							.map((row) => valueOf(row, 'VOL'))
					)
				)
				.reduce((a, b) => a + b, 0);
		const ratio = (...codes: string[]) => usual(codes, true) / usual(codes, false);

		expect(ratio(SPLIT.parent.code)).toBeLessThan(0.8);
		expect(ratio(SPLIT.childCode)).toBeGreaterThan(1.5);
		expect(ratio(SPLIT.parent.code, SPLIT.childCode)).toBeCloseTo(1, 1);
	});

	test('in the last month something is left to enter and something to decide', () => {
		const last = all.filter(({ month }) => month === LAST);
		const status = ({ regionCode, service }: { regionCode: string; service: string }) =>
			last.find((row) => row.region.code === regionCode && row.service === service)?.status;

		expect(NOT_ENTERED.map(status)).toEqual([undefined, undefined]);
		expect(SUBMITTED.map(status)).toEqual(['submitted', 'submitted', 'submitted']);
		expect(all.filter((row) => row.status === 'submitted')).toHaveLength(SUBMITTED.length);
	});
});

test('Kota Tangerang is the better of the two in the founding story', () => {
	const usual = (code: string) => mean(seriesOf(code, 'KTP').map((row) => valueOf(row, 'SLA')));
	expect(usual('36.71') - usual('36.03')).toBeGreaterThan(15);
});

import { expect, test } from 'vitest';
import { assuranceOf, variationOf } from '#lib/benchmarks/statistics/xmr-icons.ts';
import { xmrChart, type XmrOptions, type XmrPoint } from '#lib/benchmarks/statistics/xmr.ts';
import { clipLimits, limitsAround } from '#lib/benchmarks/statistics/xmr-limits.ts';
import type { XmrSignal } from '#lib/benchmarks/statistics/xmr-rules.ts';
import { addMonths } from '#lib/core/period.ts';
import { golden } from './golden.ts';

const points = (...values: (number | null)[]): XmrPoint[] => values.map((value) => ({ value }));

/** Twelve points around 50 without a signal, no value more than twice. */
const calm = [50, 52, 49, 51, 48, 53, 50.5, 49.5, 51.5, 48.5, 52.5, 49.2];

const up: XmrOptions = { direction: 'higher' };

test('both published worked examples are met to two decimals', () => {
	const { y, expect_2dp: expected } = golden.worked_example;
	const limitsOf = (screen: boolean) =>
		xmrChart(points(...y), { ...up, screen, baselinePoints: 'all', maxRepeatedShare: 1 })
			.segments[0]?.limits;
	expect(limitsOf(true)?.mean).toBeCloseTo(expected.mean, 2);
	expect(limitsOf(true)?.lower).toBeCloseTo(expected.lpl, 2);
	expect(limitsOf(true)?.upper).toBeCloseTo(expected.upl, 2);
	expect(limitsOf(false)?.lower).toBeCloseTo(expected.lpl_unscreened, 1);
	expect(limitsOf(false)?.upper).toBeCloseTo(expected.upl_unscreened, 1);
});

test('limits around the golden means and moving ranges are the golden limits', () => {
	const charts = golden.xmr.flatMap((org) => [
		org.all_points,
		org.baseline_first_12,
		org.unscreened
	]);
	for (const chart of charts) {
		const limits = limitsAround(chart.mean, chart.amr);
		expect(limits.lower).toBeCloseTo(chart.lpl, 6);
		expect(limits.upper).toBeCloseTo(chart.upl, 6);
	}
});

test('the golden limits and newest flags mean what the golden file says', () => {
	for (const { period_from: from, n, ...org } of golden.xmr) {
		for (const chart of [org.all_points, org.baseline_first_12]) {
			const limits = limitsAround(chart.mean, chart.amr);
			expect(assuranceOf(limits, 0.95, 'higher')).toBe(chart['assurance_target_0.95_up_is_good']);
			const flag = chart.flags.find(({ period }) => period === addMonths(from, n - 1));
			const side = flag?.side === 1 ? 1 : -1;
			const signal: XmrSignal | null = flag ? { rule: 'outside', side } : null;
			expect(variationOf(signal, 'higher')).toBe(chart.latest_variation_if_up_is_good);
		}
	}
});

test('fewer than 8 points make a run chart without limits or icons', () => {
	const chart = xmrChart(points(...calm.slice(0, 7)), { ...up, target: 90 });
	expect(chart.segments).toMatchObject([{ n: 7, limits: null, noLimits: 'too_few_points' }]);
	expect([chart.variation, chart.assurance]).toEqual([null, null]);
});

test('from 8 to 12 points the limits are on trial and take every point', () => {
	const [segment] = xmrChart(points(...calm.slice(0, 9)), up).segments;
	expect(segment).toMatchObject({ isTrial: true, baselineTo: 8, noLimits: null });
});

test('from 13 points on the first 12 are the baseline and later ones do not move it', () => {
	const first = xmrChart(points(...calm, 50), up);
	const later = xmrChart(points(...calm, 50, 90, 91, 92), up);
	expect(first.segments[0]).toMatchObject({ isTrial: false, baselineTo: 11 });
	expect(later.segments[0]?.limits).toEqual(first.segments[0]?.limits);
});

test('the baseline is the first twelve published points, not the first twelve months', () => {
	const [segment] = xmrChart(points(null, null, ...calm, 50), up).segments;
	expect(segment).toMatchObject({ from: 0, baselineTo: 13, n: 13 });
});

test('no moving range is taken across a gap', () => {
	const level = calm.slice(0, 6);
	const raised = calm.slice(6, 11).map((value) => value + 30);
	const joined = xmrChart(points(...level, ...raised), { ...up, screen: false });
	const apart = xmrChart(points(...level, null, ...raised), { ...up, screen: false });
	const range = (chart: typeof joined) => chart.segments[0]?.limits?.averageMovingRange ?? NaN;
	expect(range(apart)).toBeLessThan(range(joined));
});

test('no variation and 40 % identical values give no limits', () => {
	const constant = xmrChart(points(...Array.from({ length: 14 }, () => 100)), up);
	expect(constant.segments[0]).toMatchObject({ limits: null, noLimits: 'no_variation' });
	const repeated = xmrChart(points(...calm.slice(0, 6), 100, 100, 100, 100), up);
	expect(repeated.segments[0]).toMatchObject({ limits: null, noLimits: 'repeated_values' });
	expect(repeated.variation).toBeNull();
});

test('a provisional point is not judged and makes no limits', () => {
	const chart = xmrChart([...points(...calm, 50), { value: 99, isProvisional: true }], up);
	expect(chart.signals.at(-1)).toBeNull();
	expect(chart.segments[0]?.n).toBe(13);
	expect(chart.variation).toBe('common');
});

test('a restart begins new limits, and the icons speak of the latest segment', () => {
	const raised = calm.map((value) => value + 30);
	const chart = xmrChart(points(...calm, ...raised), {
		direction: 'higher',
		restarts: [12],
		target: 60
	});
	expect(chart.segments.map(({ from, to }) => [from, to])).toEqual([
		[0, 11],
		[12, 23]
	]);
	expect(chart.signals.every((signal) => signal === null)).toBe(true);
	expect(chart.assurance).toBe('pass');
});

test('a new segment that is still too short has no icons', () => {
	const chart = xmrChart(points(...calm, 50, 80, 81), { ...up, restarts: [13] });
	expect(chart.segments).toHaveLength(2);
	expect(chart.variation).toBeNull();
});

test('the latest signal is improvement or concern by the direction, high or low without one', () => {
	const variation = (latest: number, direction: XmrOptions['direction']) =>
		xmrChart(points(...calm, latest), { direction }).variation;
	expect([variation(90, 'higher'), variation(10, 'higher')]).toEqual(['improvement', 'concern']);
	expect([variation(90, 'lower'), variation(10, 'lower')]).toEqual(['concern', 'improvement']);
	expect([variation(90, 'neutral'), variation(10, 'neutral')]).toEqual(['high', 'low']);
	expect(variation(50, 'higher')).toBe('common');
});

test('assurance says whether the target is always, never or sometimes met', () => {
	const assurance = (target: number | null, direction: XmrOptions['direction']) =>
		xmrChart(points(...calm, 50), { direction, target }).assurance;
	expect([assurance(90, 'higher'), assurance(10, 'higher'), assurance(50, 'higher')]).toEqual([
		'fail',
		'pass',
		'hit_or_miss'
	]);
	expect([assurance(90, 'lower'), assurance(10, 'lower')]).toEqual(['pass', 'fail']);
	expect([assurance(null, 'higher'), assurance(90, 'neutral')]).toEqual([null, null]);
});

test('limits are clipped to what the KPI can be for drawing only', () => {
	const limits = limitsAround(98, 2);
	expect(limits.upper).toBeGreaterThan(100);
	expect(clipLimits(limits, { min: 0, max: 100 })).toMatchObject({
		upper: 100,
		mean: 98,
		lower: limits.lower
	});
});

test('no months give an empty chart', () => {
	expect(xmrChart([], up)).toMatchObject({ signals: [], variation: null, assurance: null });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '#lib/benchmarks/statistics/random.ts';
import { MIN_SEASON_MONTHS, seasonAt, seasonOf } from '#lib/benchmarks/statistics/season.ts';
import { xmrChart } from '#lib/benchmarks/statistics/xmr.ts';

/** Twelve effects that sum to nothing. */
const EFFECTS = [5, 3, 1, -1, -2, -4, -3, -1, 0, 0, 1, 1];

/** Level, growth a month, and a season: for such a series the method is exact. */
function series(months: number, level = 80, growth = 0.1, effects: readonly number[] = EFFECTS) {
	return Array.from({ length: months }, (_, i) => level + growth * i + (effects[i % 12] ?? 0));
}

describe('the season of a series', () => {
	test('is what each month of the year adds to level and growth', () => {
		const season = seasonOf(series(48)) ?? [];
		for (const [i, effect] of EFFECTS.entries()) expect(season[i]).toBeCloseTo(effect, 10);
		expect(seasonAt(season, 37)).toBeCloseTo(3, 10);
	});

	test('is not told from under 36 months, nor across gaps that leave a month too few years', () => {
		expect(seasonOf(series(MIN_SEASON_MONTHS - 1))).toBeNull();
		expect(seasonOf(series(MIN_SEASON_MONTHS))).not.toBeNull();
		const gappy = series(40).map((value, i) => (i === 20 ? null : value));
		expect(seasonOf(gappy)).toBeNull();
		const long = series(60).map((value, i) => (i === 50 ? null : value));
		expect(seasonOf(long)?.[1]).toBeCloseTo(3, 10);
	});

	test('is not moved by one year out of five that went otherwise', () => {
		const spiked = series(60).map((value, i) => (i === 26 ? value + 40 : value));
		const plain = seasonOf(series(60)) ?? [];
		const found = seasonOf(spiked) ?? [];
		// The spike is in the means of its neighbours, a twelfth of it; its own month's median leaves it out.
		for (const [i, effect] of plain.entries()) {
			expect(Math.abs((found[i] ?? 0) - effect)).toBeLessThanOrEqual(40 / 12);
		}
	});

	test('moves no level, and follows shift and scale', () => {
		const numbers = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), {
			minLength: 36,
			maxLength: 80
		});
		fc.assert(
			fc.property(numbers, fc.integer({ min: 1, max: 9 }), (values, factor) => {
				const season = seasonOf(values) ?? [];
				expect(season).toHaveLength(12);
				expect(season.reduce((sum, effect) => sum + effect, 0)).toBeCloseTo(0, 6);
				const other = seasonOf(values.map((value) => factor * value + 7)) ?? [];
				for (const [i, effect] of season.entries())
					expect(other[i]).toBeCloseTo(factor * effect, 6);
			})
		);
	});
});

describe('a control chart without the season', () => {
	const seasonal = (months: number) => {
		const random = createRandom(7);
		return series(months, 80, 0).map((value) => ({ value: value + random.normal() / 2 }));
	};
	const flaggedOf = (months: number, isSeasonal: boolean) =>
		xmrChart(seasonal(months), { direction: 'higher', isSeasonal }).signals.filter(Boolean).length;

	test('does not take each year’s season for news', () => {
		expect(flaggedOf(48, false)).toBeGreaterThan(5);
		expect(flaggedOf(48, true)).toBe(0);
	});

	test('still sees what is new', () => {
		const points = seasonal(48);
		points.push({ value: 80 + 15 });
		const chart = xmrChart(points, { direction: 'higher', isSeasonal: true });
		expect(chart.variation).toBe('improvement');
	});

	test('of under three years judges the values as they are', () => {
		const points = seasonal(30);
		const judged = xmrChart(points, { direction: 'higher', isSeasonal: true });
		expect(judged).toEqual(xmrChart(points, { direction: 'higher' }));
		expect(judged.segments[0]?.season).toBeNull();
	});

	test('finds a new season after each restart', () => {
		const turned = [...EFFECTS.slice(6), ...EFFECTS.slice(0, 6)];
		const values = [...series(36, 80, 0), ...series(36, 80, 0, turned)].map((value) => ({ value }));
		const { segments } = xmrChart(values, {
			direction: 'higher',
			isSeasonal: true,
			restarts: [36]
		});
		expect(segments[0]?.season?.[0]).toBeCloseTo(5, 10);
		expect(segments[1]?.season?.[0]).toBeCloseTo(-3, 10);
	});
});

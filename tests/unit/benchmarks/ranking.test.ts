import { describe, expect, test, vi } from 'vitest';
import { rankMonth, type RankingFigure } from '#lib/benchmarks/ranking.ts';

const kpi = { kind: 'proportion', direction: 'higher', decimals: 1 } as const;

function figure(code: string, numerator: number | null, denominator = 100): RankingFigure {
	return {
		code,
		name: code,
		value: numerator === null ? null : (100 * numerator) / denominator,
		numerator,
		denominator: numerator === null ? null : denominator,
		missing: numerator === null ? 'late' : null,
		isProvisional: false,
		isSample: false
	};
}

const five = [90, 80, 70, 60, 50].map((value, i) => figure(String(i), value));
const noIntervals = () => Promise.resolve([]);

describe('a group ranked for a month', () => {
	test('comes best first, with those without a rank and without a value last', async () => {
		const figures = [figure('late', null), figure('few', 5, 5), ...five.toReversed()];
		const { rows } = await rankMonth(kpi, figures, noIntervals);
		expect(rows.map(({ code, rank }) => [code, rank])).toEqual([
			['0', 1],
			['1', 2],
			['2', 3],
			['3', 4],
			['4', 5],
			['few', null],
			['late', null]
		]);
	});

	test('is not ranked when under 60 % have reported, and asks for no intervals', async () => {
		const findIntervals = vi.fn(noIntervals);
		const figures = [...five, ...['a', 'b', 'c', 'd'].map((code) => figure(code, null))];
		const month = await rankMonth(kpi, figures, findIntervals);
		expect(month).toMatchObject({ isRanked: false, unranked: 'few_reported', n: 5, nExpected: 9 });
		expect(month.rows.every(({ rank, rankLow }) => rank === null && rankLow === null)).toBe(true);
		expect(findIntervals).not.toHaveBeenCalled();
	});

	test('is not ranked when most figures are provisional', async () => {
		const figures = five.map((one, i) => ({ ...one, isProvisional: i < 3 }));
		expect(await rankMonth(kpi, figures, noIntervals)).toMatchObject({
			isRanked: false,
			unranked: 'provisional'
		});
	});

	test('is not ranked by a KPI without a better side', async () => {
		const month = await rankMonth({ ...kpi, direction: 'neutral' }, five, noIntervals);
		expect(month).toMatchObject({ isRanked: false, unranked: 'neutral', nRanked: 0 });
	});

	test('marks small, provisional and sample figures', async () => {
		const figures = [
			...five,
			figure('small', 20, 29),
			{ ...figure('provisional', 90), isProvisional: true },
			{ ...figure('sample', 90), isSample: true }
		];
		const { rows } = await rankMonth(kpi, figures, noIntervals);
		const flags = Object.fromEntries(rows.map((row) => [row.code, row.flags]));
		expect(flags).toMatchObject({
			0: [],
			small: ['small_numbers'],
			provisional: ['not_ranked', 'provisional'],
			sample: ['sample']
		});
	});

	test('takes every district count as it is: a register is no sample', async () => {
		const figures = [figure('six', 6, 6), figure('ten', 9, 10), ...five];
		const { rows } = await rankMonth({ ...kpi, derivation: 'coverage' }, figures, noIntervals);
		expect(rows[0]).toMatchObject({ code: 'six', rank: 1, low: null, flags: [] });
	});

	test('says how far a rank could move for proportions, and nothing where no error is known', async () => {
		const asked: string[][] = [];
		await rankMonth(kpi, five, (regions) => {
			asked.push(regions.map(({ id }) => id));
			return noIntervals();
		});
		await rankMonth({ ...kpi, kind: 'index' }, five, (regions) => {
			asked.push(regions.map(({ id }) => id));
			return noIntervals();
		});
		expect(asked).toEqual([['0', '1', '2', '3', '4'], []]);
	});
});

import { expect, test } from 'vitest';
import { fitFunnel, funnelZone } from '#lib/benchmarks/statistics/funnel.ts';
import { quantile } from '#lib/benchmarks/statistics/quantile.ts';
import { xmrChart } from '#lib/benchmarks/statistics/xmr.ts';
import { golden } from './golden.ts';
import independent from './independent-statistics.json' with { type: 'json' };

const { cross_section: cross, did } = golden;
const rows = cross.rows.map(({ org, num, den }) => ({ id: org, numerator: num, denominator: den }));

test('the quantiles of the golden rows are those of an implementation of its own', () => {
	const values = cross.rows.map(({ num, den }) => num / den);
	for (const [p, expected] of Object.entries(independent.quantiles_type7)) {
		expect(quantile(values, Number(p))).toBeCloseTo(expected, 12);
	}
});

test('so are the centre, the over-dispersion and what lies outside the funnel', () => {
	const funnel = fitFunnel(rows);
	const { target, phi, tau2, 'n_outside_99.8': outside } = independent.funnel;
	expect(funnel.target).toBeCloseTo(target, 12);
	expect(funnel.phi).toBeCloseTo(phi, 9);
	expect(funnel.tauSquared / tau2).toBeCloseTo(1, 9);
	const count = (tauSquared: number) =>
		rows.filter((row) => funnelZone({ target, tauSquared }, row).endsWith('99.8')).length;
	expect({ naive: count(0), overdispersed: count(funnel.tauSquared) }).toEqual(outside);
});

test.each([did.treated, ...did.controls].map((values, i) => [i, values] as const))(
	'so are limits and every flag of golden series %i',
	(i, values) => {
		const expected = independent.xmr[i];
		const chart = xmrChart(
			values.map((value) => ({ value })),
			{ direction: 'lower', maxRepeatedShare: 1 }
		);
		const limits = chart.segments[0]?.limits;
		expect(limits?.mean).toBeCloseTo(expected?.mean ?? NaN, 10);
		expect(limits?.averageMovingRange).toBeCloseTo(expected?.amr ?? NaN, 10);
		expect(limits?.lower).toBeCloseTo(expected?.lower ?? NaN, 10);
		expect(limits?.upper).toBeCloseTo(expected?.upper ?? NaN, 10);
		expect(chart.signals.map((signal) => signal && [signal.rule, signal.side])).toEqual(
			expected?.flags
		);
	}
);

test('among those flags are all four rules on both sides', () => {
	const kinds = independent.xmr.flatMap(({ flags }) => flags.flatMap((flag) => flag?.join() ?? []));
	expect([...new Set(kinds)].toSorted()).toEqual(
		['outside', 'shift', 'trend', 'two_of_three'].flatMap((rule) => [`${rule},-1`, `${rule},1`])
	);
});

test('the golden tau² follows from the golden phi for denominators that can be', () => {
	const { n, sum_den: total, ratio_of_sums: target, funnel } = cross;
	const variance = target * (1 - target);
	const excess = n * funnel.phi_winsor10 - (n - 1);
	// tau² = excess / (Σw - Σw²/Σw) with w = den / variance, solved for the sum of squared denominators.
	const squares = total * (total - (variance * excess) / funnel.tau2_additive);
	const known = rows.reduce((sum, { denominator }) => sum + denominator ** 2, 0);
	expect(squares).toBeGreaterThan(Math.max(known, total ** 2 / n));
	expect(squares).toBeLessThan((3 * total ** 2) / n);
});

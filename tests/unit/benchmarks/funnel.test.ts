import { expect, test } from 'vitest';
import { fitFunnel, funnelLimits, funnelZone } from '#lib/benchmarks/statistics/funnel.ts';
import { Z_95, Z_99_8 } from '#lib/benchmarks/statistics/normal.ts';
import { createRandom } from '#lib/benchmarks/statistics/random.ts';
import { golden } from './golden.ts';

const { cross_section: cross } = golden;
const naive = { target: cross.ratio_of_sums, tauSquared: 0 };
const adjusted = { target: cross.ratio_of_sums, tauSquared: cross.funnel.tau2_additive };

test('the normal points are the golden ones', () => {
	expect(Z_95).toBeCloseTo(cross.funnel.z95, 8);
	expect(Z_99_8).toBeCloseTo(cross.funnel.z99_8, 8);
});

test('the golden rows lie in the golden zones, naive and over-dispersed', () => {
	for (const row of cross.rows) {
		const point = { id: row.org, numerator: row.num, denominator: row.den };
		expect(funnelZone(naive, point)).toBe(row.funnel_naive);
		expect(funnelZone(adjusted, point)).toBe(row.funnel_overdispersed);
	}
});

test('zones and limits agree', () => {
	for (const row of cross.rows) {
		const point = { id: row.org, numerator: row.num, denominator: row.den };
		const { low, high } = funnelLimits(adjusted, row.den, Z_95);
		const isInside = row.value >= low && row.value <= high;
		// The limit is cut at 1, which nobody can be beyond.
		expect(funnelZone(adjusted, point) === 'in' || high === 1).toBe(isInside);
	}
});

/** Regions whose true proportions vary by `spread` around 0.8. */
function regions(spread: number) {
	const random = createRandom(11);
	return Array.from({ length: 400 }, (_, i) => {
		const denominator = 500 + Math.floor(1500 * random.uniform());
		const p = Math.min(0.99, 0.8 + spread * random.normal());
		const noise = Math.sqrt((p * (1 - p)) / denominator) * random.normal();
		const numerator = Math.min(denominator, Math.max(0, Math.round((p + noise) * denominator)));
		return { id: String(i), numerator, denominator };
	});
}

test('regions that differ only by chance need no correction', () => {
	const funnel = fitFunnel(regions(0));
	expect(funnel.target).toBeCloseTo(0.8, 2);
	expect(funnel.phi).toBeLessThan(1.1);
	expect(funnel.tauSquared).toBeLessThan(0.00002);
});

test('a spread between regions is found and takes the false alarms away', () => {
	const points = regions(0.05);
	const funnel = fitFunnel(points);
	expect(Math.sqrt(funnel.tauSquared)).toBeGreaterThan(0.03);
	expect(Math.sqrt(funnel.tauSquared)).toBeLessThan(0.06);
	const outside = (tauSquared: number) =>
		points.filter((point) => funnelZone({ ...funnel, tauSquared }, point).endsWith('99.8')).length;
	expect(outside(0)).toBeGreaterThan(100);
	expect(outside(funnel.tauSquared)).toBeLessThan(5);
});

test('when nobody or everybody succeeds there is nothing to correct', () => {
	const all = [
		{ id: 'a', numerator: 10, denominator: 10 },
		{ id: 'b', numerator: 20, denominator: 20 }
	];
	const funnel = fitFunnel(all);
	expect(funnel).toEqual({ target: 1, phi: 0, tauSquared: 0 });
	expect(all.map((point) => funnelZone(funnel, point))).toEqual(['in', 'in']);
});

import { sum } from './moments.ts';
import { Z_95, Z_99_8 } from './normal.ts';
import { quantile } from './quantile.ts';
import type { Interval } from './wilson.ts';

export interface FunnelPoint {
	readonly id: string;
	readonly numerator: number;
	/** At least 1. */
	readonly denominator: number;
}

/** Where a point lies. Outside is "different from the typical, ask why", never "bad". */
export type FunnelZone = 'in' | 'high95' | 'high99.8' | 'low95' | 'low99.8';

export interface Funnel {
	/** sum(num) / sum(den). */
	readonly target: number;
	/** Over-dispersion: the mean of squared z after winsorising; 1 when only chance is at work. */
	readonly phi: number;
	/** Variance between regions that is added to the variance of chance; 0 when phi is at most 1. */
	readonly tauSquared: number;
}

/** The share at each end whose z is pulled in before phi is taken. */
const WINSORISED = 0.1;

/**
 * The centre and the over-dispersion of a funnel of proportions: additive (DerSimonian-Laird) on z
 * winsorised by 10 % a side, tau² = max(0, (I phi - (I - 1)) / (Σw - Σw²/Σw)) with w = 1/s².
 * Source: Spiegelhalter 2005 and 2012; reference 2.5.
 */
export function fitFunnel(points: readonly FunnelPoint[]): Funnel {
	const target = sum(points.map((p) => p.numerator)) / sum(points.map((p) => p.denominator));
	const variances = points.map(({ denominator }) => chanceVariance(target, denominator));
	const z = points.map(
		(point, i) => (point.numerator / point.denominator - target) / Math.sqrt(variances[i] ?? 0)
	);
	if (!z.every(Number.isFinite)) return { target, phi: 0, tauSquared: 0 };

	const low = quantile(z, WINSORISED) ?? 0;
	const high = quantile(z, 1 - WINSORISED) ?? 0;
	const n = points.length;
	const phi = sum(z.map((value) => Math.min(high, Math.max(low, value)) ** 2)) / n;

	const weights = variances.map((variance) => 1 / variance);
	const total = sum(weights);
	const spread = total - sum(weights.map((weight) => weight * weight)) / total;
	const isOverDispersed = phi > 1 && spread > 0;
	const tauSquared = isOverDispersed ? Math.max(0, (n * phi - (n - 1)) / spread) : 0;
	return { target, phi, tauSquared };
}

/**
 * The limits of a funnel at a denominator: target ± z √(s² + tau²), within 0 and 1.
 * With tau² = 0 they are the naive limits, which flag nearly everybody at large denominators.
 */
export function funnelLimits(
	funnel: Pick<Funnel, 'target' | 'tauSquared'>,
	denominator: number,
	z: number
): Interval {
	const half = z * Math.sqrt(chanceVariance(funnel.target, denominator) + funnel.tauSquared);
	return { low: Math.max(0, funnel.target - half), high: Math.min(1, funnel.target + half) };
}

/** Which zone of the funnel a point lies in. A point on a limit is inside it. */
export function funnelZone(
	funnel: Pick<Funnel, 'target' | 'tauSquared'>,
	point: FunnelPoint
): FunnelZone {
	const variance = chanceVariance(funnel.target, point.denominator) + funnel.tauSquared;
	const distance = point.numerator / point.denominator - funnel.target;
	const z = Math.abs(distance) / Math.sqrt(variance);
	if (distance === 0 || z <= Z_95) return 'in';
	const side = distance > 0 ? 'high' : 'low';
	return z > Z_99_8 ? `${side}99.8` : `${side}95`;
}

function chanceVariance(target: number, denominator: number): number {
	return (target * (1 - target)) / denominator;
}

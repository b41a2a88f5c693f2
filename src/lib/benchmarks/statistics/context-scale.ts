import { standardDeviation } from './moments.ts';
import { median, quantile } from './quantile.ts';

/** A fact about a place, never about its results. */
export interface ContextVariable {
	readonly key: string;
	readonly kind: 'number' | 'category';
	/** How a number is brought on a scale where differences mean the same everywhere. */
	readonly transform?: 'none' | 'log' | 'log1p' | 'logit';
	readonly weight: number;
}

export interface ContextProfile {
	readonly id: string;
	readonly values: Readonly<Record<string, number | string | null>>;
}

export interface ScaledProfile {
	readonly id: string;
	readonly profile: ContextProfile;
	/** By variable: a scaled number, a category, or null when missing. */
	readonly scaled: readonly (number | string | null)[];
}

/** Two regions need this share of the weight in common, or their distance is not said. */
const MIN_SHARED_WEIGHT = 0.7;

/** Extreme values are pulled in to these quantiles before scaling. */
const WINSORISED = 0.01;

/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const MAD_TO_SIGMA = 1.4826;

/** Shares of exactly 0 and 1 have no logit. */
const LOGIT_EDGE = 0.005;

/**
 * Brings every variable on one robust scale: transform, pull in the outer 1 %, subtract the median,
 * divide by 1.4826 MAD. Where over half the regions are equal (MAD 0) the standard deviation stands
 * in; a variable without any variation is 0 for everyone. Source: reference 2.6.
 */
export function scaleProfiles(
	profiles: readonly ContextProfile[],
	variables: readonly ContextVariable[]
): ScaledProfile[] {
	const columns = variables.map((variable) => scaleColumn(profiles, variable));
	return profiles.map((profile, row) => ({
		id: profile.id,
		profile,
		scaled: columns.map((column) => column[row] ?? null)
	}));
}

/**
 * The weighted Euclidean distance √(Σ w d² / Σ w) over the variables that both regions have.
 * @returns null when these carry under 70 % of the weight
 */
export function contextDistance(
	own: ScaledProfile,
	other: ScaledProfile,
	variables: readonly ContextVariable[]
): number | null {
	let total = 0;
	let shared = 0;
	let square = 0;
	for (const [i, { weight }] of variables.entries()) {
		total += weight;
		const between = contextDifference(own, other, i);
		if (between === null) continue;
		shared += weight;
		square += weight * between * between;
	}
	return shared > 0 && shared >= MIN_SHARED_WEIGHT * total ? Math.sqrt(square / shared) : null;
}

/**
 * How far two regions are apart in the variable at a position, in scaled units; null when either is
 * missing. Two different categories are one unit apart: the weight says how much that counts.
 */
export function contextDifference(
	one: ScaledProfile,
	other: ScaledProfile,
	variable: number
): number | null {
	const a = one.scaled[variable] ?? null;
	const b = other.scaled[variable] ?? null;
	if (a === null || b === null) return null;
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	return a === b ? 0 : 1;
}

function scaleColumn(
	profiles: readonly ContextProfile[],
	variable: ContextVariable
): (number | string | null)[] {
	const raw = profiles.map(({ values }) => values[variable.key] ?? null);
	if (variable.kind === 'category') return raw;

	const numbers = raw.map((value) =>
		typeof value === 'number' ? transform(value, variable) : null
	);
	const present = numbers.filter((value) => value !== null);
	const low = quantile(present, WINSORISED) ?? 0;
	const high = quantile(present, 1 - WINSORISED) ?? 0;
	const pulled = present.map((value) => Math.min(high, Math.max(low, value)));
	const centre = median(pulled) ?? 0;
	const deviation = median(pulled.map((value) => Math.abs(value - centre))) ?? 0;
	const scale = MAD_TO_SIGMA * deviation || standardDeviation(pulled) || 1;
	return numbers.map((value) =>
		value === null ? null : (Math.min(high, Math.max(low, value)) - centre) / scale
	);
}

function transform(value: number, { transform: kind = 'none' }: ContextVariable): number | null {
	switch (kind) {
		case 'none':
			return value;
		case 'log':
			return value > 0 ? Math.log(value) : null;
		case 'log1p':
			return value >= 0 ? Math.log1p(value) : null;
		case 'logit': {
			const share = Math.min(1 - LOGIT_EDGE, Math.max(LOGIT_EDGE, value));
			return Math.log(share / (1 - share));
		}
	}
}

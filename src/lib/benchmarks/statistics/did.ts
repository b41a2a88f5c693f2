import { mean, slope } from './moments.ts';

/** The shortest spans a before-and-after comparison is made over. */
export const MIN_MONTHS_BEFORE = 12;
export const MIN_MONTHS_AFTER = 6;

/** How much earlier the placebo in time pretends that the launch was. */
const PLACEBO_MONTHS_EARLIER = 6;

export interface DidInput {
	/** A complete list of months; null where one is missing. */
	readonly treated: readonly (number | null)[];
	/** The declared peers over the same months. */
	readonly peers: readonly (readonly (number | null)[])[];
	/** The position of the launch month: the first one after. */
	readonly launch: number;
	/** Months from the launch on that belong to neither side; 0 unless told. */
	readonly transitionMonths?: number;
}

export interface DidResult {
	/** Own value less the peers' mean, each month; null where either is missing. */
	readonly gaps: readonly (number | null)[];
	/** Mean gap after less mean gap before, in the KPI's unit: the effect on the treated. */
	readonly att: number;
	/** The same for each peer as if it had launched, against the other peers. */
	readonly placebosInSpace: readonly number[];
	/** (1 + placebos at least as large) / (peers + 1), two-sided; with 20 peers at least 0.048. */
	readonly placeboP: number;
	/** As if the launch had been 6 months earlier, on the months before it; null when too few. */
	readonly placeboInTime: number | null;
	/** Slope of the gap a month before the launch. */
	readonly preTrend: number;
	/** The effect with each peer left out in turn: the smallest and the largest. */
	readonly leaveOneOut: { readonly low: number; readonly high: number };
	/** Before and after in this region alone. Never shown alone: season and common trend are in it. */
	readonly beforeAfter: number;
}

/**
 * Difference in differences of one region against declared peers, with placebos in space and time
 * (Abadie's permutation idea). The values are compared as they are: take out the season, and take
 * logit or log where the KPI asks for it, before. Source: reference 2.9.
 * @returns null with fewer than 12 months before or 6 after, or fewer than two peers
 */
export function differenceInDifferences(input: DidInput): DidResult | null {
	const { treated, peers, launch, transitionMonths = 0 } = input;
	const after = launch + transitionMonths;
	const gaps = gapSeries(treated, peers);
	const before = present(gaps.slice(0, launch));
	const isLongEnough =
		before.length >= MIN_MONTHS_BEFORE && present(gaps.slice(after)).length >= MIN_MONTHS_AFTER;
	if (!isLongEnough || peers.length < 2) return null;

	const att = change(gaps, launch, after);
	const placebosInSpace = peers.map((peer, i) =>
		change(gapSeries(peer, without(peers, i)), launch, after)
	);
	const leftOut = peers.map((_, i) => change(gapSeries(treated, without(peers, i)), launch, after));
	const asLarge = placebosInSpace.filter((placebo) => Math.abs(placebo) >= Math.abs(att)).length;
	return {
		gaps,
		att,
		placebosInSpace,
		placeboP: (1 + asLarge) / (peers.length + 1),
		placeboInTime: placeboInTime(gaps, launch),
		preTrend: slope(before),
		leaveOneOut: { low: Math.min(...leftOut), high: Math.max(...leftOut) },
		beforeAfter: change(treated, launch, after)
	};
}

function gapSeries(
	own: readonly (number | null)[],
	peers: readonly (readonly (number | null)[])[]
): (number | null)[] {
	return own.map((value, month) => {
		const others = present(peers.map((peer) => peer[month] ?? null));
		return value === null || others.length === 0 ? null : value - mean(others);
	});
}

function change(series: readonly (number | null)[], launch: number, after: number): number {
	return mean(present(series.slice(after))) - mean(present(series.slice(0, launch)));
}

function placeboInTime(gaps: readonly (number | null)[], launch: number): number | null {
	const earlier = launch - PLACEBO_MONTHS_EARLIER;
	const isLongEnough = present(gaps.slice(0, Math.max(0, earlier))).length >= MIN_MONTHS_BEFORE;
	const untreated = gaps.slice(0, launch);
	const hasAfter = present(untreated.slice(Math.max(0, earlier))).length > 0;
	return isLongEnough && hasAfter ? change(untreated, earlier, earlier) : null;
}

function present(values: readonly (number | null)[]): number[] {
	return values.filter((value) => value !== null);
}

function without<T>(items: readonly T[], index: number): T[] {
	return items.filter((_, i) => i !== index);
}

import type { Direction } from './statistics/direction.ts';
import { casesToTopQuartile } from './statistics/gap.ts';
import { roundTo } from './statistics/round.ts';

export interface OwnFigure {
	readonly value: number;
	readonly numerator: number | null;
	readonly denominator: number | null;
}

export interface PeerQuartiles {
	readonly p25: number | null;
	readonly p50: number | null;
	readonly p75: number | null;
}

export interface Gap {
	/** Where the best quarter of the group begins, in the KPI's unit. */
	readonly best: number;
	readonly median: number;
	/** How far the region is from it, in the KPI's unit (percentage points for a percentage). */
	readonly distance: number;
	/** How many more (or fewer) cases would have reached it; null where there are no counts. */
	readonly cases: number | null;
}

/**
 * How far a region is from the best quarter of its group, or null when it is in it, when the KPI
 * has no better side, or when the difference does not show at the KPI's decimals.
 * Source: reference 2.10.
 */
export function gapToBest(
	kpi: { readonly kind: string; readonly direction: Direction; readonly decimals: number },
	own: OwnFigure,
	group: PeerQuartiles
): Gap | null {
	const { direction, decimals } = kpi;
	if (direction === 'neutral' || group.p50 === null) return null;
	const best = direction === 'higher' ? group.p75 : group.p25;
	if (best === null) return null;

	const rounded = roundTo(own.value, decimals) - roundTo(best, decimals);
	const distance = roundTo(direction === 'higher' ? -rounded : rounded, decimals);
	if (distance <= 0) return null;
	return {
		best,
		median: group.p50,
		distance,
		cases: kpi.kind === 'proportion' ? casesMissing(own, best / 100, direction) : null
	};
}

function casesMissing(
	{ numerator, denominator }: OwnFigure,
	best: number,
	direction: Exclude<Direction, 'neutral'>
): number | null {
	if (numerator === null || denominator === null || denominator <= 0) return null;
	return casesToTopQuartile({ numerator, denominator }, best, direction);
}

/** How large a gap is beside what the group's middle half spans: for putting the largest first. */
export function relativeGap(
	{ distance }: Pick<Gap, 'distance'>,
	{ p25, p75 }: Pick<PeerQuartiles, 'p25' | 'p75'>
): number {
	const span = Math.abs((p75 ?? 0) - (p25 ?? 0));
	return span === 0 ? distance : distance / span;
}

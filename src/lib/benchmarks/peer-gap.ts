import type { Kpi } from '#lib/database/tables/catalogue.ts';
import { isTooSmall } from './figure-uncertainty.ts';
import { relativeGap } from './gaps.ts';
import { bestFirst } from './statistics/direction.ts';
import { casesToTopQuartile, daysToTopQuartile } from './statistics/gap.ts';
import { quantile } from './statistics/quantile.ts';
import { roundTo } from './statistics/round.ts';

/** A region's figure of twelve months together, or of a month where months do not add up. */
export interface PeriodFigure {
	readonly regionKey: number;
	readonly value: number;
	readonly numerator: number | null;
	readonly denominator: number | null;
}

/** What a gap is counted in. */
export type GapUnit = 'cases' | 'days' | 'none';

export interface PeerGap {
	readonly own: number;
	/** Where the best quarter of the peers begins, in the KPI's unit. */
	readonly best: number;
	/** Peers that have a figure. */
	readonly n: number;
	/** In the KPI's unit; 0 when the region is in the best quarter. */
	readonly distance: number;
	/** The distance beside what the middle half of the peers spans: for finding the largest gaps. */
	readonly relative: number;
	/** Cases more or fewer, or days of waiting in all; null where neither can be counted. */
	readonly amount: number | null;
	readonly unit: GapUnit;
	/** Peers that do better, best first. */
	readonly better: readonly PeriodFigure[];
}

/** With fewer peers a quarter is no more than one of them. */
export const MIN_GAP_PEERS = 6;

/**
 * How far a region is from where the best quarter of its peers begins: cases for a share, days of
 * waiting for a mean. Null when the KPI has no better side, or too few of the peers, or the region
 * itself too few cases, to say. Source: reference 2.10.
 * @param peers without the region itself
 */
export function peerGap(
	kpi: Pick<Kpi, 'kind' | 'direction' | 'decimals' | 'derivation' | 'unit'>,
	own: PeriodFigure,
	peers: readonly PeriodFigure[]
): PeerGap | null {
	const { direction, decimals } = kpi;
	const usable = peers.filter((peer) => !isTooSmall(kpi, peer));
	if (direction === 'neutral' || usable.length < MIN_GAP_PEERS || isTooSmall(kpi, own)) return null;
	const values = usable.map(({ value }) => value);
	const p25 = quantile(values, 0.25);
	const p75 = quantile(values, 0.75);
	const best = (direction === 'higher' ? p75 : p25) ?? own.value;
	const away = roundTo(own.value, decimals) - roundTo(best, decimals);
	const distance = roundTo(Math.max(0, direction === 'higher' ? -away : away), decimals);
	const compare = bestFirst(direction);
	return {
		own: own.value,
		best,
		n: usable.length,
		distance,
		relative: relativeGap({ distance }, { p25, p75 }),
		...(distance === 0 ? { amount: null, unit: 'none' } : amountOf(kpi, direction, own, best)),
		better: usable
			.filter(({ value }) => compare(roundTo(value, decimals), roundTo(own.value, decimals)) < 0)
			.toSorted((a, b) => compare(a.value, b.value))
	};
}

function amountOf(
	kpi: Pick<Kpi, 'kind' | 'unit'>,
	direction: 'higher' | 'lower',
	{ numerator, denominator }: PeriodFigure,
	best: number
): { amount: number | null; unit: GapUnit } {
	if (numerator === null || denominator === null || denominator <= 0) {
		return { amount: null, unit: 'none' };
	}
	if (kpi.kind === 'proportion' && kpi.unit === 'percent') {
		const amount = casesToTopQuartile({ numerator, denominator }, best / 100, direction);
		return { amount, unit: 'cases' };
	}
	if (kpi.kind === 'mean' && kpi.unit === 'working_days' && direction === 'lower') {
		const { total } = daysToTopQuartile({ numerator, denominator }, best);
		return { amount: total, unit: 'days' };
	}
	return { amount: null, unit: 'none' };
}

import type { Direction } from './direction.ts';
import { mean } from './moments.ts';
import { seasonAt, seasonOf } from './season.ts';
import { assuranceOf, variationOf, type Assurance, type Variation } from './xmr-icons.ts';
import { xmrLimits, type PlacedValue, type XmrLimits } from './xmr-limits.ts';
import { xmrSignals, type XmrSignal } from './xmr-rules.ts';

/** Under this many points there is a run chart only. */
export const MIN_XMR_POINTS = 8;

/** From this many points on the baseline is fixed; under it the limits are on trial. */
export const FIXED_FROM_POINTS = 13;

/** The first points of a segment that a fixed baseline is made of. */
export const BASELINE_POINTS = 12;

/** From this share of identical values on, limits would be an artefact of rounding. */
export const MAX_REPEATED_SHARE = 0.4;

export interface XmrPoint {
	/** Null where the month is missing. */
	readonly value: number | null;
	/** Provisional points are drawn, but neither make limits nor trigger a rule. */
	readonly isProvisional?: boolean;
}

export interface XmrOptions {
	readonly direction: Direction;
	readonly target?: number | null;
	/** Positions at which a person began a new segment (a rebase or a change of definition). */
	readonly restarts?: readonly number[];
	/** Drop unusual moving ranges once; on unless told. */
	readonly screen?: boolean;
	/** 12 unless told; `'all'` takes every point, as the published worked examples do. */
	readonly baselinePoints?: number | 'all';
	/** 0.4 unless told. */
	readonly maxRepeatedShare?: number;
	/** Take the season out of a segment that has three years of published points; not unless told. */
	readonly isSeasonal?: boolean;
}

export type NoLimitsReason = 'too_few_points' | 'no_variation' | 'repeated_values';

export interface XmrSegment {
	/** First and last position in the list of months, both included. */
	readonly from: number;
	readonly to: number;
	/** Published points. */
	readonly n: number;
	/** Of the baseline; null without points. */
	readonly mean: number | null;
	readonly limits: XmrLimits | null;
	readonly noLimits: NoLimitsReason | null;
	/** Fewer than 13 points: the limits move with each new one. */
	readonly isTrial: boolean;
	/** The last position of the baseline; limits after it are extended and drawn dashed. */
	readonly baselineTo: number;
	/** What each month of the year, from the segment's first on, adds; limits and rules are without it. */
	readonly season: readonly number[] | null;
}

export interface XmrChart {
	readonly segments: readonly XmrSegment[];
	/** One for each month. */
	readonly signals: readonly (XmrSignal | null)[];
	/** Of the latest published point; null without limits. */
	readonly variation: Variation | null;
	/** Of the latest segment; null without limits, target or direction. */
	readonly assurance: Assurance | null;
}

/**
 * An XmR control chart with the rules of NHS "Making Data Count" over a complete list of months.
 * Ours: no moving range across a gap; the baseline is fixed on the first 12 published points of a
 * segment once it has 13; fewer than 8 points, 40 % identical values or no variation give no limits
 * and no icon. With `isSeasonal` the values are judged without their season, where it is known.
 * Source: reference 2.8, and 2.7 for the season.
 */
export function xmrChart(points: readonly XmrPoint[], options: XmrOptions): XmrChart {
	const signals = points.map((): XmrSignal | null => null);
	const segments = segmentBounds(points.length, options.restarts ?? []).map(([from, to]) => {
		const placed = publishedPoints(points, from, to);
		const season = options.isSeasonal ? seasonOfSegment(placed, from, to) : null;
		const segment = makeSegment(placed, { from, to, season }, options);
		if (segment.limits) {
			const values = placed.map((point) => withoutSeason(segment, point).value);
			const found = xmrSignals(values, segment.limits);
			for (const [i, { position }] of placed.entries()) signals[position] = found[i] ?? null;
		}
		return segment;
	});

	const latest = points.findLastIndex(isPublished);
	const current = segments.findLast((segment) => segment.n > 0 && segment.to >= latest);
	const limits = current?.limits ?? null;
	return {
		segments,
		signals,
		variation: limits ? variationOf(signals[latest] ?? null, options.direction) : null,
		assurance: limits ? assuranceOf(limits, options.target ?? null, options.direction) : null
	};
}

/** A published value as limits and rules see it: less what its month of the year usually adds. */
export function withoutSeason(
	{ from, season }: Pick<XmrSegment, 'from' | 'season'>,
	{ position, value }: PlacedValue
): PlacedValue {
	return { position, value: value - seasonAt(season, position - from) };
}

function seasonOfSegment(placed: readonly PlacedValue[], from: number, to: number) {
	const values = Array.from({ length: to - from + 1 }, (): number | null => null);
	for (const { position, value } of placed) values[position - from] = value;
	return seasonOf(values);
}

function makeSegment(
	placed: readonly PlacedValue[],
	bounds: Pick<XmrSegment, 'from' | 'to' | 'season'>,
	options: XmrOptions
): XmrSegment {
	const n = placed.length;
	const isTrial = n < FIXED_FROM_POINTS;
	const size = options.baselinePoints ?? BASELINE_POINTS;
	const adjusted = placed.map((point) => withoutSeason(bounds, point));
	const baseline = isTrial || size === 'all' ? adjusted : adjusted.slice(0, size);
	const limits = xmrLimits(baseline, options.screen ?? true);
	const noLimits = whyNoLimits(placed, limits, options.maxRepeatedShare ?? MAX_REPEATED_SHARE);
	return {
		...bounds,
		n,
		mean: n > 0 ? mean(baseline.map(({ value }) => value)) : null,
		limits: noLimits ? null : limits,
		noLimits,
		isTrial,
		baselineTo: baseline.at(-1)?.position ?? bounds.to
	};
}

function whyNoLimits(
	placed: readonly PlacedValue[],
	limits: XmrLimits | null,
	maxRepeatedShare: number
): NoLimitsReason | null {
	const hasNeighbours = placed.some(({ position }, i) => placed[i - 1]?.position === position - 1);
	if (placed.length < MIN_XMR_POINTS || !hasNeighbours) return 'too_few_points';
	const counts = Map.groupBy(placed, ({ value }) => value);
	if (counts.size === 1) return 'no_variation';
	const mostEqual = Math.max(...[...counts.values()].map((equal) => equal.length));
	if (mostEqual / placed.length >= maxRepeatedShare) return 'repeated_values';
	return limits ? null : 'no_variation';
}

function segmentBounds(length: number, restarts: readonly number[]): [number, number][] {
	const inside = restarts.filter((position) => position > 0 && position < length);
	const starts = [...new Set([0, ...inside])].toSorted((a, b) => a - b);
	return starts.map((from, i) => [from, (starts[i + 1] ?? length) - 1]);
}

function publishedPoints(points: readonly XmrPoint[], from: number, to: number): PlacedValue[] {
	return points.slice(from, to + 1).flatMap(({ value, isProvisional }, i) => {
		return value === null || isProvisional ? [] : [{ position: from + i, value }];
	});
}

function isPublished({ value, isProvisional }: XmrPoint): boolean {
	return value !== null && !isProvisional;
}

import type { Month } from '#lib/core/period.ts';
import { monthIndex } from '#lib/core/period.ts';
import type { JudgedSeries } from './series-signal.ts';
import { withoutSeason } from './statistics/xmr.ts';

/** Final months that a change must have lasted before limits may be made anew. Source: reference 2.8. */
export const MIN_SHIFT_MONTHS = 9;

/** Why limits may not be made anew from a month on. */
export type BaselineProblem =
	| 'baseline.outside'
	| 'baseline.already'
	| 'baseline.noLimits'
	| 'baseline.tooSoon'
	| 'baseline.noShift';

/**
 * Whether a control chart may be given limits of its own from a month on: it must have limits
 * before, and the first nine final months from then on must lie strictly on one side of their mean.
 * @returns null when it may
 */
export function baselineProblem(
	{ chart, points, from }: JudgedSeries,
	month: Month
): BaselineProblem | null {
	const position = monthIndex(month) - from;
	const segment = chart.segments.find((one) => one.from <= position && one.to >= position);
	if (!segment) return 'baseline.outside';
	if (segment.from === position) return 'baseline.already';
	const { limits } = segment;
	if (!limits) return 'baseline.noLimits';
	const sides = points
		.slice(position, segment.to + 1)
		.flatMap(({ value, isProvisional }, i) =>
			value === null || isProvisional
				? []
				: [Math.sign(withoutSeason(segment, { position: position + i, value }).value - limits.mean)]
		)
		.slice(0, MIN_SHIFT_MONTHS);
	if (sides.length < MIN_SHIFT_MONTHS) return 'baseline.tooSoon';
	const isShift = sides[0] !== 0 && sides.every((side) => side === sides[0]);
	return isShift ? null : 'baseline.noShift';
}

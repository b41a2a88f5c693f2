import { monthFromIndex } from '#lib/core/period.ts';
import { roundTo } from '../statistics/round.ts';
import { withoutSeason } from '../statistics/xmr.ts';
import type { Signal } from './signals.ts';

/** A series in `GET /signals`: where its newest final month lies, and all months of a single one. */
export function signalRow(signal: Signal) {
	const { limits, strength, p } = signal;
	return {
		kpi: signal.kpi.code,
		region: signal.regionCode,
		name: signal.regionName,
		period: signal.month,
		value: signal.value,
		n: signal.n,
		trial: signal.isTrial,
		no_limits_reason: signal.noLimits,
		mean: signal.mean,
		lower: limits?.lower ?? null,
		upper: limits?.upper ?? null,
		near_lower: limits?.nearLower ?? null,
		near_upper: limits?.nearUpper ?? null,
		rule: signal.rule,
		side: sideText(signal.side),
		variation: signal.variation,
		assurance: signal.assurance,
		strength: strength === null ? null : roundTo(strength, 3),
		season: signal.season,
		p: p === null ? null : Number(p.toPrecision(3)),
		stands_out: signal.standsOut,
		is_sample: signal.isSample,
		points: pointsOf(signal)
	};
}

function pointsOf({ series }: Signal) {
	return (series?.points ?? []).map(({ value, isProvisional = false }, i) => ({
		period: monthFromIndex((series?.from ?? 0) + i),
		value,
		adjusted: value === null ? null : adjustedAt(series, i, value),
		provisional: isProvisional,
		rule: series?.chart.signals[i]?.rule ?? null,
		side: sideText(series?.chart.signals[i]?.side ?? null)
	}));
}

/** The value less its season, as the limits and rules of its segment see it. */
function adjustedAt(series: Signal['series'], position: number, value: number): number {
	const segment = series?.chart.segments.find(({ from, to }) => from <= position && position <= to);
	return segment ? withoutSeason(segment, { position, value }).value : value;
}

function sideText(side: 1 | -1 | null): 'high' | 'low' | null {
	if (side === null) return null;
	return side === 1 ? 'high' : 'low';
}

import type { ChartContext } from './chart-context.ts';
import type { MonthLabel, PeerBand, TargetLine } from './model-trend.ts';
import type { TrendInput } from './trend-model.ts';
import { shortValueText, valueText } from './value-text.ts';

/** The middle half and the median of the peers; null without peers, or where none has a value. */
export function makeBand(
	{ peers }: TrendInput,
	months: readonly MonthLabel[],
	context: ChartContext
): PeerBand | null {
	if (!peers) return null;
	const byMonth = new Map(peers.quartiles.map((one) => [one.month, one]));
	const all = months.map(({ month }) => byMonth.get(month));
	const p50 = all.map((one) => one?.p50 ?? null);
	const latest = p50.findLast((value) => value !== null) ?? null;
	if (latest === null) return null;
	return {
		name: peers.name,
		medianName: context.t('chart.median_of', { peers: peers.name }),
		shortName: context.t('chart.quartile.p50'),
		endText: shortValueText(latest, context),
		p25: all.map((one) => one?.p25 ?? null),
		p50,
		p75: all.map((one) => one?.p75 ?? null),
		texts: p50.map((value) => (value === null ? '' : valueText(value, context)))
	};
}

/** The line of a target; null without one. */
export function makeTarget({ target }: TrendInput, context: ChartContext): TargetLine | null {
	if (!target) return null;
	const name = target.name ?? context.t('chart.target');
	return { value: target.value, name, endText: shortValueText(target.value, context) };
}

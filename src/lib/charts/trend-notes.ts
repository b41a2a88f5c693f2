import type { ChartContext } from './chart-context.ts';
import type { ChartEvent, TrendModel, TrendSeries } from './model-trend.ts';

/** The marked events in words; empty without any. */
export function eventSentence(events: readonly ChartEvent[], { t }: ChartContext): string {
	if (events.length === 0) return '';
	const list = events
		.slice(0, MAX_TOLD_EVENTS)
		.map(({ monthText, label }) => t('chart.sentence.event', { month: monthText, label }));
	const more = events.length - list.length;
	if (more > 0) list.push(t('chart.sentence.more_events', { count: more }));
	return t('chart.sentence.events', { list: list.join('; ') });
}

/** The list under the chart names them all. */
const MAX_TOLD_EVENTS = 3;

/** How to read what the chart shows: its band, its dashes, its gaps and its axis. */
export function readingNotes(
	{ series, band }: Pick<TrendModel, 'series' | 'band'>,
	axisFrom: number,
	omitted: number,
	{ t }: ChartContext
): string[] {
	const points = series.flatMap((one) => one.points);
	const hasGap = series.some((one) => hasInnerGap(one));
	return [
		band ? t('chart.note.band', { peers: band.name }) : '',
		points.some(({ isProvisional }) => isProvisional) ? t('chart.note.provisional') : '',
		hasGap ? t('chart.note.gaps') : '',
		axisFrom > 0 ? t('chart.note.axis') : '',
		omitted > 0 ? t('chart.note.omitted', { count: omitted }) : ''
	].filter((note) => note !== '');
}

function hasInnerGap({ points }: TrendSeries): boolean {
	const first = points.findIndex(({ value }) => value !== null);
	const last = points.findLastIndex(({ value }) => value !== null);
	return points.slice(Math.max(0, first), last).some(({ value }) => value === null);
}

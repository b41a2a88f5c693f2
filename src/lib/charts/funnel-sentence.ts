import type { ChartContext } from './chart-context.ts';
import { joinSentence } from './join-sentence.ts';
import type { FunnelMark } from './model-regions.ts';

/** How many regions lie outside the limits of a funnel, and where the own one is, in one sentence. */
export function funnelSentence(marks: readonly FunnelMark[], { t }: ChartContext): string {
	const high = marks.filter(({ zone }) => zone === 'high99.8').length;
	const low = marks.filter(({ zone }) => zone === 'low99.8').length;
	const own = marks.find(({ isOwn }) => isOwn);
	const all = { count: marks.length };
	return joinSentence([
		high + low === 0
			? t('chart.funnel.none', all)
			: t('chart.funnel.some', { ...all, outside: high + low, high, low }),
		own ? t('chart.funnel.own', { name: own.name, value: own.text, zone: own.zoneText }) : ''
	]);
}

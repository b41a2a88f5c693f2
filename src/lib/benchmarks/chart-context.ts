import type { ChartContext } from '#lib/charts/chart-context.ts';
import { keysFromServer } from '#lib/i18n/texts.ts';
import type { MessageKey, Locale, Translate } from '#lib/i18n/translate.ts';
import type { DefinedKpi } from './defined-kpi.ts';
import type { GroupLabel } from './group.ts';

/** How a KPI's charts are told to a reader. */
export function chartContextOf(
	kpi: Omit<DefinedKpi, 'version'>,
	locale: Locale,
	t: Translate
): ChartContext {
	const { unit, decimals, direction, hardMin, hardMax } = kpi;
	return { locale, t, unit, decimals, direction, range: { min: hardMin, max: hardMax } };
}

keysFromServer<GroupLabel['key']>({
	'benchmark.group.all': true,
	'benchmark.group.city': true,
	'benchmark.group.regency': true,
	'benchmark.group.province': true,
	'benchmark.group.family': true,
	'benchmark.group.peers': true,
	'benchmark.group.peers_version': true,
	'benchmark.group.set': true,
	'benchmark.group.chosen': true
});

/** A group in the words of the reader: `semua kota`. */
export function groupText({ key, name, version = '' }: GroupLabel, t: Translate): string {
	return t(key, { name, version });
}

/** The first letter large, for the start of a line. */
export function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

const UNITS: Readonly<Record<string, MessageKey>> = {
	percent: 'unit.percent',
	hours: 'unit.hours',
	working_days: 'unit.working_days',
	minutes: 'unit.minutes',
	requests: 'unit.requests',
	licences: 'unit.licences',
	services: 'unit.services',
	score_25_100: 'unit.score_25_100',
	score_0_5: 'unit.score_0_5'
};

/** The name of a unit of the catalogue; its code where there is none. */
export function unitText(unit: string, t: Translate): string {
	const key = UNITS[unit];
	return key ? t(key) : unit;
}

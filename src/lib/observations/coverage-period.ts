import {
	addMonths,
	isMonth,
	monthIndex,
	monthRange,
	type Day,
	type Month
} from '#lib/core/period.ts';

/** The month a reader asks the register for. */
export interface CoveragePeriodChoice {
	/** As it stands in the address. */
	readonly text: string;
	/** Undefined for today, and when the text is no month that can be asked for. */
	readonly period: Month | undefined;
	/** A message key when it cannot. */
	readonly problem: 'field.month' | 'coverage.futurePeriod' | null;
}

/** Reads `?period=` of a page, where a slip is told beside the field instead of ending the page. */
export function readCoveragePeriod(typed: string | null, thisMonth: Month): CoveragePeriodChoice {
	const text = (typed ?? '').trim();
	if (text === '') return { text, period: undefined, problem: null };
	if (!isMonth(text)) return { text, period: undefined, problem: 'field.month' };
	if (text > thisMonth) return { text, period: undefined, problem: 'coverage.futurePeriod' };
	return { text, period: text, problem: null };
}

/** The end of an address that shows the register of a month, as it was known on a day. */
export function coverageSearch(asked: {
	readonly period: Month | undefined;
	readonly asOf: Day | null;
}): string {
	const parts = [
		asked.period ? `period=${asked.period}` : '',
		asked.asOf ? `as_of=${asked.asOf}` : ''
	].filter((part) => part !== '');
	return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

const RECENT_MONTHS = 24;
const DECEMBER = 11;

/**
 * The months a reader may choose, newest first: the last two years month by month, before them
 * each December since the register of the region begins, and the month chosen.
 */
export function coverageMonths(
	firstDay: Day,
	thisMonth: Month,
	chosen: Month | undefined
): Month[] {
	const recent = addMonths(thisMonth, -RECENT_MONTHS);
	const months = monthRange(firstDay.slice(0, 7), addMonths(thisMonth, -1)).filter(
		(month) => month >= recent || monthIndex(month) % 12 === DECEMBER
	);
	const all = chosen === undefined ? months : [...new Set([...months, chosen])];
	return all.sort().reverse();
}

import { addDays, type Day } from '#lib/core/period.ts';

/** Days before the twelve months are over at which the region is reminded. */
const REMIND_DAYS = [30, 7, 0] as const;
const YEAR_DAYS = 365;
/** No reminder is due before this many days after a confirmation. */
export const FIRST_REMINDER_DAYS = YEAR_DAYS - Math.max(...REMIND_DAYS);

/**
 * Which reminder is due on a day: `30`, `7` or `0` days before a confirmation runs out, `never`
 * for what nobody has confirmed yet, null while none is.
 */
export function milestoneOf(
	{
		confirmedOn,
		sustainability
	}: { readonly confirmedOn: Day | null; readonly sustainability: string },
	today: Day
): string | null {
	if (sustainability === 'stopped') return null;
	if (confirmedOn === null) return 'never';
	const due = REMIND_DAYS.filter((days) => addDays(confirmedOn, YEAR_DAYS - days) <= today);
	return due.length === 0 ? null : String(Math.min(...due));
}

import type { Day } from '#lib/core/period.ts';

export type Freshness = 'never_confirmed' | 'stale' | 'confirmed' | 'stopped';

/**
 * Whether a region's word that an innovation still runs is there and not older than 12 months.
 * @param today the day in the region's time zone
 */
export function freshnessOf(
	{
		confirmedOn,
		sustainability
	}: { readonly confirmedOn: Day | null; readonly sustainability: string },
	today: Day
): Freshness {
	if (sustainability === 'stopped') return 'stopped';
	if (confirmedOn === null) return 'never_confirmed';
	return confirmedOn < yearBefore(today) ? 'stale' : 'confirmed';
}

/** The same day a year earlier; 29 February becomes 28 February. */
function yearBefore(day: Day): Day {
	const rest = day.slice(4) === '-02-29' ? '-02-28' : day.slice(4);
	return `${String(Number(day.slice(0, 4)) - 1)}${rest}`;
}

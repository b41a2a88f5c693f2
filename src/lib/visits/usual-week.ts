import type { HostWindow } from '#lib/database/tables/visits.ts';

const MONDAY_TO_THURSDAY = [1, 2, 3, 4];
const FRIDAY = 5;

/**
 * The week a region begins with as a host: two sessions Monday to Thursday, one on Friday before
 * the prayer, each for one visit.
 */
export function usualWeek(regionCode: string): HostWindow[] {
	return [
		...MONDAY_TO_THURSDAY.flatMap((weekday) => [
			window(regionCode, weekday, '09:00', '11:30'),
			window(regionCode, weekday, '13:00', '15:30')
		]),
		window(regionCode, FRIDAY, '08:30', '11:00')
	];
}

/** The id of a session of the usual week. */
export function usualWindowId(regionCode: string, weekday: number, startsAt: string): string {
	const digits = `${regionCode}-${String(weekday)}-${startsAt}`.replaceAll(/[.:]/g, '');
	return `window-${digits}`;
}

function window(regionCode: string, weekday: number, startsAt: string, endsAt: string): HostWindow {
	return {
		id: usualWindowId(regionCode, weekday, startsAt),
		regionCode,
		weekday,
		startsAt,
		endsAt,
		slots: 1,
		validFrom: null,
		validTo: null,
		kind: 'weekly',
		title: '',
		people: null
	};
}

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dayOf } from '#lib/core/period.ts';
import type { HostWindow } from '#lib/database/tables/visits.ts';
import { formatDay, formatTimeRange } from '#lib/i18n/format.ts';
import { listSessions } from '#lib/visits/sessions.ts';

/** Half past midnight on Wednesday in Makassar, an hour earlier and so Tuesday in Jakarta. */
const LATE_EVENING = new Date('2026-11-24T16:30:00Z');

const windows: HostWindow[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
	id: `day-${String(weekday)}`,
	regionCode: '73.71',
	weekday,
	startsAt: '09:00',
	endsAt: '11:30',
	slots: 1,
	validFrom: null,
	validTo: null,
	kind: 'weekly',
	title: '',
	people: null
}));
const capacity = {
	leadWorkingDays: 0,
	horizonDays: 3,
	peoplePerVisit: 40,
	peoplePerDay: 60,
	visitsPerDay: 2,
	visitsPerMonth: 4,
	jointOffered: 1 as const
};
const nothing = {
	claims: new Map(),
	held: new Map(),
	days: new Map(),
	months: new Map(),
	holidays: new Map(),
	blackouts: []
};

describe.each(['UTC', 'Asia/Jakarta', 'America/New_York'])('a server in %s', (zone) => {
	const before = process.env.TZ;

	beforeEach(() => {
		process.env.TZ = zone;
	});
	afterEach(() => {
		if (before === undefined) delete process.env.TZ;
		else process.env.TZ = before;
	});

	test('really is there', () => {
		expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
		expect(LATE_EVENING.getHours()).toBe(
			{ UTC: 16, 'Asia/Jakarta': 23, 'America/New_York': 11 }[zone]
		);
	});

	test('takes the day from the host, not from itself', () => {
		expect(dayOf(LATE_EVENING, 'Asia/Makassar')).toBe('2026-11-25');
		expect(dayOf(LATE_EVENING, 'Asia/Jakarta')).toBe('2026-11-24');
	});

	test('lists the same sessions on the same days', () => {
		const today = dayOf(LATE_EVENING, 'Asia/Makassar');
		const range = { from: '2026-11-24', to: '2026-11-30', today };
		expect(
			listSessions(capacity, windows, nothing, range).map(
				({ id, closedReason }) => `${id} ${closedReason?.code ?? 'open'}`
			)
		).toEqual([
			'day-2@2026-11-24 past',
			'day-3@2026-11-25 open',
			'day-4@2026-11-26 open',
			'day-5@2026-11-27 open',
			'day-6@2026-11-28 open',
			'day-7@2026-11-29 beyond_horizon',
			'day-1@2026-11-30 beyond_horizon'
		]);
	});

	test('writes day and time as the host lives them', () => {
		expect(formatDay('id', '2026-11-25', true)).toBe('Rabu, 25 November 2026');
		expect(formatTimeRange('09:00', '11:30', 'Asia/Makassar')).toBe('09.00–11.30 WITA');
	});
});

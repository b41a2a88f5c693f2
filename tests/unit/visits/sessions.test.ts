import { describe, expect, test } from 'vitest';
import type { HostWindow } from '#lib/database/tables/visits.ts';
import { listSessions, parseSessionId, sessionId, type Bookings } from '#lib/visits/sessions.ts';

const host = {
	leadWorkingDays: 7,
	horizonDays: 120,
	peoplePerVisit: 40,
	peoplePerDay: 60,
	visitsPerDay: 2,
	visitsPerMonth: 4,
	jointOffered: 1 as const
};

function window(id: string, weekday: number, startsAt: string, endsAt: string): HostWindow {
	return {
		id,
		regionCode: '36.71',
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

const windows = [
	window('tue-am', 2, '09:00', '11:30'),
	window('tue-pm', 2, '13:00', '15:30'),
	window('fri', 5, '08:30', '11:00')
];

const LEAVE = { kind: 'national', nameId: 'Libur', nameEn: 'Holiday' } as const;
const CHRISTMAS = { kind: 'national', nameId: 'Natal', nameEn: 'Christmas' } as const;

function bookings(changes: Partial<Bookings> = {}): Bookings {
	return {
		claims: new Map(),
		held: new Map(),
		days: new Map(),
		months: new Map(),
		holidays: new Map(),
		blackouts: [],
		...changes
	};
}

const list = (made: Partial<Bookings> = {}, from = '2026-12-01', to = '2026-12-31') =>
	listSessions(host, windows, bookings(made), { from, to, today: '2026-11-24' });

const reasons = (made: Partial<Bookings>, day: string) =>
	list(made, day, day).map(({ closedReason }) => closedReason?.code ?? 'open');

describe('the sessions of a host', () => {
	test('only weekdays with a window have sessions, in order', () => {
		expect(list({}, '2026-12-07', '2026-12-13').map(({ id }) => id)).toEqual([
			'tue-am@2026-12-08',
			'tue-pm@2026-12-08',
			'fri@2026-12-11'
		]);
	});

	test('within seven working days it is too soon', () => {
		// From Tuesday 24 November the seventh working day is Thursday 3 December.
		expect(reasons({}, '2026-12-01')).toEqual(['too_soon', 'too_soon']);
		expect(reasons({}, '2026-12-04')).toEqual(['open']);
	});

	test('a holiday makes the notice longer', () => {
		const holidays = new Map([['2026-11-30', LEAVE]]);
		expect(reasons({ holidays }, '2026-12-04')).toEqual(['open']);
		const two = new Map([...holidays, ['2026-12-03', LEAVE]]);
		expect(reasons({ holidays: two }, '2026-12-04')).toEqual(['too_soon']);
	});

	test('beyond the horizon nothing is open', () => {
		expect(reasons({}, '2027-03-30')).toEqual(['beyond_horizon', 'beyond_horizon']);
	});

	test('a holiday and a blackout say their names', () => {
		const holidays = new Map([['2026-12-25', CHRISTMAS]]);
		expect(list({ holidays }, '2026-12-25', '2026-12-25')[0]?.closedReason).toEqual({
			code: 'holiday',
			nameId: 'Natal',
			nameEn: 'Christmas'
		});
		const blackouts = [
			{
				id: 'b',
				regionCode: '36.71',
				fromDay: '2026-12-14',
				toDay: '2026-12-18',
				reasonId: 'Penyusunan anggaran',
				reasonEn: 'Budget season'
			}
		];
		expect(reasons({ blackouts }, '2026-12-15')).toEqual(['blackout', 'blackout']);
		expect(reasons({ blackouts }, '2026-12-22')).toEqual(['open', 'open']);
	});

	test('collective leave and a regional holiday are told apart from a national one', () => {
		const kinds = (['national', 'collective_leave', 'regional'] as const).map((kind) =>
			reasons({ holidays: new Map([['2026-12-11', { ...LEAVE, kind }]]) }, '2026-12-11')
		);
		expect(kinds).toEqual([['holiday'], ['collective_leave'], ['regional_holiday']]);
	});

	test('a day that has gone by is past, holiday or not', () => {
		const holidays = new Map([['2026-11-17', LEAVE]]);
		expect(reasons({ holidays }, '2026-11-17')).toEqual(['past', 'past']);
		expect(reasons({}, '2026-11-20')).toEqual(['past']);
		expect(reasons({}, '2026-11-24')).toEqual(['too_soon', 'too_soon']);
	});

	test('a window has sessions only while it is valid', () => {
		const short = { ...window('tue', 2, '09:00', '11:30'), validFrom: '2026-12-08' };
		const days = listSessions(host, [{ ...short, validTo: '2026-12-15' }], bookings(), {
			from: '2026-12-01',
			to: '2026-12-31',
			today: '2026-11-24'
		}).map(({ day }) => day);
		expect(days).toEqual(['2026-12-08', '2026-12-15']);
	});

	test('a session with two places stays open after the first visit', () => {
		const wide = [{ ...window('tue', 2, '09:00', '11:30'), slots: 2 }];
		const range = { from: '2026-12-08', to: '2026-12-08', today: '2026-11-24' };
		const after = (taken: number) =>
			listSessions(
				host,
				wide,
				bookings({ claims: new Map([['tue@2026-12-08', taken]]) }),
				range
			)[0];
		expect(after(1)).toMatchObject({ slots: 2, slotsLeft: 1, closedReason: null });
		expect(after(2)).toMatchObject({ slotsLeft: 0, closedReason: { code: 'taken' } });
	});

	test('a taken slot closes its own session and no other', () => {
		const claims = new Map([['tue-am@2026-12-08', 1]]);
		expect(reasons({ claims }, '2026-12-08')).toEqual(['taken', 'open']);
	});

	test('people already promised leave fewer places, and none closes the day', () => {
		const some = new Map([['2026-12-08', { visits: 1, people: 35 }]]);
		expect(list({ days: some }, '2026-12-08', '2026-12-08').map((s) => s.peopleLeft)).toEqual([
			25, 25
		]);
		const full = new Map([['2026-12-08', { visits: 1, people: 60 }]]);
		expect(reasons({ days: full }, '2026-12-08')).toEqual(['day_full', 'day_full']);
	});

	test('a month that has its visits is full', () => {
		expect(reasons({ months: new Map([['2026-12', 4]]) }, '2026-12-08')).toEqual([
			'month_full',
			'month_full'
		]);
	});

	test('a session id can be read back, and nothing else can', () => {
		expect(parseSessionId(sessionId('tue-am', '2026-12-08'))).toEqual({
			windowId: 'tue-am',
			day: '2026-12-08'
		});
		const others = ['', '@2026-12-08', 'a@b', "a'@2026-12-08", 'a@2026-12-08@x'];
		for (const text of [...others, 'a@2026-02-31', 'a@2026-99-99', 'a@0000-00-00']) {
			expect(parseSessionId(text)).toBeNull();
		}
	});
});

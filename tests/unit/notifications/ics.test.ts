import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { CalendarEvent } from '#lib/notifications/mail.ts';
import { calendarText } from '#lib/notifications/server/ics.ts';
import { nextEntry, wantedEntry, type Whereabouts } from '#lib/visits/calendar-entry.ts';

const MADE = '2026-11-24T03:00:00.000Z';
const MORNING: Whereabouts = {
	day: '2026-12-08',
	startsAt: '09:00',
	endsAt: '11:30',
	place: 'Jl. Ahmad Yani No. 1; Makassar, "Balai Kota"'
};
const AFTERNOON: Whereabouts = { ...MORNING, startsAt: '13:00', endsAt: '15:30' };

type Entry = NonNullable<ReturnType<typeof nextEntry>>;

/** A visit through its life: held, confirmed, moved, cancelled, restored. */
function life(): Entry[] {
	const steps = [
		wantedEntry({ state: 'countered' }, null, [MORNING]),
		wantedEntry({ state: 'scheduled' }, MORNING, []),
		wantedEntry({ state: 'scheduled' }, AFTERNOON, []),
		wantedEntry({ state: 'cancelled' }, AFTERNOON, []),
		wantedEntry({ state: 'scheduled' }, AFTERNOON, [])
	];
	const entries: Entry[] = [];
	for (const wanted of steps) {
		const next = nextEntry(entries.at(-1), wanted);
		if (next) entries.push(next);
	}
	return entries;
}

function event(entry: Entry, changes: Partial<CalendarEvent> = {}): CalendarEvent {
	return {
		...entry,
		uid: '0193-visit-day',
		timezone: 'Asia/Makassar',
		summary: 'Kunjungan studi Kabupaten Tangerang ke Kota Makassar',
		description:
			'Selasa, 8 Desember 2026, 09.00–11.30 WITA\nhttps://studitiru.example.go.id/visits/V-7KQ2M9',
		url: 'https://studitiru.example.go.id/visits/V-7KQ2M9',
		createdAt: MADE,
		changedAt: MADE,
		...changes
	};
}

function invitation(entry: Entry, attendee = 'Budi Santoso, S.Kom., M.T.'): string {
	return calendarText([event(entry)], {
		method: entry.status === 'CANCELLED' ? 'CANCEL' : 'REQUEST',
		stamp: new Date(MADE),
		organizer: { name: 'Studi Tiru', email: 'studitiru@example.go.id' },
		attendee: { name: attendee, email: 'budi@tangerangkab.example' }
	});
}

const NAMES = ['hold', 'confirm', 'move', 'cancel', 'restore'] as const;

describe('the calendar file of a visit', () => {
	test.each(NAMES)('%s is as it was', async (name) => {
		const entry = life()[NAMES.indexOf(name)];
		if (!entry) throw new Error('a step is missing');
		await expect(invitation(entry)).toMatchFileSnapshot(`golden/${name}.ics`);
	});

	test('one UID from hold to restoration, and SEQUENCE 0 to 4', () => {
		const events = life().map((entry) => read(invitation(entry)));
		expect(events.map(({ uid }) => uid)).toEqual(Array(5).fill('0193-visit-day'));
		expect(events.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3, 4]);
		expect(events.map(({ component }) => component.getFirstPropertyValue('status'))).toEqual([
			'TENTATIVE',
			'CONFIRMED',
			'CONFIRMED',
			'CANCELLED',
			'CONFIRMED'
		]);
	});

	test('09.00 WITA is 01.00 UTC, whatever the clock of the server', () => {
		const [held] = life();
		if (!held) throw new Error('no hold');
		const start = read(invitation(held)).startDate;
		expect(start.zone.tzid).toBe('Asia/Makassar');
		expect(start.toJSDate().toISOString()).toBe('2026-12-08T01:00:00.000Z');
	});

	test('no line is longer than 75 octets and all end with CRLF', () => {
		const [held] = life();
		if (!held) throw new Error('no hold');
		const text = invitation(held, `${'Nama yang panjang '.repeat(20)}🌾`);
		expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
		expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
		for (const line of text.split('\r\n')) {
			expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
		}
	});

	test.each([
		['Budi; X:"\r\nATTENDEE:mailto:x@example.org', 'Budi; X:"\nATTENDEE:mailto:x@example.org'],
		['Siti, S.Kom., M.T.', 'Siti, S.Kom., M.T.']
	])('a name cannot break out of its line: %j', (name, read_) => {
		const [held] = life();
		if (!held) throw new Error('no hold');
		const attendees = read(invitation(held, name)).attendees;
		expect(attendees).toHaveLength(1);
		expect(
			attendees[0]?.getFirstParameter('cn').replaceAll("^'", '"').replaceAll('^n', '\n').trim()
		).toBe(read_);
	});
});

describe('the entry of a visit', () => {
	test('does not change when nothing that calendars show has changed', () => {
		const [held] = life();
		expect(nextEntry(held, { ...MORNING, status: 'TENTATIVE' })).toBeNull();
	});

	test('does not exist for a request that was never given a time', () => {
		expect(nextEntry(undefined, wantedEntry({ state: 'declined' }, null, []))).toBeNull();
	});

	test('of one held session is cancelled when several are offered instead', () => {
		const [held] = life();
		const several = wantedEntry({ state: 'countered' }, null, [MORNING, AFTERNOON]);
		expect(nextEntry(undefined, several)).toBeNull();
		expect(nextEntry(held, several)).toMatchObject({ status: 'CANCELLED', sequence: 1 });
	});

	test('of a hold that ended is cancelled', () => {
		const [held] = life();
		const next = nextEntry(held, wantedEntry({ state: 'in_review' }, null, []));
		expect(next).toMatchObject({ status: 'CANCELLED', sequence: 1, day: MORNING.day });
	});
});

function read(text: string): ICAL.Event {
	const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
	for (const zone of calendar.getAllSubcomponents('vtimezone')) {
		ICAL.TimezoneService.register(zone);
	}
	const found = calendar.getFirstSubcomponent('vevent');
	if (!found) throw new Error('no event');
	return new ICAL.Event(found);
}

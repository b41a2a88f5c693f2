import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clockOf, inZone, instantOf } from '#lib/visits/session-time.ts';
import { reminderStage, workingDaysLeft } from '#lib/visits/deadlines.ts';

describe.each(['UTC', 'Asia/Jakarta', 'America/New_York'])('a session seen from %s', (zone) => {
	const before = process.env.TZ;

	beforeEach(() => {
		process.env.TZ = zone;
	});
	afterEach(() => {
		if (before === undefined) delete process.env.TZ;
		else process.env.TZ = before;
	});

	const session = { day: '2026-12-08', startsAt: '09:00', endsAt: '11:30' };

	test.each([
		['Asia/Jakarta', '2026-12-08T02:00:00.000Z'],
		['Asia/Pontianak', '2026-12-08T02:00:00.000Z'],
		['Asia/Makassar', '2026-12-08T01:00:00.000Z'],
		['Asia/Jayapura', '2026-12-08T00:00:00.000Z'],
		['America/New_York', '2026-12-08T14:00:00.000Z']
	])('nine o’clock in %s is %s everywhere', (timezone, instant) => {
		expect(instantOf('2026-12-08', '09:00', timezone).toISOString()).toBe(instant);
		expect(clockOf(new Date(instant), timezone)).toBe('09:00');
	});

	test('a reader in another zone gets their own clock beside the host’s, others do not', () => {
		expect(inZone({ ...session, timezone: 'Asia/Makassar' }, 'Asia/Jakarta')).toEqual({
			day: '2026-12-08',
			startsAt: '08:00',
			endsAt: '10:30',
			timezone: 'Asia/Jakarta'
		});
		expect(inZone({ ...session, timezone: 'Asia/Jakarta' }, 'Asia/Pontianak')).toBeNull();
	});

	test('a late session may be on another day for the reader', () => {
		const late = {
			day: '2026-12-08',
			startsAt: '23:30',
			endsAt: '23:59',
			timezone: 'Asia/Jakarta'
		};
		expect(inZone(late, 'Asia/Jayapura')).toMatchObject({ day: '2026-12-09', startsAt: '01:30' });
	});
});

describe('the clock of an answer', () => {
	test.each([
		['2026-11-25', 5, 0],
		['2026-11-27', 3, 0],
		['2026-11-30', 2, 50],
		['2026-12-01', 1, 80],
		['2026-12-02', 0, 100]
	])('on %s %i working days are left and %i %% reminded', (today, left, stage) => {
		expect(workingDaysLeft(today, '2026-12-01', new Set())).toBe(left);
		expect(reminderStage(left)).toBe(stage);
	});
});

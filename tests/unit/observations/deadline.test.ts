import { expect, test } from 'vitest';
import {
	dueDay,
	dueDayNumber,
	isOverdue,
	reminderStep
} from '#lib/observations/reporting-month.ts';

const rules = [
	{ fromMonth: '2026-10', dueDay: 15 },
	{ fromMonth: '2027-01', dueDay: 8 },
	{ fromMonth: '2026-10', dueDay: 20 }
];

test('a month is due on the tenth of the next unless the region has set another day', () => {
	expect(dueDay('2026-12')).toBe('2027-01-10');
	expect(dueDay('2026-09', rules)).toBe('2026-10-10');
	expect(dueDay('2027-02', rules)).toBe('2027-03-08');
});

test('of two rules from one month the one that was set later holds', () => {
	expect(dueDayNumber('2026-12', rules)).toBe(20);
});

test('a month is late the day after, in the time of the region', () => {
	const midnight = new Date('2026-11-20T15:30:00Z');
	expect(isOverdue('2026-10', midnight, 'Asia/Jakarta', rules)).toBe(false);
	expect(isOverdue('2026-10', midnight, 'Asia/Jayapura', rules)).toBe(true);
});

test('reminders come in the three days before, on the day, and for ten days after', () => {
	const steps = ['06', '07', '09', '10', '11', '20', '21'].map((day) =>
		reminderStep(`2026-11-${day}`, '2026-11-10')
	);
	expect(steps).toEqual([null, 'soon', 'soon', 'today', 'late', 'late', null]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/core/period.ts';
import { addWorkingDays, isWorkingDay } from '#lib/visits/working-days.ts';

const christmas = new Set(['2026-12-24', '2026-12-25']);

describe('working days', () => {
	test('five working days after a Tuesday is the next Tuesday', () => {
		expect(addWorkingDays('2026-11-24', 5, new Set())).toBe('2026-12-01');
	});

	test('weekends and holidays do not count', () => {
		// Thursday and Friday are closed, then comes a weekend.
		expect(addWorkingDays('2026-12-23', 1, christmas)).toBe('2026-12-28');
	});

	test('counting back passes weekends and holidays too', () => {
		expect(addWorkingDays('2026-12-28', -1, christmas)).toBe('2026-12-23');
		expect(addWorkingDays('2026-11-24', -2, new Set())).toBe('2026-11-20');
	});

	test('going and coming back ends where it began, on a working day', () => {
		const days = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays('2024-01-01', offset));
		const count = fc.integer({ min: -40, max: 40 });
		fc.assert(
			fc.property(days, count, (day, n) => {
				fc.pre(isWorkingDay(day, christmas));
				expect(addWorkingDays(addWorkingDays(day, n, christmas), -n, christmas)).toBe(day);
			})
		);
	});

	test('the result is a working day with exactly that many working days up to it', () => {
		const days = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays('2024-01-01', offset));
		const count = fc.integer({ min: 1, max: 40 });
		fc.assert(
			fc.property(days, count, (day, n) => {
				const end = addWorkingDays(day, n, christmas);
				let counted = 0;
				for (let at = addDays(day, 1); at <= end; at = addDays(at, 1)) {
					if (isWorkingDay(at, christmas)) counted++;
				}
				expect(isWorkingDay(end, christmas)).toBe(true);
				expect(counted).toBe(n);
			})
		);
	});
});

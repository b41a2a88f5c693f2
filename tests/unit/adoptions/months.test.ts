import { expect, test } from 'vitest';
import { addMonthsToDay } from '#lib/adoptions/months.ts';

test.each([
	['2026-11-24', 3, '2027-02-24'],
	['2026-11-30', 3, '2027-02-28'],
	['2027-11-30', 3, '2028-02-29'],
	['2026-08-31', 6, '2027-02-28'],
	['2026-12-31', 12, '2027-12-31']
])('%s and %i months later is %s', (day, count, later) => {
	expect(addMonthsToDay(day, count)).toBe(later);
});

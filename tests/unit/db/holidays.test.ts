import { expect, test } from 'vitest';
import { holidays2026 } from '#db/reference/holidays-2026.ts';
import { isDay } from '#lib/core/period.ts';

test('2026 has 17 national holidays and 8 days of collective leave, each once', () => {
	const days = holidays2026.map(({ day }) => day);

	expect(holidays2026.filter(({ kind }) => kind === 'national')).toHaveLength(17);
	expect(holidays2026.filter(({ kind }) => kind === 'collective_leave')).toHaveLength(8);
	expect(new Set(days).size).toBe(25);
	expect(days.every((day) => isDay(day) && day.startsWith('2026-'))).toBe(true);
});

test('Eid al-Fitr is on the days of the decree, not on computed ones', () => {
	const eid = holidays2026.filter(({ nameEn }) => nameEn.startsWith('Eid al-Fitr'));
	expect(eid.map(({ day }) => day)).toEqual(['2026-03-21', '2026-03-22']);
});

import { expect, test } from 'vitest';
import { coverageMonths, readCoveragePeriod } from '#lib/observations/coverage-period.ts';

test('without a month the register is read as of today', () => {
	const today = { text: '', period: undefined, problem: null };

	expect(readCoveragePeriod(null, '2026-11')).toEqual(today);
	expect(readCoveragePeriod(' ', '2026-11')).toEqual(today);
});

test('a month that is over or runs may be asked for', () => {
	expect(readCoveragePeriod('2026-10', '2026-11')).toMatchObject({ period: '2026-10' });
	expect(readCoveragePeriod('2026-11', '2026-11')).toMatchObject({ period: '2026-11' });
});

test.each([
	['oktober', 'field.month'],
	['2026-13', 'field.month'],
	['2026-12', 'coverage.futurePeriod']
])('%s is told beside the field and leaves the page as of today', (text, problem) => {
	expect(readCoveragePeriod(text, '2026-11')).toEqual({ text, period: undefined, problem });
});

test('the last two years are offered by month, the years before by their last month', () => {
	const months = coverageMonths('2022-03-01', '2026-11', undefined);

	expect(months.slice(0, 2)).toEqual(['2026-10', '2026-09']);
	expect(months.slice(-4)).toEqual(['2024-12', '2024-11', '2023-12', '2022-12']);
	expect(months).toHaveLength(24 + 2);
});

test('the month chosen is among those offered', () => {
	expect(coverageMonths('2025-11-22', '2026-01', '2019-05')).toEqual([
		'2025-12',
		'2025-11',
		'2019-05'
	]);
});

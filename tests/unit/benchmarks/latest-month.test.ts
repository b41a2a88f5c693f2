import { describe, expect, test } from 'vitest';
import { chooseMonth } from '#lib/benchmarks/latest-month.ts';

describe('the month shown when nobody chose one', () => {
	test('is the newest that 60 % of the group has reported', () => {
		const months = [
			{ month: 100, n: 10, nExpected: 10 },
			{ month: 102, n: 5, nExpected: 10 },
			{ month: 101, n: 6, nExpected: 10 }
		];
		expect(chooseMonth(months)).toBe(101);
	});

	test('is simply the newest where only a few regions report at all', () => {
		const months = [
			{ month: 100, n: 2, nExpected: 508 },
			{ month: 101, n: 1, nExpected: 508 }
		];
		expect(chooseMonth(months)).toBe(101);
	});

	test('is none before anything is published', () => {
		expect(chooseMonth([])).toBeNull();
	});
});

import { describe, expect, test } from 'vitest';
import { changeCoverage } from '#lib/observations/coverage-change.ts';
import type { CoveragePeriod } from '#lib/observations/derive-coverage.ts';

const period = (
	mode: CoveragePeriod['mode'],
	validFrom: string,
	validTo: string | null = null
): CoveragePeriod => ({ districtCode: '36.71.01', serviceCode: 'KTP', mode, validFrom, validTo });

describe('a statement about a district and service', () => {
	test('begins the register of an unknown cell', () => {
		expect(changeCoverage([], { mode: 'full', validFrom: '2026-01-01' })).toEqual({
			next: { mode: 'full', validFrom: '2026-01-01', validTo: null },
			replaced: null,
			ended: null
		});
	});

	test('ends what held before, and lasts until what begins later', () => {
		const first = period('mobile', '2025-01-01', '2026-05-31');
		const later = period('full', '2026-06-01');
		expect(changeCoverage([first, later], { mode: 'limited', validFrom: '2026-03-01' })).toEqual({
			next: { mode: 'limited', validFrom: '2026-03-01', validTo: '2026-05-31' },
			replaced: null,
			ended: first
		});
	});

	test('before the first row lasts until the day before it', () => {
		expect(
			changeCoverage([period('full', '2026-06-01')], { mode: 'none', validFrom: '2026-01-01' })
				?.next
		).toMatchObject({ validTo: '2026-05-31' });
	});

	test('takes the place of a row of the same day', () => {
		const same = period('full', '2026-06-01', '2026-08-31');
		expect(changeCoverage([same], { mode: 'limited', validFrom: '2026-06-01' })).toEqual({
			next: { mode: 'limited', validFrom: '2026-06-01', validTo: '2026-08-31' },
			replaced: same,
			ended: null
		});
	});

	test('says nothing new when it holds already', () => {
		const holds = [period('full', '2026-01-01')];
		expect(changeCoverage(holds, { mode: 'full', validFrom: '2026-06-01' })).toBeNull();
	});
});

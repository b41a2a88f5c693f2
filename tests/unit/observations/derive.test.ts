import { expect, test } from 'vitest';
import { deriveTotals, deriveTurnaround, type TurnaroundCounts } from '#lib/observations/derive.ts';

const counts: TurnaroundCounts = {
	received: 220,
	completed: 200,
	buckets: [40, 120, 30, 8, 2],
	returned: 11,
	pendingOver7Days: 5,
	online: 88
};

const byCode = (service: string, month: TurnaroundCounts) =>
	Object.fromEntries(deriveTurnaround(service, month).map((row) => [row.kpiCode, row]));

test('the share within 24 hours counts the first two buckets', () => {
	expect(byCode('KTP', counts)['ADM-SLA-KTP']).toMatchObject({
		numerator: 160,
		denominator: 200,
		value: 80
	});
});

test('the median is interpolated on the logarithmic scale inside its bucket', () => {
	// The 100th of 200 cases is the 60th of the 120 in (1 h, 24 h]: 24 ^ (60 / 120).
	expect(byCode('KTP', counts)['ADM-TAT-KTP']?.value).toBeCloseTo(Math.sqrt(24), 10);
});

test('an exact median of the region wins over the estimate', () => {
	expect(byCode('KK', { ...counts, medianHours: 6.5 })['ADM-TAT-KK']?.value).toBe(6.5);
});

test('a month without finished requests has no rate and no median, but a volume of zero', () => {
	const empty = { ...counts, completed: 0, buckets: [0, 0, 0, 0, 0] as const, medianHours: 3 };
	const rows = byCode('AKM', empty);

	expect(rows['ADM-SLA-AKM']).toMatchObject({ value: null, missingReason: 'no_cases' });
	expect(rows['ADM-TAT-AKM']).toMatchObject({ value: null, missingReason: 'no_cases' });
	expect(rows['ADM-VOL-AKM']).toMatchObject({ value: 0, missingReason: null });
});

test('totals add the counts of the services, never their rates', () => {
	const other = { ...counts, received: 80, returned: 1, online: 12, pendingOver7Days: 0 };
	const rows = Object.fromEntries(deriveTotals([counts, other]).map((row) => [row.kpiCode, row]));

	expect(rows['ADM-BLG']).toMatchObject({ value: 5, denominator: null });
	expect(rows['ADM-DIG']).toMatchObject({ numerator: 100, denominator: 300 });
	expect(rows['ADM-REJ']).toMatchObject({ value: 4 });
});

test('a month in which no service is published has no totals', () => {
	expect(deriveTotals([])).toEqual([]);
});

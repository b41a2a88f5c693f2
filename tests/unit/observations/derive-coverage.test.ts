import { expect, test } from 'vitest';
import {
	type CoverageMode,
	type CoveragePeriod,
	deriveCoverage,
	FULL_PACKAGE_SERVICES
} from '#lib/observations/derive-coverage.ts';

const period = (
	districtCode: string,
	serviceCode: string,
	mode: CoverageMode,
	[validFrom, validTo = null]: [from: string, to?: string | null] = ['2017-01-01']
): CoveragePeriod => ({ districtCode, serviceCode, mode, validFrom, validTo });

test('full and limited counters count, mobile ones and none do not', () => {
	const register = [
		period('36.71.01', 'KTP', 'full'),
		period('36.71.02', 'KTP', 'limited'),
		period('36.71.03', 'KTP', 'mobile'),
		period('36.71.04', 'KTP', 'none')
	];

	expect(deriveCoverage(register, '2026-10-31', 13)).toEqual([
		expect.objectContaining({ kpiCode: 'ADM-COV-KTP', numerator: 2, denominator: 13 })
	]);
});

test('a row counts from its first day to its last', () => {
	const register = [
		period('36.03.01', 'KIA', 'none', ['2020-01-01', '2025-11-21']),
		period('36.03.01', 'KIA', 'full', ['2025-11-22'])
	];
	const on = (day: string) => deriveCoverage(register, day, 29)[0]?.numerator;

	expect(on('2025-11-21')).toBe(0);
	expect(on('2025-11-22')).toBe(1);
});

test('a service the register does not mention has no observation', () => {
	const register = [period('36.03.01', 'KTP', 'full', ['2025-11-22'])];

	expect(deriveCoverage(register, '2025-10-31', 29)).toEqual([]);
});

test('the full package needs all six services in the same district', () => {
	const everywhere = FULL_PACKAGE_SERVICES.flatMap((service) => [
		period('36.71.01', service, 'full'),
		period('36.71.02', service, service === 'KIA' ? 'mobile' : 'full')
	]);
	const all = deriveCoverage(everywhere, '2026-10-31', 2).find(
		({ kpiCode }) => kpiCode === 'ADM-COV-ALL'
	);

	expect(all).toMatchObject({ numerator: 1, denominator: 2, value: 50 });
});

test('the full package is unknown while one of its services is', () => {
	const codes = deriveCoverage([period('36.71.01', 'KTP', 'full')], '2026-10-31', 13);

	expect(codes.map(({ kpiCode }) => kpiCode)).toEqual(['ADM-COV-KTP']);
});

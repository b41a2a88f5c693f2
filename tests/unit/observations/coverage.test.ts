import { expect, test } from 'vitest';
import {
	coverageByCell,
	coverageSources,
	formatSince,
	newestFacts,
	summariseCoverage,
	type CoverageFact
} from '#lib/observations/coverage.ts';
import { deriveCoverage } from '#lib/observations/derive-coverage.ts';

const fact = (facts: Partial<CoverageFact> = {}): CoverageFact => ({
	districtCode: '36.71.01',
	serviceCode: 'KTP',
	mode: 'full',
	validFrom: '2017-01-01',
	datePrecision: 'year',
	source: 'Naskah berita',
	verification: 'claimed',
	isSample: 0,
	...facts
});

const eachMode = [
	fact({ districtCode: '36.71.01', mode: 'full' }),
	fact({ districtCode: '36.71.02', mode: 'limited', verification: 'verified' }),
	fact({ districtCode: '36.71.03', mode: 'mobile' }),
	fact({ districtCode: '36.71.04', mode: 'none' }),
	fact({ districtCode: '36.71.05', mode: 'limited' })
];

test('full and limited service count as covered; mobile stands apart; silence is unknown', () => {
	expect(summariseCoverage('KTP', eachMode, 13)).toEqual({
		serviceCode: 'KTP',
		covered: 3,
		limited: 2,
		mobile: 1,
		none: 1,
		unknown: 8,
		verified: 1,
		districts: 13
	});
});

test('the summary counts what the KPI of coverage counts', () => {
	const periods = eachMode.map((row) => ({ ...row, validTo: null }));
	const [kpi] = deriveCoverage(periods, '2026-10-31', 13);
	const { covered, districts } = summariseCoverage('KTP', eachMode, 13);

	expect(kpi).toMatchObject({ numerator: covered, denominator: districts });
});

test('of two facts about the same district and service, the one begun last holds', () => {
	const later = fact({ mode: 'limited', validFrom: '2020-05-01' });

	expect(newestFacts([later, fact()])).toEqual([later]);
	expect(newestFacts([fact(), later])).toEqual([later]);
});

test('a cell about which the register is silent is null', () => {
	const cell = coverageByCell(eachMode);

	expect(cell('36.71.03', 'KTP')?.mode).toBe('mobile');
	expect(cell('36.71.03', 'KIA')).toBeNull();
});

test('each source is named once, with its services and its first day', () => {
	const facts = [
		fact({ serviceCode: 'KIA', validFrom: '2019-03-01', datePrecision: 'month' }),
		fact({ serviceCode: 'KTP' }),
		fact({ serviceCode: 'KTP', districtCode: '36.71.02' }),
		fact({ source: 'Data contoh', isSample: 1 })
	];

	expect(coverageSources(facts)).toEqual([
		{
			source: 'Naskah berita',
			isSample: 0,
			serviceCodes: ['KIA', 'KTP'],
			since: '2017-01-01',
			datePrecision: 'year',
			isSameDay: false
		},
		expect.objectContaining({ source: 'Data contoh', isSample: 1, isSameDay: true })
	]);
});

test('a day is written no more exactly than its source gives it', () => {
	expect(formatSince('id', '2017-01-01', 'year')).toBe('2017');
	expect(formatSince('id', '2024-10-01', 'month')).toBe('Oktober 2024');
	expect(formatSince('en', '2025-11-22', 'day')).toBe('22 November 2025');
});

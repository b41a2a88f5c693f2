import { describe, expect, test } from 'vitest';
import { demoAccounts, silentVisitor } from '#db/demo/accounts.ts';
import { entersMore, generateEntered } from '#db/demo/entered-series.ts';
import { demoHosts, demoWindows } from '#db/demo/hosts.ts';
import { generateCoverage } from '#db/demo/sample-coverage.ts';
import { demoVisits, openDay } from '#db/demo/visits.ts';
import { agencies } from '#db/reference/agencies.ts';
import { holidays2026 } from '#db/reference/holidays-2026.ts';
import { kpiCatalogue } from '#db/reference/kpis.ts';
import { DEMO_PASSWORD } from '#lib/accounts/demo.ts';
import { passwordProblem } from '#lib/accounts/password-rules.ts';
import { roles } from '#lib/core/access.ts';
import { lastDayOf, monthRange, weekdayOf } from '#lib/core/period.ts';
import { deriveCoverage } from '#lib/observations/derive-coverage.ts';

const months = monthRange('2023-11', '2026-10');
const cilegon = {
	code: '36.72',
	key: 3672,
	provinceCode: '36',
	kind: 'city',
	districtCount: 8
} as const;

describe('accounts', () => {
	test('both regions have one account for each regional role, and the platform one', () => {
		const regional = roles.filter((role) => role !== 'platform_admin');
		for (const region of ['36.71', '36.03']) {
			const held = demoAccounts.filter(({ regionCode }) => regionCode === region);
			expect(held.map(({ role }) => role)).toEqual(regional);
		}
		expect(demoAccounts.filter(({ regionCode }) => regionCode === null)).toHaveLength(1);
	});

	test('their names say that they are samples, and their agencies exist', () => {
		const known = new Set(agencies.map(({ id }) => id));
		for (const { name, agencyId } of [...demoAccounts, silentVisitor]) {
			expect(name).toMatch(/ \(contoh\)$/);
			expect(agencyId === null || known.has(agencyId)).toBe(true);
		}
	});

	test('their password would be accepted for each of them', () => {
		const problems = demoAccounts.map(({ email, name }) =>
			passwordProblem(DEMO_PASSWORD, [email, name])
		);
		expect(problems.filter((problem) => problem !== null)).toEqual([]);
	});
});

describe('hosts and visits', () => {
	test('each host has the suggested week of nine sessions', () => {
		for (const { regionCode } of demoHosts) {
			const week = demoWindows.filter((window) => window.regionCode === regionCode);
			expect(week).toHaveLength(9);
			expect(week.every(({ startsAt, endsAt }) => startsAt < endsAt)).toBe(true);
		}
		expect(new Set(demoWindows.map(({ id }) => id)).size).toBe(demoWindows.length);
	});

	test('sample visits fall on open days that fit their sessions, on whatever day they are made', () => {
		const closed = new Set(holidays2026.map(({ day }) => day));
		for (const today of ['2026-01-01', '2026-03-10', '2026-11-24', '2026-12-20', '2027-02-28']) {
			for (const { visit, preferences, questions } of demoVisits(today, `${today}T03:00:00.000Z`)) {
				expect(questions.length).toBeGreaterThanOrEqual(3);
				expect(visit.isSample).toBe(1);
				for (const { windowId, day } of preferences) {
					const window = demoWindows.find(({ id }) => id === windowId);
					expect(window?.weekday).toBe(weekdayOf(day));
					expect(closed.has(day)).toBe(false);
					expect(day > today).toBe(true);
				}
			}
		}
	});

	test('a holiday moves a visit to the next week', () => {
		expect(openDay('2026-08-24', 2)).toBe('2026-09-01');
	});
});

describe('KPIs that regions enter themselves', () => {
	test('all of Banten enters them, and some sixty others', () => {
		expect(entersMore(cilegon)).toBe(true);
		const codes = Array.from({ length: 506 }, (_, i) => `${String(10 + (i % 20))}.${String(i)}`);
		const others = codes.filter((code) => entersMore({ ...cilegon, code, provinceCode: '32' }));
		expect(others.length).toBeGreaterThan(40);
		expect(others.length).toBeLessThan(85);
	});

	test('each value is inside the range of its KPI and follows from its counts', () => {
		for (const { kpiCode, numerator, denominator, value } of generateEntered(cilegon, months)) {
			const kpi = kpiCatalogue.find(({ code }) => code === kpiCode);
			const [min, max] = kpi?.range.hard ?? [NaN, NaN];
			expect(value).toBeGreaterThanOrEqual(min);
			expect(value).toBeLessThanOrEqual(max);
			if (numerator === null || denominator === null) expect(kpi?.kind).toBe('index');
			else expect(value).toBeCloseTo((100 * numerator) / denominator, 10);
		}
	});

	test('none is made up beside the figure that was reported for Kabupaten Tangerang', () => {
		const codes = generateEntered({ ...cilegon, code: '36.03' }, months).map(
			({ kpiCode }) => kpiCode
		);
		expect(codes).not.toContain('ADM-OWN-KTP');
		expect(codes).toContain('ADM-OWN-KIA');
	});
});

test('a sample register has one mode for each district and service on each day', () => {
	const districts = Array.from({ length: 8 }, (_, i) => `36.72.0${String(i + 1)}`);
	const register = generateCoverage(cilegon, districts, months);
	for (const month of months) {
		const day = lastDayOf(month);
		const now = register.filter(
			({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day)
		);
		expect(now).toHaveLength(districts.length * 7);
	}
	const values = deriveCoverage(register, '2026-10-31', 8).map(({ numerator }) => numerator ?? 0);
	expect(Math.min(...values)).toBeGreaterThanOrEqual(1);
});

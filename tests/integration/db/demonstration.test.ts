import { beforeAll, describe, expect, test } from 'vitest';
import { seedDemonstration } from '#db/demo/seed.ts';
import { loadReferenceData } from '#db/reference/load.ts';
import { DEMO_PASSWORD } from '#lib/accounts/demo.ts';
import { verifyPassword } from '#lib/accounts/server/password.ts';
import { monthIndex } from '#lib/core/period.ts';
import type { Db } from '#lib/database/connection.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';

const NOW = new Date('2026-11-24T03:00:00Z');
const BANTEN = ['36.01', '36.02', '36.03', '36.04', '36.71', '36.72', '36.73', '36.74'];

describe.each(databaseNames)('the demonstration on %s', (name) => {
	let db: Db;

	beforeAll(async () => {
		db = await openDatabase(name);
		await loadReferenceData(db);
		await seedDemonstration(db, NOW, { regions: BANTEN, months: 24 });
	});

	function observations(kpiCode: string, regionCode: string) {
		return db
			.selectFrom('observation')
			.innerJoin('kpi', 'kpi.key', 'observation.kpiKey')
			.innerJoin('region', 'region.key', 'observation.regionKey')
			.selectAll('observation')
			.where('kpi.code', '=', kpiCode)
			.where('region.code', '=', regionCode)
			.orderBy('month')
			.execute();
	}

	test('all generated facts are samples, and only reported ones are not', async () => {
		const real = await db
			.selectFrom('observation')
			.innerJoin('kpi', 'kpi.key', 'observation.kpiKey')
			.innerJoin('region', 'region.key', 'observation.regionKey')
			.select(['kpi.family', 'region.code', 'observation.verification'])
			.where('observation.isSample', '=', 0)
			.distinct()
			.orderBy('region.code')
			.execute();

		expect(real).toEqual([
			{ family: 'COV', code: '36.03', verification: 'claimed' },
			{ family: 'COV', code: '36.71', verification: 'claimed' }
		]);
	});

	test('Kota Tangerang covers 13 of 13 in all six services, and nothing is said of the seventh', async () => {
		const all = await observations('ADM-COV-ALL', '36.71');

		expect(all).toHaveLength(24);
		expect(all.every(({ numerator, denominator }) => numerator === 13 && denominator === 13)).toBe(
			true
		);
		expect(await observations('ADM-COV-PDG', '36.71')).toEqual([]);
	});

	test('Kabupaten Tangerang goes from 7 to 29 of 29, with nothing made up in between', async () => {
		const rows = await observations('ADM-COV-KTP', '36.03');

		expect(rows.map(({ month, numerator }) => [month, numerator])).toEqual([
			[monthIndex('2024-12'), 7],
			...Array.from({ length: 12 }, (_, i) => [monthIndex('2025-11') + i, 29])
		]);
		expect(rows[0]?.note).toContain('bulan pastinya');
		expect(await observations('ADM-COV-KK', '36.03')).toEqual([]);
	});

	test('the last month of the story is unfinished', async () => {
		const last = monthIndex('2026-10');
		const newest = async (kpiCode: string, region: string) =>
			(await observations(kpiCode, region)).at(-1)?.month;
		const submitted = await db
			.selectFrom('observationEntry')
			.select(['regionKey', 'month'])
			.where('status', '=', 'submitted')
			.orderBy('regionKey')
			.execute();

		expect(await newest('ADM-SLA-KTP', '36.71')).toBe(last - 1);
		expect(await newest('ADM-SLA-KK', '36.03')).toBe(last - 1);
		expect(await newest('ADM-SLA-AKL', '36.71')).toBe(last);
		expect(submitted).toEqual([
			{ regionKey: 3603, month: last },
			{ regionKey: 3671, month: last },
			{ regionKey: 3671, month: last }
		]);
	});

	test('benchmarks say how many reported of how many', async () => {
		const row = await db
			.selectFrom('benchmark')
			.innerJoin('kpi', 'kpi.key', 'benchmark.kpiKey')
			.selectAll('benchmark')
			.where('kpi.code', '=', 'ADM-SLA-AKL')
			.where('benchmark.groupCode', '=', 'province:36')
			.orderBy('benchmark.month', 'desc')
			.executeTakeFirstOrThrow();

		expect(row).toMatchObject({ month: monthIndex('2026-10'), nExpected: 8, nSample: row.n });
		expect(row.n).toBeGreaterThanOrEqual(6);
		expect(row.p25).toBeLessThanOrEqual(row.p50 ?? 0);
		expect(row.p50).toBeLessThanOrEqual(row.p75 ?? 0);
	});

	test('demonstration accounts can sign in, but for the one who only asked for a visit', async () => {
		const accounts = await db.selectFrom('account').select(['email', 'passwordHash']).execute();
		const [first] = accounts.filter(({ passwordHash }) => passwordHash !== null);

		expect(accounts.filter(({ passwordHash }) => passwordHash === null)).toEqual([
			{ email: 'delegasi.selatan@studitiru.example', passwordHash: null }
		]);
		expect(await verifyPassword(DEMO_PASSWORD, first?.passwordHash ?? '')).toBe(true);
	});

	test('one sample visit has its session and one waits for an answer', async () => {
		const visits = await db
			.selectFrom('visit')
			.leftJoin('sessionClaim', 'sessionClaim.visitId', 'visit.id')
			.select(['visit.state', 'visit.isSample', 'sessionClaim.day'])
			.orderBy('visit.state')
			.execute();

		expect(visits).toEqual([
			{ state: 'scheduled', isSample: 1, day: '2026-12-08' },
			{ state: 'submitted', isSample: 1, day: null }
		]);
	});

	test('seeding again changes nothing', async () => {
		await seedDemonstration(db, new Date('2027-03-01T03:00:00Z'));

		expect((await observations('ADM-COV-ALL', '36.71')).at(-1)?.month).toBe(monthIndex('2026-10'));
	});
});

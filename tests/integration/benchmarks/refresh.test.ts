import { beforeAll, describe, expect, test } from 'vitest';
import { loadReferenceData } from '#db/reference/load.ts';
import { refreshBenchmarks } from '#lib/benchmarks/server/refresh.ts';
import { quantile } from '#lib/benchmarks/statistics/quantile.ts';
import { createRandom } from '#lib/benchmarks/statistics/random.ts';
import { getKpi } from '#lib/catalogue/server/use-cases.ts';
import { monthIndex, monthRange } from '#lib/core/period.ts';
import type { Db } from '#lib/database/connection.ts';
import { listRegions, type RegionSummary } from '#lib/regions/server/use-cases.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { publishShares } from './figures.ts';

const now = () => new Date('2026-11-24T03:00:00Z');
const months = monthRange('2026-01', '2026-09');

describe.each(databaseNames)('benchmarks on %s', (name) => {
	let db: Db;
	let kpiKey: number;
	let regions: RegionSummary[];
	const row = (month: string, groupCode: string) =>
		db
			.selectFrom('benchmark')
			.selectAll()
			.where('kpiKey', '=', kpiKey)
			.where('month', '=', monthIndex(month))
			.where('groupCode', '=', groupCode)
			.executeTakeFirst();

	beforeAll(async () => {
		db = await openDatabase(name);
		await loadReferenceData(db);
		kpiKey = (await getKpi({ db }, 'ADM-SLA-KTP')).key;
		regions = await listRegions({ db, now });
		const random = createRandom(7);
		const figures = regions.flatMap(({ code }) =>
			months.map((month) => ({
				region: code,
				month,
				numerator: random.uniform() < 0.1 ? null : Math.round(100 * random.uniform()),
				isSample: code.startsWith('36')
			}))
		);
		await publishShares(db, 'ADM-SLA-KTP', figures);
		const cells = months.map((month) => ({ kpiKey, month: monthIndex(month) }));
		await refreshBenchmarks({ db, now }, cells);
	});

	test('equal a recomputation from the published values', async () => {
		const autonomous = regions.filter(({ autonomy }) => autonomy === 'autonomous');
		const groups = {
			all: autonomous,
			'kind:city': autonomous.filter(({ kind }) => kind === 'city'),
			'province:36': autonomous.filter(({ provinceCode }) => provinceCode === '36')
		};
		for (const [groupCode, members] of Object.entries(groups)) {
			const facts = await db
				.selectFrom('observation')
				.selectAll()
				.where('month', '=', monthIndex('2026-05'))
				.where(
					'regionKey',
					'in',
					members.map(({ key }) => key)
				)
				.where('value', 'is not', null)
				.execute();
			const values = facts.map(({ value }) => value ?? 0);
			expect(await row('2026-05', groupCode)).toMatchObject({
				n: facts.length,
				nExpected: members.length,
				nSample: facts.filter(({ isSample }) => isSample === 1).length,
				sumNumerator: facts.reduce((sum, fact) => sum + (fact.numerator ?? 0), 0),
				sumDenominator: facts.reduce((sum, fact) => sum + (fact.denominator ?? 0), 0),
				p10: quantile(values, 0.1),
				p50: quantile(values, 0.5),
				p90: quantile(values, 0.9)
			});
		}
	});

	test('count the 508 autonomous regions, not the six of Jakarta', async () => {
		expect(await row('2026-01', 'all')).toMatchObject({ nExpected: 508 });
		expect(await row('2026-01', 'province:31')).toBeUndefined();
	});

	test('follow a change of one month and leave the others', async () => {
		const before = await row('2026-04', 'all');
		await db
			.updateTable('observation')
			.set({ value: 100, numerator: 100, denominator: 100, missingReason: null })
			.where('month', '=', monthIndex('2026-03'))
			.execute();
		await refreshBenchmarks({ db, now }, [{ kpiKey, month: monthIndex('2026-03') }]);

		expect(await row('2026-03', 'all')).toMatchObject({ n: 508, p10: 100, p50: 100 });
		expect(await row('2026-04', 'all')).toEqual(before);
	});

	test('lose the row of a group whose last value is withdrawn', async () => {
		await db
			.updateTable('observation')
			.set({ value: null, missingReason: 'withdrawn' })
			.where('month', '=', monthIndex('2026-06'))
			.where('regionKey', '>', 3600)
			.where('regionKey', '<', 3700)
			.execute();
		await refreshBenchmarks({ db, now }, [{ kpiKey, month: monthIndex('2026-06') }]);

		expect(await row('2026-06', 'province:36')).toBeUndefined();
		expect(await row('2026-06', 'all')).toMatchObject({ nSample: 0 });
	});

	test('come out the same from one refresh of everything as from many', async () => {
		const before = await db
			.selectFrom('benchmark')
			.selectAll()
			.orderBy('groupCode')
			.orderBy('month')
			.execute();
		for (const month of months)
			await refreshBenchmarks({ db, now }, [{ kpiKey, month: monthIndex(month) }]);
		const after = await db
			.selectFrom('benchmark')
			.selectAll()
			.orderBy('groupCode')
			.orderBy('month')
			.execute();
		expect(after).toEqual(before);
	});
});

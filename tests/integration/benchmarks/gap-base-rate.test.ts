import { beforeAll, describe, expect, test } from 'vitest';
import { loadReferenceData } from '#db/reference/load.ts';
import { findGaps } from '#lib/benchmarks/server/gaps.ts';
import { getPeers } from '#lib/benchmarks/server/peers.ts';
import { getRegionProfile } from '#lib/benchmarks/server/profile.ts';
import { refreshBenchmarks } from '#lib/benchmarks/server/refresh.ts';
import { getKpi } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { monthIndex, monthRange } from '#lib/core/period.ts';
import { listRegions } from '#lib/regions/server/use-cases.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { publishShares } from './figures.ts';
import { addWriteUp } from './write-up.ts';

const KPI = 'ADM-SLA-KTP';
const OWN = '36.72';

describe.each(databaseNames)('the base rate of a gap on %s', (name) => {
	let ctx: Context;
	let alike: string[];

	beforeAll(async () => {
		const db = await openDatabase(name);
		await loadReferenceData(db);
		ctx = { db, actor: null, now: () => new Date('2026-11-24T03:00:00Z'), locale: 'id' };
		const cities = (await listRegions(ctx, { kind: 'city' }))
			.filter(({ autonomy }) => autonomy === 'autonomous')
			.map(({ code }) => code);
		const others = cities.filter((code) => code !== OWN);
		// Two years ago twenty cities stood at 60 %; three of them have come to 95 %, the rest to 62 %.
		alike = others.slice(0, 19);
		const then = (region: string) => (region === OWN || alike.includes(region) ? 60 : 90);
		const today = (region: string) => {
			if (region === OWN) return 60;
			const place = alike.indexOf(region);
			return place < 0 ? 90 : place < 3 ? 95 : 62;
		};
		await publishShares(db, KPI, [
			...cities.map((region) => ({ region, month: '2024-10', numerator: then(region) })),
			...cities.map((region) => ({ region, month: '2026-10', numerator: today(region) }))
		]);
		const { key } = await getKpi(ctx, KPI);
		await refreshBenchmarks(ctx, [{ kpiKey: key, month: monthIndex('2026-10') }]);
	});

	test('counts the regions that stood there and closed it, and names them', async () => {
		const [gap] = await findGaps(ctx, OWN);
		expect(gap).toMatchObject({ value: 60, distance: 30 });
		// Of twelve months ago nothing is published: that span is left out.
		expect(gap?.baseRates).toMatchObject([{ months: 24, n: 19, reached: 3 }]);
		const named = gap?.baseRates[0]?.regions.map(({ code }) => code);
		expect(named?.toSorted()).toEqual(alike.slice(0, 3).toSorted());
	});

	test('stands on the region’s profile too, with the gap to its peers by structure', async () => {
		const peers = (await getPeers(ctx, { region: OWN })).peers.map(({ id }) => id);
		await publishShares(
			ctx.db,
			KPI,
			['2025-11', '2025-12', ...monthRange('2026-01', '2026-09')].flatMap((month) =>
				[OWN, ...peers].map((region) => ({ region, month, numerator: region === OWN ? 60 : 90 }))
			)
		);
		const [row] = (await getRegionProfile(ctx, OWN)).rows;
		expect(row?.gap?.distance).toBeGreaterThan(20);
		expect(row?.baseRates).toMatchObject([{ months: 24, n: 19, reached: 3 }]);
		expect((await getRegionProfile(ctx, OWN, '2026-11-24')).rows[0]?.baseRates).toEqual([]);
		expect((await getRegionProfile(ctx, alike[0] ?? '')).rows[0]?.baseRates).toEqual([]);
	});

	test('names those with a write-up first', async () => {
		const writer = alike[2] ?? '';
		await addWriteUp(ctx.db, writer, KPI);
		const [gap] = await findGaps(ctx, OWN);
		expect(gap?.baseRates[0]?.regions[0]).toMatchObject({
			code: writer,
			innovation: expect.any(String) as string
		});
	});

	test('says nothing when fewer than ten stood there', async () => {
		const { key } = await getKpi(ctx, KPI);
		await ctx.db
			.deleteFrom('observation')
			.where('kpiKey', '=', key)
			.where('month', '=', monthIndex('2024-10'))
			.where(
				'regionKey',
				'in',
				alike.slice(0, 10).map((code) => Number(code.replace('.', '')))
			)
			.execute();
		const [gap] = await findGaps(ctx, OWN);
		expect(gap?.baseRates).toEqual([]);
	});
});

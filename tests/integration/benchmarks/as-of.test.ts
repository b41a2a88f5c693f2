import { beforeAll, describe, expect, test } from 'vitest';
import { insertMany } from '#db/insert-many.ts';
import { loadReferenceData } from '#db/reference/load.ts';
import { readCompareQuery } from '#lib/benchmarks/compare-query.ts';
import { getComparison } from '#lib/benchmarks/server/compare.ts';
import { listMonthsKnown, listNewestKnown } from '#lib/benchmarks/server/latest-month.ts';
import { getPeers } from '#lib/benchmarks/server/peers.ts';
import { getRegionProfile } from '#lib/benchmarks/server/profile.ts';
import { listProvinceMedians } from '#lib/benchmarks/server/provinces.ts';
import { getRanking } from '#lib/benchmarks/server/ranking.ts';
import { refreshMissingSignals } from '#lib/benchmarks/server/refresh-signals.ts';
import { refreshBenchmarks } from '#lib/benchmarks/server/refresh.ts';
import { getKpi } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { addMonths, monthIndex } from '#lib/core/period.ts';
import { callApi } from '#tests/support/call-api.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { GET as getRanks } from '../../../src/routes/api/v1/benchmarks/[kpi]/+server.ts';
import { GET as getSeriesRows } from '../../../src/routes/api/v1/series/[kpi]/+server.ts';
import { GET as getProfileFile } from '../../../src/routes/regions/[code]/[file]/+server.ts';

const KPI = 'ADM-SLA-KTP';
const now = () => new Date('2026-11-24T03:00:00Z');
/** A second one, so that its peers stand in no ranking of the first. */
const YEAR_KPI = 'ADM-SLA-KK';
const FACT = { verification: 'verified', isSample: 0, missingReason: null } as const;

/** September was 60 of 100 until 12 November and is 90 since; October came on 10 November. */
describe.each(databaseNames)('what was known on a day, on %s', (name) => {
	let ctx: Context;
	const compare = async (asOf: string) => {
		const { query } = readCompareQuery(
			new URLSearchParams(`kpi=${KPI}&regions=36.71&group=kind:city&as_of=${asOf}`)
		);
		const [first] = (await getComparison(ctx, query)).kpis;
		return first?.series;
	};

	beforeAll(async () => {
		const db = await openDatabase(name);
		await loadReferenceData(db);
		ctx = { db, actor: null, now, locale: 'id' };
		const { key: kpiKey } = await getKpi(ctx, KPI);
		const of = (regionKey: number, month: string, numerator: number, publishedAt: string) => ({
			...FACT,
			kpiKey,
			regionKey,
			month: monthIndex(month),
			numerator,
			denominator: 100,
			value: numerator,
			publishedAt
		});
		await insertMany(db, 'observation', [
			{ ...of(3671, '2026-09', 90, '2026-11-12T03:00:00.000Z'), note: '', revision: 2 },
			{ ...of(3671, '2026-10', 70, '2026-11-10T03:00:00.000Z'), note: '', revision: 1 },
			{ ...of(3672, '2026-09', 80, '2026-10-08T03:00:00.000Z'), note: '', revision: 1 }
		]);
		await insertMany(db, 'observationRevision', [
			{
				...of(3671, '2026-09', 60, '2026-10-08T03:00:00.000Z'),
				revision: 1,
				supersededAt: '2026-11-12T03:00:00.000Z',
				reason: 'Salah hitung',
				changedByRole: 'agency_head'
			}
		]);
		// A city and its peers over a year; the peers' figures were about 50 until 12 November, and are about 90 since.
		const peers = (await getPeers(ctx, { region: '11.71' })).peers.map(({ id }) => id);
		const { key: yearKpiKey } = await getKpi(ctx, YEAR_KPI);
		const yearOf = (code: string, numerator: number, publishedAt: string) =>
			Array.from({ length: 12 }, (_, i) => ({
				...of(
					Number(code.replace('.', '')),
					addMonths('2025-11', i),
					numerator + (i % 3),
					publishedAt
				),
				kpiKey: yearKpiKey
			}));
		const early = '2026-11-08T03:00:00.000Z';
		const late = '2026-11-12T03:00:00.000Z';
		await insertMany(
			db,
			'observation',
			[...yearOf('11.71', 40, early), ...peers.flatMap((code) => yearOf(code, 90, late))].map(
				(row) => ({ ...row, note: '', revision: 2 })
			)
		);
		await insertMany(
			db,
			'observationRevision',
			peers
				.flatMap((code) => yearOf(code, 50, early))
				.map((row) => ({
					...row,
					revision: 1,
					supersededAt: late,
					reason: 'Salah hitung',
					changedByRole: 'agency_head'
				}))
		);
		await refreshMissingSignals(ctx);
		await refreshBenchmarks(
			ctx,
			['2026-09', '2026-10'].map((month) => ({ kpiKey, month: monthIndex(month) }))
		);
	});

	test('a ranking has the figures, the month and the order of that day', async () => {
		const top = async (input: { asOf?: string; month?: string }) => {
			const { month, rows } = await getRanking(ctx, { kpi: KPI, group: 'kind:city', ...input });
			return { month, best: rows.slice(0, 2).map(({ code, value }) => [code, value]) };
		};
		expect(await top({ month: '2026-09' })).toMatchObject({
			best: [
				['36.71', 90],
				['36.72', 80]
			]
		});
		expect(await top({ asOf: '2026-11-11', month: '2026-09' })).toMatchObject({
			best: [
				['36.72', 80],
				['36.71', 60]
			]
		});
		expect(await top({ asOf: '2026-11-09' })).toMatchObject({ month: '2026-09' });
		expect(await top({ asOf: '2026-10-07' })).toMatchObject({ month: null });
	});

	test('a comparison leaves out what came later, in regions and in their group', async () => {
		const before = await compare('2026-11-09');
		expect(before?.to).toBe('2026-09');
		expect(before?.regions[0]?.cells.at(-1)).toMatchObject({ month: '2026-09', value: 60 });
		expect(before?.group?.months.at(-1)).toMatchObject({ n: 2, p50: 70 });
		const after = await compare('2026-11-12');
		expect(after?.regions[0]?.cells.slice(-2)).toMatchObject([{ value: 90 }, { value: 70 }]);
		expect(after?.group?.months.at(-2)).toMatchObject({ n: 2, p50: 85 });
	});

	test('the months to choose from, and the newest of each indicator, are those of that day', async () => {
		const kpi = await getKpi(ctx, KPI);
		const at = (asOf: string) => listMonthsKnown(ctx, kpi, { groupCode: 'kind:city', asOf });
		expect(await at('2026-11-11')).toEqual(['2026-10', '2026-09']);
		expect(await at('2026-11-09')).toEqual(['2026-09']);
		expect(await at('2026-10-07')).toEqual([]);
		const newest = async (asOf: string) => (await listNewestKnown(ctx, [kpi], asOf)).get(kpi.key);
		expect(await newest('2026-11-11')).toEqual({ month: '2026-10', n: 1, nSample: 0 });
		expect(await newest('2026-11-09')).toEqual({ month: '2026-09', n: 2, nSample: 0 });
		expect(await newest('2026-10-07')).toBeUndefined();
	});

	test('the medians of the provinces are those of that day', async () => {
		const banten = async (asOf?: string) =>
			(await listProvinceMedians(ctx, KPI, '2026-09', asOf)).find(({ code }) => code === '36');
		expect(await banten()).toMatchObject({ value: 85, n: 2 });
		expect(await banten('2026-11-12')).toEqual(await banten());
		expect(await banten('2026-11-11')).toMatchObject({ value: 70, n: 2 });
		expect(await banten('2026-10-07')).toMatchObject({ value: null, n: 0 });
	});

	test('a region has the figures, the months and the control chart of that day', async () => {
		const rowAt = async (asOf: string | null) =>
			(await getRegionProfile(ctx, '36.71', asOf)).rows.find(({ kpi }) => kpi.code === KPI);
		expect(await rowAt(null)).toMatchObject({ month: '2026-10', value: 70 });
		expect(await rowAt('2026-11-12')).toEqual(await rowAt(null));
		const before = await rowAt('2026-11-09');
		expect(before).toMatchObject({ month: '2026-09', value: 60, numerator: 60 });
		expect(before?.months.filter((value) => value !== null)).toEqual([60]);
		expect(await rowAt('2026-10-07')).toBeUndefined();
	});

	test('the gap of a region to its peers has the year of that day', async () => {
		const rowAt = async (asOf: string | null) =>
			(await getRegionProfile(ctx, '11.71', asOf)).rows[0];
		expect(await rowAt('2026-11-12')).toEqual(await rowAt(null));
		expect((await rowAt('2026-11-11'))?.variation).toBe('common');
		const gapAt = async (asOf: string | null) => (await rowAt(asOf))?.gap;
		expect((await gapAt(null))?.best).toBeCloseTo(91);
		expect((await gapAt('2026-11-11'))?.best).toBeCloseTo(51);
		expect(await gapAt('2026-11-01')).toBeUndefined();
	});

	test('the file of a region holds what its page shows of that day, and says which', async () => {
		const { text } = await callApi(
			getProfileFile as never,
			ctx,
			'/regions/36.71/data.csv?as_of=2026-11-09',
			{ params: { code: '36.71', file: 'data.csv' } }
		);
		expect(text).toContain(',2026-09,60,');
		expect(text).not.toContain(',2026-10,');
		expect(text).toContain('/regions/36.71?as_of=2026-11-09');
	});

	test('the API looks back in the same way and names a day that is none', async () => {
		const ask = (query: string) =>
			callApi(getRanks, ctx, `/api/v1/benchmarks/${KPI}?period=2026-09&${query}`, {
				params: { kpi: KPI }
			});
		const { body } = await ask('as_of=2026-11-11');
		const { data } = body as { data: { region: string; value: number }[] };
		expect(data.find(({ region }) => region === '36.71')?.value).toBe(60);
		const refused = await ask('as_of=2026-13-01');
		expect(refused.status).toBe(400);
		expect(JSON.stringify(refused.body)).toContain('as_of');

		const series = await callApi(
			getSeriesRows,
			ctx,
			`/api/v1/series/${KPI}?regions=36.71&from=2026-09&to=2026-09&as_of=2026-11-11`,
			{ params: { kpi: KPI } }
		);
		expect(series.body).toMatchObject({ data: [{ period: '2026-09', value: 60 }] });
	});
});

import { beforeAll, describe, expect, test } from 'vitest';
import { loadReferenceData } from '#db/reference/load.ts';
import { refreshBenchmarks } from '#lib/benchmarks/server/refresh.ts';
import { findGaps } from '#lib/benchmarks/server/gaps.ts';
import { latestMonth } from '#lib/benchmarks/server/latest-month.ts';
import { getRanking } from '#lib/benchmarks/server/ranking.ts';
import { getSeries } from '#lib/benchmarks/server/series.ts';
import { getKpi } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { monthIndex } from '#lib/core/period.ts';
import { listRegions } from '#lib/regions/server/use-cases.ts';
import { callApi } from '#tests/support/call-api.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { GET as getBenchmark } from '../../../src/routes/api/v1/benchmarks/[kpi]/+server.ts';
import { GET as getKpiDocument } from '../../../src/routes/api/v1/kpis/[code]/+server.ts';
import { GET as getKpis } from '../../../src/routes/api/v1/kpis/+server.ts';
import { GET as getSeriesRows } from '../../../src/routes/api/v1/series/[kpi]/+server.ts';
import { publishShares, type GivenFigure } from './figures.ts';
import { addWriteUp } from './write-up.ts';

const KPI = 'ADM-SLA-KTP';
const now = () => new Date('2026-11-24T03:00:00Z');

describe.each(databaseNames)('rankings and series on %s', (name) => {
	let ctx: Context;
	const benchmark = (query: string) =>
		callApi(getBenchmark, ctx, `/api/v1/benchmarks/${KPI}${query}`, { params: { kpi: KPI } });
	const series = (query: string, init: RequestInit = {}) =>
		callApi(getSeriesRows, ctx, `/api/v1/series/${KPI}${query}`, { params: { kpi: KPI }, ...init });

	beforeAll(async () => {
		const db = await openDatabase(name);
		await loadReferenceData(db);
		ctx = { db, actor: null, now, locale: 'en' };
		const cities = await listRegions(ctx, { kind: 'city' });
		const autonomous = cities.filter(({ autonomy }) => autonomy === 'autonomous');

		// September: all cities but Kota Serang, which reported before and after. October: only half.
		const september = autonomous
			.filter(({ code }) => code !== '36.73')
			.map(({ code }, i): GivenFigure => ({
				region: code,
				month: '2026-09',
				numerator: Math.min(5 * i + 10, 480),
				denominator: 500,
				isSample: code === '36.72'
			}));
		await publishShares(db, KPI, [
			...september.map((figure) => {
				if (figure.region === '36.71') return { ...figure, numerator: 20, denominator: 29 };
				if (figure.region === '36.74') return { ...figure, numerator: 5, denominator: 9 };
				return figure.region === '32.71' ? { ...figure, isProvisional: true } : figure;
			}),
			...september.slice(0, 40).map((figure) => ({ ...figure, month: '2026-10' })),
			{ region: '36.73', month: '2026-08', numerator: 10 },
			{ region: '36.73', month: '2026-10', numerator: null }
		]);
		const { key } = await getKpi(ctx, KPI);
		const months = ['2026-08', '2026-09', '2026-10'];
		await refreshBenchmarks(
			ctx,
			months.map((month) => ({ kpiKey: key, month: monthIndex(month) }))
		);
	});

	test('the newest month is the one that most cities have reported', async () => {
		expect(await latestMonth(ctx, KPI, 'kind:city')).toBe('2026-09');
		expect(await latestMonth(ctx, 'ADM-SLA-KIA')).toBeNull();
	});

	test('a month that most have reported is ranked, each rank inside its interval', async () => {
		const ranking = await getRanking(ctx, { kpi: KPI, group: 'kind:city' });
		expect(ranking).toMatchObject({ month: '2026-09', isRanked: true, unranked: null, nSample: 1 });
		const ranked = ranking.rows.filter(({ rank }) => rank !== null);
		expect(ranked).toHaveLength(ranking.nRanked);
		for (const { rank, rankLow, rankHigh } of ranked) {
			expect(rankLow).toBeLessThanOrEqual(rank ?? 0);
			expect(rankHigh).toBeGreaterThanOrEqual(rank ?? 0);
		}
	});

	test('small, provisional and missing figures take no place but say why', async () => {
		const { rows } = await getRanking(ctx, { kpi: KPI, group: 'kind:city' });
		const region = (code: string) => rows.find((row) => row.code === code);
		expect(region('36.71')).toMatchObject({ flags: ['small_numbers'] });
		expect(region('36.74')).toMatchObject({ rank: null, flags: ['small_numbers', 'not_ranked'] });
		expect(region('32.71')).toMatchObject({ rank: null, flags: ['not_ranked', 'provisional'] });
		expect(region('36.73')).toMatchObject({ value: null, missing: 'late', flags: [] });
	});

	test('a month that under 60 % have reported has no ranks', async () => {
		const ranking = await getRanking(ctx, { kpi: KPI, month: '2026-10', group: 'kind:city' });
		expect(ranking).toMatchObject({ isRanked: false, unranked: 'few_reported', nRanked: 0 });
		expect(ranking.rows.every(({ rank }) => rank === null)).toBe(true);
	});

	test('a family is compared with its own members alone', async () => {
		const { rows } = await getRanking(ctx, {
			kpi: KPI,
			month: '2026-09',
			group: 'family:36.71'
		});
		expect(rows.map(({ code }) => code).toSorted()).toEqual(['36.03', '36.71', '36.74']);
	});

	test('a series has every month, with the reason where there is no value', async () => {
		const { regions, group } = await getSeries(ctx, {
			kpi: KPI,
			regions: ['36.73', '36.03'],
			from: '2026-07',
			to: '2026-11',
			group: 'kind:city'
		});
		expect(regions[0]?.cells.map(({ value, missing }) => missing ?? value)).toEqual([
			'no_data',
			10,
			'late',
			'no_cases',
			'not_due'
		]);
		expect(regions[1]?.cells[0]?.missing).toBe('no_data');
		expect(group?.months.map(({ month, n }) => [month, n])).toEqual([
			['2026-07', 0],
			['2026-08', 1],
			['2026-09', expect.any(Number)],
			['2026-10', 40],
			['2026-11', 0]
		]);
	});

	test('a gap names the distance, the cases and three cities that do better', async () => {
		await addWriteUp(ctx.db, '36.71', KPI);
		const [gap] = await findGaps(ctx, '36.72');
		expect(gap).toMatchObject({ group: 'kind:city', month: '2026-09', kpi: { code: KPI } });
		expect(gap?.distance).toBeGreaterThan(0);
		expect(gap?.cases).toBeGreaterThan(0);
		expect(gap?.better).toHaveLength(3);
		expect(gap?.better[0]).toMatchObject({ code: '36.71', innovation: 'inovasi-36-71' });
	});

	test('GET /benchmarks carries sums, quantiles, flags and sample marks', async () => {
		const { status, headers, body } = await benchmark('?group=kind:city&limit=5000');
		expect(status).toBe(200);
		expect(headers.get('etag')).toMatch(/^"[\w-]+"$/);
		expect(body).toMatchObject({
			meta: {
				kpi: KPI,
				period: '2026-09',
				group: 'kind:city',
				n_expected: 93,
				n_sample: 1,
				is_ranked: true,
				is_sample: true,
				p50: expect.any(Number) as number
			}
		});
		const { data } = body as { data: { region: string; flags: string[]; is_sample: boolean }[] };
		expect(data.find(({ region }) => region === '36.72')).toMatchObject({
			is_sample: true,
			flags: ['sample']
		});
	});

	test('GET /series answers the same rows as CSV, and 304 when nothing changed', async () => {
		const first = await series('?regions=36.73&from=2026-08&to=2026-10&group=kind:city');
		const etag = first.headers.get('etag') ?? '';
		const again = await series('?regions=36.73&from=2026-08&to=2026-10&group=kind:city', {
			headers: { 'if-none-match': etag }
		});
		const csv = await series('?regions=36.73&from=2026-08&to=2026-10', {
			headers: { accept: 'text/csv' }
		});
		expect(first.body).toMatchObject({
			data: [
				{ region: '36.73', period: '2026-08', value: 10, missing_reason: null },
				{ period: '2026-09', value: null, missing_reason: 'late' },
				{ period: '2026-10', value: null, missing_reason: 'no_cases' }
			],
			meta: { group: { months: { length: 3 } } }
		});
		expect(again.status).toBe(304);
		expect(csv.text.split('\r\n')).toHaveLength(5);
	});

	test('GET /kpis lists the catalogue, and one KPI with its definition', async () => {
		const list = await callApi(getKpis, ctx, '/api/v1/kpis?limit=5000');
		const one = await callApi(getKpiDocument, ctx, `/api/v1/kpis/${KPI}`, {
			params: { code: KPI }
		});
		expect(list.body).toMatchObject({ data: { length: expect.any(Number) as number } });
		expect(one.body).toMatchObject({
			code: KPI,
			unit: 'percent',
			kind: 'proportion',
			direction: 'higher',
			valid_min: 0,
			valid_max: 100,
			version: 1,
			standard: { source_status: expect.any(String) as string }
		});
	});

	test.each([
		['?group=village', 400],
		['?period=2026-13', 400],
		['?colour=blue', 400],
		['?group=province:99', 404]
	])('GET /benchmarks%s is %i', async (query, status) => {
		expect((await benchmark(query)).status).toBe(status);
	});

	test.each([
		['?regions=36.99', 404],
		['?regions=bogor', 400],
		['?regions=36.01,36.02,36.03,36.04,36.71,36.72,36.73,36.74,32.71', 400],
		['?from=2026-10&to=2026-01', 400]
	])('GET /series%s is %i', async (query, status) => {
		expect((await series(query)).status).toBe(status);
	});

	test('an unknown KPI is 404, and what cannot be one 400', async () => {
		const status = async (code: string) =>
			(await callApi(getKpiDocument, ctx, `/api/v1/kpis/${code}`, { params: { code } })).status;
		expect(await status('ADM-SLA-XYZ')).toBe(404);
		expect(await status('nope!')).toBe(400);
	});
});

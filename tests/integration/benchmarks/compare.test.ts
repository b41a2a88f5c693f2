import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseCsv } from '#db/reference/csv.ts';
import { loadCitedContent } from '#db/reference/load-cited.ts';
import { loadReferenceData } from '#db/reference/load.ts';
import { readCompareQuery } from '#lib/benchmarks/compare-query.ts';
import { browseRegions } from '#lib/benchmarks/server/browse-regions.ts';
import { getComparison } from '#lib/benchmarks/server/compare.ts';
import { listGroupChoices } from '#lib/benchmarks/server/group-choices.ts';
import { listProvinceMedians } from '#lib/benchmarks/server/provinces.ts';
import { refreshBenchmarks } from '#lib/benchmarks/server/refresh.ts';
import { getKpi } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { monthIndex, monthRange } from '#lib/core/period.ts';
import { getRegions } from '#lib/regions/server/use-cases.ts';
import { callApi } from '#tests/support/call-api.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { GET as getChart } from '../../../src/routes/charts/[file]/+server.ts';
import { GET as getInnovationPicture } from '../../../src/routes/og/innovations/[file]/+server.ts';
import { GET as getKpiPicture } from '../../../src/routes/og/kpis/[file]/+server.ts';
import { GET as getRegionPicture } from '../../../src/routes/og/regions/[file]/+server.ts';
import { publishShares } from './figures.ts';

type RequestHandlerLike = (event: never) => Response | Promise<Response>;

const KPI = 'ADM-SLA-KTP';
const now = () => new Date('2026-11-24T03:00:00Z');
const months = monthRange('2024-11', '2026-10');

describe.each(databaseNames)('comparisons on %s', (name) => {
	let ctx: Context;
	const compare = (search: string) =>
		getComparison(ctx, readCompareQuery(new URLSearchParams(search)).query);
	const chart = (file: string, init: RequestInit = {}) =>
		callApi(async (event) => getChart(event), ctx, `/charts/${file}`, {
			params: { file: file.split('?')[0] ?? '' },
			...init
		});
	const offered = async (...codes: string[]) => {
		const choices = await listGroupChoices(ctx, await getRegions(ctx, codes));
		return choices.map(({ code }) => code).filter((code) => code.startsWith('set:'));
	};
	const cellsOf = async (search: string) => {
		const [first] = (await compare(search)).kpis;
		return first?.series.regions.map(({ region, cells }) => ({
			code: region.code,
			name: region.name,
			last: cells.at(-1)
		}));
	};

	beforeAll(async () => {
		const db = await openDatabase(name);
		await loadReferenceData(db);
		await loadCitedContent(db, now());
		ctx = { db, actor: null, now, locale: 'id' };
		// Kabupaten Tangerang and the two cities that were split from it.
		const figures = (['36.03', '36.71', '36.74'] as const).flatMap((region, r) =>
			months.map((month, i) => ({
				region,
				month,
				numerator: 40 + 10 * r + i,
				denominator: 100 * (r + 1)
			}))
		);
		await publishShares(db, KPI, figures);
		await publishShares(db, 'ADM-SLA-KK', [{ region: '36.71', month: '2026-10', numerator: 82 }]);
		for (const code of [KPI, 'ADM-SLA-KK']) {
			const { key } = await getKpi(ctx, code);
			await refreshBenchmarks(
				ctx,
				months.map((month) => ({ kpiKey: key, month: monthIndex(month) }))
			);
		}
	});

	test('offer two regions and more as a group that the address keeps', async () => {
		expect(await offered('36.71', '36.03')).toEqual(['set:36.03,36.71']);
		expect(await offered('36.71')).toEqual([]);
		const [first] = (await compare(`kpi=${KPI}&regions=36.71&group=set:36.03,36.71`)).kpis;
		expect(first?.series.group).toMatchObject({
			code: 'set:36.03,36.71',
			label: { key: 'benchmark.group.set', name: '2' }
		});
	});

	test('several KPIs span the same months', async () => {
		const { kpis, from, to } = await compare(`kpi=${KPI},ADM-SLA-KK&regions=36.71,36.03`);
		expect([from, to]).toEqual(['2024-11', '2026-10']);
		expect(kpis.map(({ series }) => series.regions[0]?.cells.length)).toEqual([24, 24]);
		await expect(compare('regions=36.71')).rejects.toMatchObject({ code: 'invalid' });
		await expect(compare(`kpi=${KPI}&regions=99.99`)).rejects.toMatchObject({ code: 'not_found' });
	});

	test('the year before comes along only for the view that needs it', async () => {
		expect((await compare(`kpi=${KPI}&regions=36.71`)).kpis[0]?.yearAgo).toBeNull();
		const { kpis } = await compare(`kpi=${KPI}&regions=36.71&view=year_ago`);
		expect(kpis[0]?.yearAgo?.[0]?.cells.at(-1)).toMatchObject({
			month: '2025-10',
			numerator: 50 + 11
		});
	});

	test('a constant boundary puts parent and children together, once, whichever was chosen', async () => {
		expect(await cellsOf(`kpi=${KPI}&regions=36.71,36.03&boundary=constant`)).toMatchObject([
			{
				code: '36.71',
				name: 'Kabupaten Tangerang +2',
				last: { numerator: 40 + 50 + 60 + 3 * 23, denominator: 600, value: (100 * 219) / 600 }
			}
		]);
	});

	test('rolling years of a constant boundary are sums of sums', async () => {
		const [family] =
			(await cellsOf(`kpi=${KPI}&regions=36.03&boundary=constant&view=rolling12`)) ?? [];
		const numerators = months.slice(12).map((_, i) => 150 + 3 * (i + 12));
		expect(family?.last?.numerator).toBe(numerators.reduce((a, b) => a + b));
		expect(family?.last?.denominator).toBe(7200);
	});

	test('an innovation stands at the month from which it could show, on the KPIs it names', async () => {
		const events = (await compare(`kpi=${KPI}&regions=36.71`)).kpis[0]?.events;
		expect(events).toMatchObject([
			{ kind: 'innovation', month: '2025-10', region: '36.71', slug: 'sobat-dukcapil' }
		]);
		expect((await compare(`kpi=${KPI}&regions=36.03`)).kpis[0]?.events).toEqual([]);
		const early = await compare(`kpi=${KPI}&regions=36.71&from=2024-11&to=2025-09`);
		expect(early.kpis[0]?.events).toEqual([]);
	});

	test('provinces can be looked through, those without regions to compare left out', async () => {
		const { provinces, province, regions } = await browseRegions(ctx, '36');
		expect(provinces).toHaveLength(37);
		expect(province?.name).toBe('Banten');
		expect(regions).toHaveLength(8);
		expect((await browseRegions(ctx, '31')).province).toBeNull();
	});

	test('a chart is a picture of 1200 by 630, an SVG with its own policy, and figures', async () => {
		const png = await chart(`${KPI}.png?regions=36.71`);
		expect(png.headers.get('content-type')).toBe('image/png');
		const svg = await chart(`${KPI}.svg?regions=36.71`);
		const style = /<style>(.*?)<\/style>/s.exec(svg.text)?.[1] ?? '';
		const hash = createHash('sha256').update(style).digest('base64');
		expect(svg.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
		expect(svg.headers.get('content-security-policy')).toContain("default-src 'none'");
		const csv = await chart(`${KPI}.csv?regions=36.71&view=difference&against=group&group=all`);
		expect(csv.headers.get('content-disposition')).toContain('attachment');
		expect(parseCsv(csv.text)).toHaveLength(24);
	});

	test.each(['svg', 'png', 'csv'])('a %s that the client has is not sent again', async (format) => {
		const file = `${KPI}.${format}?regions=36.71`;
		const first = await chart(file);
		const etag = first.headers.get('etag') ?? '';
		expect(etag).toMatch(/^"[\w-]{22}"$/);
		const again = await chart(file, { headers: { 'if-none-match': etag } });
		expect(again.status).toBe(304);
		expect(again.text).toBe('');
		const other = await chart(`${KPI}.${format}?regions=36.03`, {
			headers: { 'if-none-match': etag }
		});
		expect(other.status).toBe(200);
	});

	test('the medians of the provinces are those of their regions, and say who has none', async () => {
		const provinces = await listProvinceMedians(ctx, KPI, '2026-10');
		expect(provinces).toHaveLength(38);
		const shares = [63 / 100, 73 / 200, 83 / 300].map((share) => 100 * share);
		const middle = shares.toSorted((a, b) => a - b)[1] ?? NaN;
		const banten = provinces.find(({ code }) => code === '36');
		expect(banten).toMatchObject({ n: 3, nExpected: 8, isSample: false });
		expect(banten?.value).toBeCloseTo(middle, 9);
		expect(provinces.find(({ code }) => code === '31')).toMatchObject({ value: null, n: 0 });
	});

	test('pages have pictures to share, which say what they are of', async () => {
		const of = (get: RequestHandlerLike, file: string) =>
			callApi(async (event) => get(event), ctx, `/og/${file}`, { params: { file } });
		for (const [get, file] of [
			[getKpiPicture as RequestHandlerLike, `${KPI}.png`],
			[getRegionPicture as RequestHandlerLike, '36.71.png'],
			[getInnovationPicture as RequestHandlerLike, 'sobat-dukcapil.png']
		] as const) {
			const picture = await of(get, file);
			expect(picture.headers.get('content-type'), file).toBe('image/png');
			await expect(of(get, 'nobody.svg')).rejects.toMatchObject({ code: 'not_found' });
		}
	});

	test('no file is made of an unknown KPI or ending', async () => {
		await expect(chart('NOPE.svg')).rejects.toMatchObject({ code: 'not_found' });
		await expect(chart(`${KPI}.pdf`)).rejects.toMatchObject({ code: 'not_found' });
	});
});

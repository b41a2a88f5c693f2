import { beforeAll, describe, expect, test } from 'vitest';
import { parseCsv } from '#db/reference/csv.ts';
import { loadReferenceData } from '#db/reference/load.ts';
import { readCompareQuery } from '#lib/benchmarks/compare-query.ts';
import { getComparison } from '#lib/benchmarks/server/compare.ts';
import { refreshSignals } from '#lib/benchmarks/server/refresh-signals.ts';
import { listSignals } from '#lib/benchmarks/server/signals.ts';
import { getKpi } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { monthRange } from '#lib/core/period.ts';
import { callApi } from '#tests/support/call-api.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { GET as getChart } from '../../../src/routes/charts/[file]/+server.ts';
import { publishShares } from './figures.ts';

const KPI = 'ADM-SLA-KTP';
const months = monthRange('2025-01', '2026-10');
/** Around 80 until the last month, which is far below. */
const numeratorAt = (i: number) => (i === months.length - 1 ? 50 : 80 + ((i * 7) % 5));

describe.each(databaseNames)('control charts on %s', (name) => {
	let ctx: Context;
	const controlOf = async (search: string) => {
		const { query } = readCompareQuery(new URLSearchParams(search));
		return (await getComparison(ctx, query)).kpis[0]?.control ?? null;
	};

	beforeAll(async () => {
		const db = await openDatabase(name);
		await loadReferenceData(db);
		ctx = { db, actor: null, now: () => new Date('2026-11-24T03:00:00Z'), locale: 'id' };
		await publishShares(
			db,
			KPI,
			['36.71', '36.03'].flatMap((region) =>
				months.map((month, i) => ({
					region,
					month,
					numerator: region === '36.71' ? numeratorAt(i) : 60 + (i % 4)
				}))
			)
		);
		await refreshSignals(ctx, [{ kpiKey: (await getKpi(ctx, KPI)).key }]);
	});

	test('the limits and marks that are drawn are those of the signals', async () => {
		const control = await controlOf(`kpi=${KPI}&regions=36.71,36.03&view=control&from=2026-08`);
		const [signal] = await listSignals(ctx, { regions: ['36.71'], kpis: [KPI] });
		expect(signal).toMatchObject({ rule: 'outside', side: -1 });
		expect(control?.signals).toEqual([{ rule: 'outside', side: -1, month: '2026-10' }]);
		const [segment] = control?.segments ?? [];
		expect(segment?.lower).toHaveLength(3);
		expect(segment?.lower.at(-1)).toBeCloseTo(signal?.limits?.lower ?? NaN, 10);
		expect(segment?.upper.at(-1)).toBeCloseTo(signal?.limits?.upper ?? NaN, 10);
	});

	test('it comes along only for the view that needs it, and is of the first region', async () => {
		expect(await controlOf(`kpi=${KPI}&regions=36.71`)).toBeNull();
		const other = await controlOf(`kpi=${KPI}&regions=36.03,36.71&view=control`);
		expect(other?.segments[0]?.centre[0]).toBeLessThan(65);
	});

	test('nothing was known before it was published', async () => {
		expect(await controlOf(`kpi=${KPI}&regions=36.71&view=control&as_of=2026-11-09`)).toBeNull();
		expect(
			(await controlOf(`kpi=${KPI}&regions=36.71&view=control&as_of=2026-11-11`))?.signals
		).toHaveLength(1);
	});

	test('a region without figures has none', async () => {
		expect(await controlOf(`kpi=${KPI}&regions=36.74&view=control`)).toBeNull();
	});

	test('its file has the lines and the mark', async () => {
		const answer = await callApi(
			async (event) => getChart(event),
			ctx,
			`/charts/${KPI}.csv?regions=36.71&view=control`,
			{ params: { file: `${KPI}.csv` } }
		);
		const rows = parseCsv(answer.text);
		expect(Number(rows.at(-1)?.['lower_limit'])).toBeGreaterThan(70);
		expect(rows.at(-1)?.['signal']).toContain('di luar batas');
		expect(rows.at(0)?.['signal']).toBe('');
	});
});

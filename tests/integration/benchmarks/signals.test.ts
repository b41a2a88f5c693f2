import { beforeAll, describe, expect, test } from 'vitest';
import { loadReferenceData } from '#db/reference/load.ts';
import { refreshBenchmarks } from '#lib/benchmarks/server/refresh.ts';
import { refreshMissingSignals, refreshSignals } from '#lib/benchmarks/server/refresh-signals.ts';
import { getSignalsOfMonth, listSignals } from '#lib/benchmarks/server/signals.ts';
import { falseSignalRate } from '#lib/benchmarks/statistics/signal-budget.ts';
import { getKpi } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { addMonths, monthIndex } from '#lib/core/period.ts';
import { bumpDataVersion } from '#lib/observations/server/data-version.ts';
import { callApi } from '#tests/support/call-api.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { GET } from '../../../src/routes/api/v1/signals/+server.ts';
import { publishShares } from './figures.ts';

const KPI = 'ADM-SLA-KTP';
const usual = [80, 82, 79, 81, 83, 80, 78, 82, 81, 79, 80, 82, 81, 80];

interface SignalBody {
	data: {
		region: string;
		rule: string | null;
		upper: number | null;
		stands_out: boolean | null;
		points: { period: string; rule: string | null }[];
	}[];
}

describe.each(databaseNames)('signals on %s', (name) => {
	let ctx: Context;
	let kpiKey: number;
	const api = async (query: string) => {
		const { status, body } = await callApi(GET, ctx, `/api/v1/signals${query}`);
		return { status, rows: (body as SignalBody).data };
	};
	const publish = (region: string, values: readonly number[]) =>
		publishShares(
			ctx.db,
			KPI,
			values.map((numerator, i) => ({ region, month: addMonths('2025-08', i), numerator }))
		);

	beforeAll(async () => {
		const db = await openDatabase(name);
		await loadReferenceData(db);
		ctx = { db, actor: null, now: () => new Date('2026-11-24T03:00:00Z'), locale: 'en' };
		kpiKey = (await getKpi(ctx, KPI)).key;
		await publish('36.71', [...usual, 97]);
		await publish('36.74', [...usual, 60]);
		await publish('36.72', [...usual, 81]);
		await publish('36.73', usual.slice(0, 5));
		await refreshMissingSignals(ctx);
	});

	test('say where the newest month of each series lies, and what that means', async () => {
		const found = await listSignals(ctx, { kpis: [KPI] });
		expect(found.map((one) => [one.regionCode, one.variation, one.rule, one.standsOut])).toEqual([
			['36.71', 'improvement', 'outside', true],
			['36.72', 'common', null, false],
			['36.73', null, null, null],
			['36.74', 'concern', 'outside', true]
		]);
	});

	test('come through the API with limits, and of one series with every month', async () => {
		const { rows } = await api(`?region=36.71&kpi=${KPI}`);
		expect(rows).toHaveLength(1);
		expect(rows[0]).toMatchObject({ rule: 'outside', stands_out: true });
		expect(rows[0]?.upper).toBeLessThan(97);
		expect(rows[0]?.points.at(-1)).toMatchObject({ period: '2026-10', rule: 'outside' });
		expect((await api('?limit=2')).rows.map(({ region }) => region)).toEqual(['36.71', '36.72']);
		expect((await api('?region=99.99')).status).toBe(404);
		expect((await api('?region=tangerang')).status).toBe(400);
		expect((await api('?kpi=ADM-SLA-KIA')).rows).toEqual([]);
	});

	test('of a month come strongest first, with how many to expect by chance', async () => {
		const month = await getSignalsOfMonth(ctx, {});
		expect(month).toMatchObject({ month: '2026-10', nSeries: 3, nFlagged: 2, nStandingOut: 2 });
		expect(month?.nByChance).toBeCloseTo(3 * falseSignalRate(15, false));
		expect(month?.rows.map(({ regionCode }) => regionCode)).toEqual(['36.74', '36.71']);
		const better = await getSignalsOfMonth(ctx, { variation: 'improvement' });
		expect(better?.rows.map(({ regionCode }) => regionCode)).toEqual(['36.71']);
		expect((await getSignalsOfMonth(ctx, { province: '32' }))?.rows).toEqual([]);
	});

	test('of a month are counted again once something is published', async () => {
		const count = async () => (await getSignalsOfMonth(ctx, { month: '2026-10' }))?.nSeries;
		await bumpDataVersion(ctx);
		const before = (await count()) ?? 0;
		await ctx.db.deleteFrom('signal').where('regionKey', '=', 3674).execute();
		expect(await count()).toBe(before); // nothing was published: not counted again
		await bumpDataVersion(ctx);
		expect(await count()).toBe(before - 1);
	});

	test('change in the transaction that publishes, for the series concerned alone', async () => {
		const later = { region: '36.71', month: '2026-11', numerator: 80 };
		await publishShares(ctx.db, KPI, [later]);
		await refreshBenchmarks(ctx, [{ kpiKey, month: monthIndex('2026-11'), regionKey: 3671 }]);
		const [own, other] = await listSignals(ctx, { regions: ['36.71', '36.72'] });
		expect(own).toMatchObject({ month: '2026-11', rule: null, variation: 'common' });
		expect(other).toMatchObject({ month: '2026-10' });

		await ctx.db.deleteFrom('observation').where('regionKey', '=', 3672).execute();
		await refreshSignals(ctx, [{ kpiKey, regionKey: 3672 }]);
		expect(await listSignals(ctx, { regions: ['36.72'] })).toEqual([]);
	});
});

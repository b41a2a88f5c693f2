import { beforeAll, describe, expect, test } from 'vitest';
import { insertMany } from '#db/insert-many.ts';
import { loadReferenceData } from '#db/reference/load.ts';
import { refreshMissingSignals } from '#lib/benchmarks/server/refresh-signals.ts';
import { getSignalsOfMonth, listSignals } from '#lib/benchmarks/server/signals.ts';
import { getKpi } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { addMonths, monthIndex } from '#lib/core/period.ts';
import { callApi } from '#tests/support/call-api.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { GET } from '../../../src/routes/api/v1/signals/+server.ts';
import { publishShares } from './figures.ts';

const KPI = 'ADM-SLA-KTP';
const usual = [80, 82, 79, 81, 83, 80, 78, 82, 81, 79, 80, 82, 81, 80];
const revisedAt = '2026-11-15T03:00:00.000Z';

/** All came on 10 November. The newest month of 36.74 was 80 until 15 November and is 60 since. */
describe.each(databaseNames)('signals as they were known on a day, on %s', (name) => {
	let ctx: Context;
	const months = (query: Parameters<typeof getSignalsOfMonth>[1]) => getSignalsOfMonth(ctx, query);

	beforeAll(async () => {
		const db = await openDatabase(name);
		await loadReferenceData(db);
		ctx = { db, actor: null, now: () => new Date('2026-11-24T03:00:00Z'), locale: 'id' };
		const publish = (region: string, values: readonly number[]) =>
			publishShares(
				db,
				KPI,
				values.map((numerator, i) => ({ region, month: addMonths('2025-08', i), numerator }))
			);
		await publish('36.71', [...usual, 97]);
		await publish('36.74', [...usual, 60]);
		await publish('36.72', [...usual, 81]);
		const { key: kpiKey } = await getKpi(ctx, KPI);
		const cell = { kpiKey, regionKey: 3674, month: monthIndex('2026-10') };
		const was = await db
			.selectFrom('observation')
			.selectAll()
			.where('kpiKey', '=', kpiKey)
			.where('regionKey', '=', cell.regionKey)
			.where('month', '=', cell.month)
			.executeTakeFirstOrThrow();
		const { note: _note, ...old } = was;
		await insertMany(db, 'observationRevision', [
			{
				...old,
				numerator: 80,
				value: 80,
				supersededAt: revisedAt,
				reason: 'Salah hitung',
				changedByRole: 'agency_head'
			}
		]);
		await db
			.updateTable('observation')
			.set({ publishedAt: revisedAt, revision: 2 })
			.where('kpiKey', '=', kpiKey)
			.where('regionKey', '=', cell.regionKey)
			.where('month', '=', cell.month)
			.execute();
		await refreshMissingSignals(ctx);
	});

	test('a later revision is undone in the series, the list and the counts', async () => {
		const before = await months({ asOf: '2026-11-14' });
		expect(before?.rows.map(({ regionCode }) => regionCode)).toEqual(['36.71']);
		expect(before).toMatchObject({ month: '2026-10', nSeries: 3, nFlagged: 1, nStandingOut: 1 });
		const [was] = await listSignals(ctx, { regions: ['36.74'], kpis: [KPI], asOf: '2026-11-14' });
		expect(was).toMatchObject({ value: 80, rule: null, variation: 'common', standsOut: false });
		expect(was?.series?.points.at(-1)).toMatchObject({ value: 80 });
	});

	test('a day after the last change shows what is kept of now, by every filter', async () => {
		const asOf = '2026-11-15';
		expect(await months({ asOf })).toEqual(await months({}));
		for (const query of [
			{ variation: 'improvement' },
			{ province: '32' },
			{ month: '2026-10', page: 2 }
		] as const) {
			expect(await months({ ...query, asOf })).toEqual(await months(query));
		}
		const one = { regions: ['36.74'], kpis: [KPI] };
		expect(await listSignals(ctx, { ...one, asOf })).toEqual(await listSignals(ctx, one));
		const page = { offset: 1, limit: 1 };
		expect(await listSignals(ctx, { ...page, asOf })).toEqual(await listSignals(ctx, page));
	});

	test('before anything was published there are none', async () => {
		expect(await months({ asOf: '2026-11-09' })).toBeNull();
	});

	test('the API looks back in the same way and names a day that is none', async () => {
		const ask = (query: string) => callApi(GET, ctx, `/api/v1/signals?${query}`);
		const { body } = await ask(`region=36.74&kpi=${KPI}&as_of=2026-11-14`);
		expect(body).toMatchObject({ data: [{ region: '36.74', value: 80, stands_out: false }] });
		const refused = await ask('as_of=2026-02-30');
		expect(refused.status).toBe(400);
		expect(JSON.stringify(refused.body)).toContain('as_of');
	});

	test('days are found one after the other, and too many at once are refused', async () => {
		const days = ['2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13', '2026-11-16'];
		const answers = await Promise.allSettled(days.map((asOf) => months({ asOf })));
		const refused = answers.filter((one) => one.status === 'rejected');
		expect(answers.slice(0, 3).every(({ status }) => status === 'fulfilled')).toBe(true);
		expect(refused.map(({ reason }) => reason as unknown)).toMatchObject([
			{ code: 'unavailable' },
			{ code: 'unavailable' }
		]);
		// Whoever asks again is answered.
		expect(await months({ asOf: '2026-11-16' })).toEqual(await months({}));
	});
});

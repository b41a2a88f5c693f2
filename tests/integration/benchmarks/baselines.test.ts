import { beforeEach, describe, expect, test } from 'vitest';
import { loadReferenceData } from '#db/reference/load.ts';
import { readCompareQuery } from '#lib/benchmarks/compare-query.ts';
import { endBaseline, getBaselines, restartBaseline } from '#lib/benchmarks/server/baselines.ts';
import { getComparison } from '#lib/benchmarks/server/compare.ts';
import { refreshSignals } from '#lib/benchmarks/server/refresh-signals.ts';
import { listSignals } from '#lib/benchmarks/server/signals.ts';
import { getKpi } from '#lib/catalogue/server/use-cases.ts';
import type { Actor, Role } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import type { DomainError } from '#lib/core/errors.ts';
import { monthRange } from '#lib/core/period.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { publishShares } from './figures.ts';

const KPI = 'ADM-SLA-KTP';
const REGION = '36.71';
const months = monthRange('2024-11', '2026-10');
const RAISED = '2025-11';
/** Twelve months around 70, then twelve around 90. */
const numeratorAt = (i: number) => (i < 12 ? 70 : 90) + ((i * 7) % 5);

const actor = (role: Role, regionCode = REGION): Actor => ({
	accountId: `${role}-${regionCode}`,
	name: role,
	grants: [{ role, regionCode, agencyId: null }]
});

describe.each(databaseNames)('new limits of a control chart on %s', (name) => {
	let ctx: Context;
	let now = '2026-11-24T03:00:00Z';
	const wanted = {
		region: REGION,
		kpi: KPI,
		month: RAISED,
		reason: 'Loket kecamatan dibuka di tiga belas kecamatan.'
	};
	const signal = async (asOf?: string) =>
		(await listSignals(ctx, { regions: [REGION], kpis: [KPI], asOf }))[0];
	const compared = async (more = '') => {
		const search = new URLSearchParams(`kpi=${KPI}&regions=${REGION}&view=control${more}`);
		return (await getComparison(ctx, readCompareQuery(search).query)).kpis[0];
	};

	beforeEach(async () => {
		const db = await openDatabase(name);
		await loadReferenceData(db);
		now = '2026-11-24T03:00:00Z';
		ctx = { db, actor: actor('secretary'), now: () => new Date(now), locale: 'id' };
		await publishShares(
			db,
			KPI,
			months.map((month, i) => ({ region: REGION, month, numerator: numeratorAt(i) }))
		);
		await refreshSignals(ctx, [{ kpiKey: (await getKpi(ctx, KPI)).key }]);
	});

	test('a change that has lasted is judged by limits of its own from then on', async () => {
		expect(await signal()).toMatchObject({ n: 24, variation: 'improvement' });
		await restartBaseline(ctx, wanted);
		expect(await signal()).toMatchObject({ n: 12, variation: 'common', isTrial: true });
		expect((await signal())?.limits?.mean).toBeGreaterThan(85);

		const { control, events } = (await compared()) ?? {};
		expect(control?.segments.map(({ from }) => from)).toEqual([months[0], RAISED]);
		expect(events).toEqual([
			{ kind: 'baseline', month: RAISED, region: REGION, reason: wanted.reason }
		]);
	});

	test('everyone reads who did it and why, and what was known before stays so', async () => {
		now = '2026-11-26T03:00:00Z';
		await restartBaseline(ctx, wanted);
		const read = await getBaselines({ ...ctx, actor: null }, REGION);
		expect(read.baselines).toMatchObject([
			{ month: RAISED, reason: wanted.reason, setByRole: 'secretary', endedAt: null }
		]);
		expect(read.kpis).toEqual([]);
		now = '2026-11-28T03:00:00Z';
		expect(await signal('2026-11-25')).toMatchObject({ n: 24, variation: 'improvement' });
		expect((await signal('2026-11-25'))?.series?.chart.segments).toHaveLength(1);
		expect((await compared('&as_of=2026-11-25'))?.control?.segments).toHaveLength(1);
		expect(await signal('2026-11-27')).toMatchObject({ n: 12, variation: 'common' });
		expect((await compared('&as_of=2026-11-27'))?.control?.segments).toHaveLength(2);
	});

	test('what is taken back stays in the list, and the old limits hold again', async () => {
		await restartBaseline(ctx, wanted);
		const id = (await getBaselines(ctx, REGION)).baselines[0]?.id ?? '';
		const other = { ...ctx, actor: actor('secretary', '36.03') };
		await expect(endBaseline(other, { region: '36.03', id })).rejects.toMatchObject({
			code: 'not_found'
		});
		await endBaseline(ctx, { region: REGION, id });
		expect(await signal()).toMatchObject({ n: 24, variation: 'improvement' });
		expect((await getBaselines(ctx, REGION)).baselines[0]?.endedByRole).toBe('secretary');
		await expect(endBaseline(ctx, { region: REGION, id })).rejects.toMatchObject({
			code: 'not_found'
		});
		await restartBaseline(ctx, wanted);
		expect((await getBaselines(ctx, REGION)).baselines).toHaveLength(2);
	});

	test('it is refused beside the month that is wrong', async () => {
		const refused = async (month: string, kpi = KPI) =>
			restartBaseline(ctx, { ...wanted, month, kpi }).then(
				() => null,
				(error: unknown) => (error as DomainError).details.fields
			);
		const at = (code: string) => [{ path: 'month', code, values: { months: 9 } }];
		expect(await refused('2020-01')).toEqual(at('baseline.outside'));
		expect(await refused(RAISED, 'ADM-SLA-KK')).toEqual(at('baseline.outside'));
		expect(await refused('2024-11')).toEqual(at('baseline.already'));
		expect(await refused('2026-03')).toEqual(at('baseline.tooSoon'));
		expect(await refused('2025-06')).toEqual(at('baseline.noShift'));
		await restartBaseline(ctx, wanted);
		expect(await refused(RAISED)).toEqual(at('baseline.already'));
		expect((await getBaselines(ctx, REGION)).baselines).toHaveLength(1);
	});

	test('only who reviews the region may set or end it', async () => {
		for (const who of [null, actor('operator'), actor('secretary', '36.03')]) {
			const stranger = { ...ctx, actor: who };
			await expect(restartBaseline(stranger, wanted)).rejects.toMatchObject({
				code: who ? 'forbidden' : 'unauthenticated'
			});
			await expect(endBaseline(stranger, { region: REGION, id: 'x' })).rejects.toMatchObject({
				code: who ? 'forbidden' : 'unauthenticated'
			});
		}
	});

	test('of many at once one is kept', async () => {
		const tried = await Promise.allSettled(
			Array.from({ length: 8 }, () => restartBaseline(ctx, wanted))
		);
		expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		for (const one of tried) {
			if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'invalid' });
		}
		expect((await getBaselines(ctx, REGION)).baselines).toHaveLength(1);
	});
});

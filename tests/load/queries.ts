import { compareModel } from '#lib/benchmarks/compare-chart.ts';
import { getComparison } from '#lib/benchmarks/server/compare.ts';
import { findGaps } from '#lib/benchmarks/server/gaps.ts';
import { getPeers } from '#lib/benchmarks/server/peers.ts';
import { getRegionProfile } from '#lib/benchmarks/server/profile.ts';
import { getRanking } from '#lib/benchmarks/server/ranking.ts';
import { refreshBenchmarks } from '#lib/benchmarks/server/refresh.ts';
import { getSeries } from '#lib/benchmarks/server/series.ts';
import { getSignalsOfMonth } from '#lib/benchmarks/server/signals.ts';
import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { renderSvg } from '#lib/charts/svg.ts';
import type { Context } from '#lib/core/context.ts';
import { addMonths, monthIndex } from '#lib/core/period.ts';
import type { Db } from '#lib/database/connection.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import { bumpDataVersion } from '#lib/observations/server/data-version.ts';
import { callApi } from '#tests/support/call-api.ts';
import { GET } from '../../src/routes/api/v1/observations/+server.ts';
import { figure, LAST_MONTH } from './generate.ts';
import { measure, type Timing } from './measure.ts';
import { openRaw } from './raw.ts';

export interface Measured {
	readonly name: string;
	readonly own: Timing;
	/** The same rows from one prepared statement; null where there is no such statement. */
	readonly raw: Timing | null;
}

const REGIONS = ['36.71', '36.03', '36.74', '32.71', '33.74', '73.71'];
const KEYS = REGIONS.map((code) => Number(code.replace('.', '')));
const TO = monthIndex(LAST_MONTH);
const YEAR = addMonths(LAST_MONTH, -11);

/** Measures every question once on a filled database; each run takes another KPI or region. */
export async function measureAll(db: Db, url: string): Promise<Measured[]> {
	const ctx: Context = {
		db,
		actor: null,
		now: () => new Date('2026-11-24T03:00:00Z'),
		locale: 'id'
	};
	const kpis = await listKpis(ctx);
	const kpiAt = (i: number) => kpis[i % kpis.length] ?? { code: '', key: 0 };
	const regionAt = (i: number) => REGIONS[i % REGIONS.length] ?? '';
	const raw = openRaw(url);
	await getPeers(ctx, { region: '36.71' }); // freezes the lists of the year

	const columns = 'region_key, month, numerator, denominator, value, verification, is_sample';
	const marks = KEYS.map(() => '?').join(', ');
	const measured: Measured[] = [];
	const add = async (
		name: string,
		own: (i: number) => Promise<unknown>,
		statement?: readonly [sql: string, values: (i: number) => readonly number[]]
	) => {
		measured.push({
			name,
			own: await measure(own),
			raw: statement ? await measure((i) => raw.all(name, statement[0], statement[1](i))) : null
		});
	};

	const series = `select ${columns} from observation where kpi_key = ? and region_key in (${marks}) and month between ? and ?`;
	await add(
		'series, 6 regions x 12 months and a group',
		(i) =>
			getSeries(ctx, {
				kpi: kpiAt(i).code,
				regions: REGIONS,
				from: YEAR,
				to: LAST_MONTH,
				group: 'kind:city'
			}),
		[series, (i) => [kpiAt(i).key, ...KEYS, TO - 11, TO]]
	);
	await add(
		'compare, 6 regions with their peers',
		(i) =>
			getComparison(ctx, {
				kpi: kpiAt(i).code,
				moreKpis: [],
				regions: REGIONS,
				group: `peers:${regionAt(i)}`,
				from: YEAR,
				to: LAST_MONTH,
				view: 'value',
				against: 'region',
				base: null,
				boundary: 'administered',
				asOf: null
			}),
		[series, (i) => [kpiAt(i).key, ...KEYS, TO - 11, TO]]
	);
	const month = `select ${columns} from observation where kpi_key = ? and month = ?`;
	await add(
		'ranking of 508 regions, intervals known',
		(i) => getRanking(ctx, { kpi: kpiAt(i % 4).code, month: LAST_MONTH }),
		[month, (i) => [kpiAt(i % 4).key, TO]]
	);
	await add('ranking of 508 regions, intervals drawn', (i) =>
		getRanking(ctx, { kpi: kpiAt(i).code, month: addMonths(LAST_MONTH, -(1 + (i % 11))) })
	);
	const own = `select ${columns}, kpi_key from observation where region_key = ? and month between ? and ?`;
	await add('region page, 60 KPIs with peers', (i) => getRegionProfile(ctx, regionAt(i)), [
		own,
		(i) => [KEYS[i % KEYS.length] ?? 0, TO - 23, TO]
	]);
	await add('gaps of a secretary’s first page', (i) => findGaps(ctx, regionAt(i), { limit: 3 }));
	await add('signals of a month', () => getSignalsOfMonth(ctx, {}));
	await add('publishing a month of 60 KPIs', (i) =>
		publish(ctx, kpis, KEYS[i % KEYS.length] ?? 0, i)
	);
	await add(
		'API page of 5,000 rows',
		(i) => callApi(GET, ctx, `/api/v1/observations?kpi=${kpiAt(i).code}&limit=5000`),
		[
			`select ${columns}, kpi_key from observation where kpi_key = ? order by region_key, month limit 5000`,
			(i) => [kpiAt(i).key]
		]
	);
	const chart = await getSeries(ctx, {
		kpi: kpiAt(0).code,
		regions: REGIONS,
		from: YEAR,
		to: LAST_MONTH,
		group: 'kind:city'
	});
	await add('SVG of a comparison', () =>
		Promise.resolve(
			renderSvg(compareModel(chart, [], 'id', translateIn('id')), { width: 900, id: 'chart' })
		)
	);
	await raw.close();
	return measured;
}

/** What publishing does after the checks: facts, benchmarks, signals and the data version. */
async function publish(
	ctx: Context,
	kpis: readonly { readonly key: number }[],
	regionKey: number,
	i: number
): Promise<void> {
	await inTransaction(ctx, async (ctx) => {
		await bumpDataVersion(ctx);
		for (const kpi of kpis) {
			const { numerator, denominator, value } = figure(kpi, regionKey, TO, 50 + (i % 40), 100);
			await ctx.db
				.updateTable('observation')
				.set({ numerator, denominator, value })
				.where('kpiKey', '=', kpi.key)
				.where('regionKey', '=', regionKey)
				.where('month', '=', TO)
				.execute();
		}
		await refreshBenchmarks(
			ctx,
			kpis.map(({ key }) => ({ kpiKey: key, month: TO, regionKey }))
		);
	});
}

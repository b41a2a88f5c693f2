import { insertMany } from '#db/insert-many.ts';
import { loadReferenceData } from '#db/reference/load.ts';
import { benchmarkRows, indexGroups } from '#lib/benchmarks/benchmark-rows.ts';
import { signalOf } from '#lib/benchmarks/series-signal.ts';
import { createRandom } from '#lib/benchmarks/statistics/random.ts';
import { listKpis, type KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import { addMonths, monthIndex } from '#lib/core/period.ts';
import type { Db } from '#lib/database/connection.ts';
import { migrateToLatest } from '#lib/database/migrator.ts';
import type { NewObservation } from '#lib/database/tables/observations.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { listRegions } from '#lib/regions/server/use-cases.ts';

/** The newest month of the made figures. */
export const LAST_MONTH = '2026-10';
export const KPIS = 60;

const ctxOf = (db: Db) => ({ db, now: () => new Date('2026-11-24T03:00:00Z') });

/**
 * Fills an empty database with made figures of all 514 regions for 60 KPIs: shares of cases with a
 * level of their own, a season and chance, with their benchmarks and signals.
 * @param months 120 for 3.7 million figures, 12 for 0.37 million
 * @returns how many figures there are
 */
export async function generate(db: Db, months: number): Promise<number> {
	await migrateToLatest(db);
	await loadReferenceData(db);
	await addKpis(db);
	const ctx = ctxOf(db);
	const regions = await listRegions(ctx);
	const groups = indexGroups(regions);
	const last = monthIndex(LAST_MONTH);
	let count = 0;
	for (const kpi of await listKpis(ctx)) {
		const random = createRandom(kpi.key);
		const rows = regions.flatMap(({ key }) => {
			const level = 0.5 + 0.45 * random.uniform();
			return Array.from({ length: months }, (_, i): NewObservation => {
				const denominator = 100 + Math.floor(900 * random.uniform());
				const season = 0.03 * Math.sin((2 * Math.PI * i) / 12);
				const share = Math.min(1, Math.max(0, level + season + 0.03 * random.normal()));
				const numerator = Math.round(share * denominator);
				return figure(kpi, key, last + 1 - months + i, numerator, denominator);
			});
		});
		await inTransaction(ctx, async ({ db: trx }) => {
			await insertMany(trx, 'observation', rows);
			await insertMany(trx, 'benchmark', benchmarkRows(kpi.key, rows.map(toFigure), groups));
			await insertMany(trx, 'signal', signalsOf(kpi, rows));
		});
		count += rows.length;
	}
	return count;
}

/** The catalogue has fewer than sixty: copies fill it up. */
async function addKpis(db: Db): Promise<void> {
	const all = await listKpis({ db });
	for (let i = all.length; i < KPIS; i++) {
		const [source] = all;
		if (!source) return;
		const { version, ...kpi } = source;
		const code = `BENCH-${String(i)}`;
		await db
			.insertInto('kpi')
			.values({ ...kpi, code, key: 900 + i, position: 900 + i, family: 'OTHER' })
			.execute();
		await db
			.insertInto('kpiVersion')
			.values({ ...version, kpiCode: code })
			.execute();
	}
}

export function figure(
	kpi: Pick<KpiDetail, 'key'>,
	regionKey: number,
	month: number,
	numerator: number,
	denominator: number
): NewObservation {
	return {
		kpiKey: kpi.key,
		regionKey,
		month,
		numerator,
		denominator,
		value: (100 * numerator) / denominator,
		missingReason: null,
		verification: 'verified',
		revision: 1,
		isSample: 1,
		note: '',
		publishedAt: `${addMonths(LAST_MONTH, 1)}-05T03:00:00.000Z`
	};
}

function toFigure(row: NewObservation) {
	const { regionKey, month, numerator = null, denominator = null, value = null } = row;
	return { regionKey, month, numerator, denominator, value, isSample: 1 as const };
}

function signalsOf(kpi: KpiDetail, rows: readonly NewObservation[]) {
	return [...Map.groupBy(rows, ({ regionKey }) => regionKey)].flatMap(([regionKey, series]) => {
		const points = series.flatMap(({ month, value }) =>
			typeof value === 'number' ? [{ month, value, isProvisional: false, isSample: true }] : []
		);
		return signalOf(kpi, regionKey, points) ?? [];
	});
}

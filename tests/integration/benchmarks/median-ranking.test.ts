import { beforeAll, describe, expect, test } from 'vitest';
import { insertMany } from '#db/insert-many.ts';
import { loadReferenceData } from '#db/reference/load.ts';
import { getRanking } from '#lib/benchmarks/server/ranking.ts';
import { getKpi } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { monthIndex, type Month } from '#lib/core/period.ts';
import type { NewObservation } from '#lib/database/tables/observations.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';

const KPI = 'ADM-TAT-KTP';
const FAMILY = { kpi: KPI, month: '2026-10' as Month, group: 'family:36.71' };

/** The family of Kota Tangerang, its medians in hours and the cases they come from. */
const published = [
	{ region: 3603, value: 4.9, cases: 20 },
	{ region: 3671, value: 5.1, cases: 20 },
	{ region: 3674, value: 20, cases: 5000 }
];

describe.each(databaseNames)('a ranking by medians on %s', (name) => {
	let ctx: Context;

	beforeAll(async () => {
		const db = await openDatabase(name);
		await loadReferenceData(db);
		ctx = { db, actor: null, now: () => new Date('2026-11-24T03:00:00Z'), locale: 'en' };
		const { key } = await getKpi(ctx, KPI);
		const rows = published.map(({ region, value, cases }): NewObservation => ({
			kpiKey: key,
			regionKey: region,
			month: monthIndex('2026-10'),
			numerator: null,
			denominator: cases,
			value,
			missingReason: null,
			verification: 'verified',
			revision: 1,
			isSample: 0,
			note: '',
			publishedAt: '2026-11-10T03:00:00.000Z',
			bucket1: 0,
			bucket2: cases,
			bucket3: 0,
			bucket4: 0,
			bucket5: 0
		}));
		await insertMany(db, 'observation', rows);
	});

	test.each([undefined, '2026-11-20'])(
		'says how far each rank could move, now and on a day (%s)',
		async (asOf) => {
			const { rows } = await getRanking(ctx, { ...FAMILY, asOf });
			expect(
				rows.map(({ code, rank, rankLow, rankHigh }) => [code, rank, rankLow, rankHigh])
			).toEqual([
				['36.03', 1, 1, 2],
				['36.71', 2, 1, 2],
				['36.74', 3, 3, 3]
			]);
			const [few, , many] = rows;
			expect(few?.low).toBeLessThan(4);
			expect(few?.high).toBeGreaterThan(6);
			expect((many?.high ?? NaN) - (many?.low ?? NaN)).toBeLessThan(3);
		}
	);

	test('keeps the cases by duration to itself', async () => {
		const { rows } = await getRanking(ctx, FAMILY);
		expect(Object.keys(rows[0] ?? {})).not.toContain('buckets');
	});
});

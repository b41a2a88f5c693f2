import { beforeAll, describe, expect, test } from 'vitest';
import { loadReferenceData } from '#db/reference/load.ts';
import { getPeers } from '#lib/benchmarks/server/peers.ts';
import { getRegionProfile } from '#lib/benchmarks/server/profile.ts';
import { refreshMissingSignals } from '#lib/benchmarks/server/refresh-signals.ts';
import type { Context } from '#lib/core/context.ts';
import { addMonths } from '#lib/core/period.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { publishShares } from './figures.ts';
import { addWriteUp } from './write-up.ts';

const KPI = 'ADM-SLA-KTP';

describe.each(databaseNames)('the profile of a region on %s', (name) => {
	let ctx: Context;
	let peerCodes: string[];

	beforeAll(async () => {
		const db = await openDatabase(name);
		await loadReferenceData(db);
		ctx = { db, actor: null, now: () => new Date('2026-11-24T03:00:00Z'), locale: 'en' };
		peerCodes = (await getPeers(ctx, { region: '36.71' })).peers.map(({ id }) => id);
		const months = Array.from({ length: 12 }, (_, i) => addMonths('2025-11', i));
		const figures = ['36.71', ...peerCodes].flatMap((region, i) =>
			months
				.filter((month) => region !== '36.71' || month !== '2026-03')
				.map((month, m) => ({ region, month, numerator: 60 + 2 * i + (m % 3), denominator: 100 }))
		);
		await publishShares(db, KPI, figures);
		await refreshMissingSignals(ctx);
		await addWriteUp(db, peerCodes[8] ?? '', KPI);
	});

	test('shows the months with their gaps, variation and the gap to its peers over a year', async () => {
		const { rows, nPeers, to } = await getRegionProfile(ctx, '36.71');
		expect(nPeers).toBe(10);
		expect(to).toBe('2026-10');
		expect(rows).toHaveLength(1);
		const [row] = rows;
		expect(row).toMatchObject({ month: '2026-10', isYear: true, variation: 'common' });
		expect(row?.months).toHaveLength(24);
		expect(row?.months.filter((value) => value !== null)).toHaveLength(11);
		expect(row?.months.at(-8)).toBeNull();
		expect(row?.gap).toMatchObject({ n: 10, unit: 'cases' });
		expect(row?.gap?.amount).toBeGreaterThan(0);
	});

	test('names who does better, those with a write-up first', async () => {
		const [row] = (await getRegionProfile(ctx, '36.71')).rows;
		expect(row?.gap?.better.map(({ code, writeUp }) => [code, writeUp?.slug ?? null])).toEqual([
			[peerCodes[8], `inovasi-${(peerCodes[8] ?? '').replace('.', '-')}`],
			[peerCodes[9], null]
		]);
	});

	test('of a region without figures is empty, and of an unknown one not found', async () => {
		expect((await getRegionProfile(ctx, '11.01')).rows).toEqual([]);
		await expect(getRegionProfile(ctx, '99.99')).rejects.toMatchObject({ code: 'not_found' });
	});
});

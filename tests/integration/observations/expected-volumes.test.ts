import { beforeAll, describe, expect, test } from 'vitest';
import { freezePeers } from '#lib/benchmarks/server/freeze-peers.ts';
import { listPeerCodes } from '#lib/benchmarks/server/peers.ts';
import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { monthIndex } from '#lib/core/period.ts';
import { checkEntry } from '#lib/observations/entry-checks.ts';
import { expectedVolumes } from '#lib/observations/server/expected-volumes.ts';
import { getImport } from '#lib/observations/server/read-imports.ts';
import { startImport } from '#lib/observations/server/start-import.ts';
import { getMonthGrid } from '#lib/observations/server/month-grid.ts';
import { saveTurnaround } from '#lib/observations/server/save-turnaround.ts';
import { listRegions } from '#lib/regions/server/use-cases.ts';
import { databaseNames } from '#tests/support/databases.ts';
import { agencyHead, openForEntry } from '#tests/support/observation-actors.ts';

const region = '36.71';
const month = '2026-10';

function counts(completed: number) {
	return {
		received: completed,
		completed,
		bucket1: completed,
		bucket2: 0,
		bucket3: 0,
		bucket4: 0,
		bucket5: 0,
		returned: 0,
		backlog: 0,
		online: 0,
		medianHours: null,
		p90Hours: null,
		version: 0,
		note: '',
		reason: ''
	};
}

describe.each(databaseNames)('volumes that the population makes one expect on %s', (name) => {
	let ctx: Context;
	let kpis: Awaited<ReturnType<typeof listKpis>>;
	const keyOf = async (code: string) =>
		(await listRegions(ctx, { codes: [code] }))[0]?.key ?? Number.NaN;
	const expected = async (kpiCode: string) => {
		const of = await expectedVolumes(
			ctx,
			{ key: await keyOf(region), code: region },
			monthIndex(month)
		);
		const kpi = kpis.find(({ code }) => code === kpiCode);
		return kpi ? of(kpi) : null;
	};
	const publish = async (regionCode: string, kpiCode: string, figures: object, isSample = 0) =>
		ctx.db
			.insertInto('observation')
			.values({
				kpiKey: kpis.find(({ code }) => code === kpiCode)?.key ?? 0,
				regionKey: await keyOf(regionCode),
				month: monthIndex('2026-09'),
				numerator: null,
				denominator: null,
				value: 0,
				bucket1: null,
				bucket2: null,
				bucket3: null,
				bucket4: null,
				bucket5: null,
				missingReason: null,
				verification: 'verified',
				revision: 1,
				isSample: isSample as 0 | 1,
				note: '',
				publishedAt: '2026-10-09T03:00:00.000Z',
				...figures
			})
			.execute();

	beforeAll(async () => {
		ctx = { ...(await openForEntry(name)), actor: agencyHead };
		kpis = await listKpis(ctx);
		await freezePeers(ctx);
	});

	test('are not known without a population', async () => {
		expect(await expected('ADM-TAT-AKL')).toBe(null);
	});

	test('follow from what the registers of the region count, where nothing was imported', async () => {
		await publish(region, 'ADM-OWN-KTP', { denominator: 1_400_000 });
		await publish(region, 'ADM-OWN-AKL', { denominator: 557_349 }, 1);
		expect(await expected('ADM-TAT-AKL')).toBe(null); // a sample figure says nothing here
		await ctx.db.updateTable('observation').set({ isSample: 0 }).execute();
		expect(await expected('ADM-TAT-AKL')).toMatchObject({
			population: 1_957_349,
			basis: 'demography'
		});
	});

	test('follow from the imported population and the rate of the peers', async () => {
		const peers = (await listPeerCodes(ctx, region)).slice(0, 3);
		const context = { variable: 'population', source: 'BPS, 2026', updatedAt: '' };
		await ctx.db
			.insertInto('regionContext')
			.values([
				{ ...context, regionCode: region, value: 2_000_000 },
				...peers.map((regionCode) => ({ ...context, regionCode, value: 1_000_000 }))
			])
			.execute();
		expect(await expected('ADM-TAT-KTP')).toBe(null);
		for (const [i, code] of peers.entries()) {
			await publish(code, 'ADM-VOL-KTP', { numerator: 900 + 100 * i, value: 900 + 100 * i });
		}
		expect(await expected('ADM-TAT-KTP')).toMatchObject({
			population: 2_000_000,
			volume: 2000,
			basis: 'peers',
			regions: 3
		});
	});

	test('ask for a note in the form and at submitting; a usual volume does not', async () => {
		const row = (await getMonthGrid(ctx, { region, month })).rows.find(
			({ kpi }) => kpi.code === 'ADM-TAT-KTP'
		);
		const codes = (completed: number) =>
			row &&
			checkEntry({
				...row,
				month: monthIndex(month),
				entry: { ...row.parts, ...counts(completed) }
			}).map(({ code }) => code);
		expect(codes(490)).toEqual(['observation.warn.volumePeers']);
		expect(codes(510)).toEqual([]);

		const submit = (completed: number) =>
			saveTurnaround(ctx, {
				region,
				service: 'KTP',
				month,
				...counts(completed),
				intent: 'submit'
			});
		await expect(submit(490)).rejects.toMatchObject({
			details: {
				fields: [
					{
						path: 'completed',
						code: 'observation.warn.volumePeers',
						values: { expected: 2000, population: 2_000_000, rate: 1, regions: 3 }
					},
					{ path: 'note', code: 'observation.noteNeeded' }
				]
			}
		});
		expect(await submit(510)).toMatchObject({ status: 'submitted' });
	});

	test('are named in the preview of an import by row and column, before anything is written', async () => {
		const file = (code: string, months: readonly string[], first: number, note = '') =>
			months.map((of) => `ADM-TAT-${code};${region};${of};${String(first)};0;0;0;0;${note}`);
		const lines = [
			'kpi;daerah;bulan;sampai 1 jam;1-24 jam;1-3 hari;3-7 hari;lebih dari 7 hari;catatan',
			...file('AKL', ['2026-10'], 100), // births make one expect 2,667 a month
			...file('AKM', ['2026-10'], 990), // and deaths 1,000
			...file('AKL', ['2026-09'], 130, 'Kantor tutup dua minggu')
		];
		const id = await startImport(ctx, {
			bytes: new TextEncoder().encode(lines.join('\r\n')),
			fileName: 'volumes.csv'
		});
		const { outcome } = await getImport(ctx, id);
		expect(outcome).toMatchObject({ accepted: 3, rejected: 0, warningCount: 1 });
		expect(outcome?.warnings).toMatchObject([
			{
				row: 2,
				code: 'observation.warn.volume',
				header: 'sampai 1 jam',
				values: { expected: 2667, population: 2_000_000 }
			}
		]);
	});
});

import { beforeAll, describe, expect, test } from 'vitest';
import { loadReferenceData } from '#db/reference/load.ts';
import { importContext } from '#lib/benchmarks/server/import-context.ts';
import { getPeers } from '#lib/benchmarks/server/peers.ts';
import { getRanking } from '#lib/benchmarks/server/ranking.ts';
import { getSeries } from '#lib/benchmarks/server/series.ts';
import type { Context } from '#lib/core/context.ts';
import { listRegions } from '#lib/regions/server/use-cases.ts';
import { callApi } from '#tests/support/call-api.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { GET } from '../../../src/routes/api/v1/regions/[code]/peers/+server.ts';
import { publishShares } from './figures.ts';

const KPI = 'ADM-SLA-KTP';
const now = () => new Date('2026-11-24T03:00:00Z');

interface PeersBody {
	data: { region: string; distance: number; reasons: { variable: string; own: unknown }[] }[];
	meta: { version: string; group: string; variables: string[] };
}

describe.each(databaseNames)('peers on %s', (name) => {
	let ctx: Context;
	const api = (code: string, query = '') =>
		callApi(GET, ctx, `/api/v1/regions/${code}/peers${query}`, { params: { code } });

	beforeAll(async () => {
		const db = await openDatabase(name);
		await loadReferenceData(db);
		ctx = { db, actor: null, now, locale: 'en' };
	});

	test('a region has ten by structure, nearest first, each with every variable and both values', async () => {
		const { peers, variables } = await getPeers(ctx, { region: '36.71' });
		expect(peers).toHaveLength(10);
		expect(peers.map(({ distance }) => distance)).toEqual(
			peers.map(({ distance }) => distance ?? 0).toSorted((a, b) => a - b)
		);
		expect(variables).toEqual([
			...['districts', 'villages', 'urban_share', 'islands', 'kind', 'island_group']
		]);
		for (const { reasons, id } of peers) {
			expect(id).not.toBe('36.71');
			expect(reasons.map(({ key }) => key)).toEqual(variables);
			expect(reasons.find(({ key }) => key === 'districts')?.own).toBe(13);
			expect(reasons.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
		}
	});

	test('the other models rank whole groups by the same distance', async () => {
		const province = await getPeers(ctx, { region: '36.71', model: 'province' });
		expect(province.peers.map(({ id }) => id).toSorted()).toEqual([
			...['36.01', '36.02', '36.03', '36.04', '36.72', '36.73', '36.74']
		]);
		const family = await getPeers(ctx, { region: '36.71', model: 'family' });
		expect(family.peers.map(({ id }) => id).toSorted()).toEqual(['36.03', '36.74']);
		const kind = await getPeers(ctx, { region: '36.71', model: 'kind' });
		expect(kind.peers.every(({ reasons }) => reasons.some(({ other }) => other === 'city'))).toBe(
			true
		);
		expect(kind.peers).toHaveLength(92);
	});

	test('an administrative region has none, an unknown one is not found', async () => {
		expect(((await api('31.71')).body as PeersBody).data).toEqual([]);
		expect((await api('99.99')).status).toBe(404);
		expect((await api('36.71', '?model=wealth')).status).toBe(400);
		expect((await api('36.71', '?version=2020-1')).status).toBe(404);
	});

	test('the group of a region’s peers works where any group does', async () => {
		const { peers } = await getPeers(ctx, { region: '36.71' });
		const codes = ['36.71', ...peers.map(({ id }) => id)];
		await publishShares(
			ctx.db,
			KPI,
			codes.map((region, i) => ({ region, month: '2026-09', numerator: 50 + i }))
		);
		const ranking = await getRanking(ctx, { kpi: KPI, month: '2026-09', group: 'peers:36.71' });
		expect(ranking).toMatchObject({ n: 11, nExpected: 11, isRanked: true });
		expect(ranking.rows.at(-1)?.code).toBe('36.71');
		const series = await getSeries(ctx, {
			kpi: KPI,
			regions: [],
			group: 'peers:36.71',
			to: '2026-09'
		});
		expect(series.group?.months.at(-1)).toMatchObject({ n: 11, p50: 55 });

		const set = await getRanking(ctx, { kpi: KPI, month: '2026-09', group: 'set:36.71,36.74' });
		expect(set.nExpected).toBe(2);
		await expect(getRanking(ctx, { kpi: KPI, group: 'set:36.71,99.99' })).rejects.toMatchObject({
			code: 'not_found'
		});
	});

	test('imported context makes a new version, and the old one keeps its meaning', async () => {
		const before = await getPeers(ctx, { region: '36.71' });
		const regions = await listRegions(ctx);
		const records = regions.map(({ code }, i) => ({
			kode: code,
			penduduk: String(20_000 + 7_000 * (i % 300)),
			luas_km2: `${String(100 + i)},5`
		}));
		const trial = await importContext(ctx, { records, source: 'test', isTrial: true });
		expect(trial).toMatchObject({ regions: 514, values: 3 * 514, problems: [], version: null });
		expect((await getPeers(ctx, { region: '36.71' })).version).toEqual(before.version);

		const done = await importContext(ctx, { records, source: 'test', isTrial: false });
		expect(done.version).toBe('2026-2');
		const again = await importContext(ctx, { records, source: 'test', isTrial: false });
		expect(again.version).toBe('2026-2');

		const after = await getPeers(ctx, { region: '36.71' });
		expect(after.variables).toContain('density');
		expect(after.peers.map(({ id }) => id)).not.toEqual(before.peers.map(({ id }) => id));
		const frozen = await getPeers(ctx, { region: '36.71', version: '2026-1' });
		expect(frozen.peers.map(({ id }) => id)).toEqual(before.peers.map(({ id }) => id));
		const { meta } = (await api('36.71', '?version=2026-1')).body as PeersBody;
		expect(meta.group).toBe('peers:36.71@2026-1');
	});

	test('a file with cells that cannot be used brings in nothing and says which', async () => {
		const { problems, version } = await importContext(ctx, {
			records: [
				{ code: '36', population: '12000000' },
				{ code: '36.71', population: 'banyak' },
				{ code: '99.99', population: '1' },
				{ code: '36.71', population: '2' }
			],
			source: 'test',
			isTrial: false
		});
		expect(version).toBeNull();
		expect(problems.map(({ row, code }) => [row, code])).toEqual([
			[3, 'field.number'],
			[4, 'region.unknown'],
			[5, 'field.repeated']
		]);
		await expect(
			importContext(ctx, { records: [{ kode: '36.71' }], source: '', isTrial: true })
		).rejects.toMatchObject({ code: 'invalid' });
	});
});

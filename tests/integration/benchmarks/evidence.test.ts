import { beforeAll, describe, expect, test } from 'vitest';
import { loadReferenceData } from '#db/reference/load.ts';
import { getPeers } from '#lib/benchmarks/server/peers.ts';
import { createRandom } from '#lib/benchmarks/statistics/random.ts';
import type { Context } from '#lib/core/context.ts';
import { addMonths } from '#lib/core/period.ts';
import { getInnovation } from '#lib/innovations/server/get-innovation.ts';
import { linkedKpis } from '#lib/innovations/server/linked-kpis.ts';
import { callApi } from '#tests/support/call-api.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { GET } from '../../../src/routes/api/v1/innovations/[slug]/evidence/+server.ts';
import { publishShares } from './figures.ts';
import { addWriteUp } from './write-up.ts';

const KPI = 'ADM-SLA-KTP';

interface EvidenceBody {
	grade: string;
	estimate: number | null;
	interval: [number, number] | null;
	placebo: { p: number } | null;
	wording_id: string;
	wording_en: string;
	results: { peers: string[]; gaps: unknown[]; reason: string | null }[];
}

describe.each(databaseNames)('evidence on %s', (name) => {
	let ctx: Context;
	const ask = async (slug: string, query = '') => {
		const { status, body } = await callApi(
			GET,
			ctx,
			`/api/v1/innovations/${slug}/evidence${query}`,
			{
				params: { slug }
			}
		);
		return { status, body: body as EvidenceBody };
	};

	beforeAll(async () => {
		const db = await openDatabase(name);
		await loadReferenceData(db);
		ctx = { db, actor: null, now: () => new Date('2026-11-24T03:00:00Z'), locale: 'id' };
		const cities = (await getPeers(ctx, { region: '36.71', model: 'kind' })).peers;
		const regions = ['36.71', ...cities.slice(0, 25).map(({ id }) => id)];
		await publishShares(
			db,
			KPI,
			regions.flatMap((region, r) => {
				const random = createRandom(r + 1);
				return Array.from({ length: 36 }, (_, i) => {
					const month = addMonths('2023-11', i);
					const change = region === '36.71' && month >= '2025-11' ? 60 : 0;
					const numerator = Math.round(700 + 10 * random.normal() + change);
					return { region, month, numerator, denominator: 1000 };
				});
			})
		);
		await addWriteUp(db, '36.71', KPI, '2025-11');
		// The nearest city launched something about the same at the time: it is no comparison.
		await addWriteUp(db, cities[0]?.id ?? '', KPI, '2025-08');
		await addWriteUp(db, '11.01', KPI);
	});

	test('of a change that only this region made is strong, with twenty declared peers', async () => {
		const { status, body } = await ask('inovasi-36-71');
		expect(status).toBe(200);
		expect(body).toMatchObject({ grade: 'A' });
		expect(body.estimate).toBeCloseTo(6, 0);
		expect(body.interval?.[0]).toBeLessThan(body.estimate ?? 0);
		expect(body.placebo?.p).toBeCloseTo(1 / 21);
		expect(body.results[0]?.peers).toHaveLength(20);
		expect(body.results[0]?.gaps).toHaveLength(36);
		const [nearest] = (await getPeers(ctx, { region: '36.71', model: 'kind' })).peers;
		expect(body.results[0]?.peers).not.toContain(nearest?.id);
	});

	test('is told in fixed words in both languages, never as a cause', async () => {
		const { body } = await ask('inovasi-36-71');
		expect(body.wording_id).toMatch(/^Sejak November 2025, .* naik \d+,\d poin persen lebih besar/);
		expect(body.wording_en).toMatch(
			/^Since November 2025, .* rose by \d+\.\d percentage points more/
		);
		expect(`${body.wording_id} ${body.wording_en}`).not.toMatch(/menyebabkan|caused/i);
	});

	test('of a day has the figures that were known at its end', async () => {
		const at = (asOf: string) => ask('inovasi-36-71', `?as_of=${asOf}`);
		expect((await at('2026-11-10')).body).toEqual((await ask('inovasi-36-71')).body);
		// Everything was published on 10 November.
		const before = (await at('2026-11-09')).body;
		expect(before).toMatchObject({ grade: 'D', estimate: null, is_sample: false });
		expect((await at('9 November')).status).toBe(400);
		const detail = await getInnovation(ctx, 'inovasi-36-71');
		expect(await linkedKpis(ctx, detail, '2026-11-09')).toMatchObject([{ latest: null }]);
		expect(await linkedKpis(ctx, detail, '2026-11-10')).toEqual(
			await linkedKpis(ctx, detail, null)
		);
	});

	test('of a write-up without a launch month is grade D with the reason', async () => {
		const { body } = await ask('inovasi-11-01');
		expect(body).toMatchObject({ grade: 'D', estimate: null, interval: null, placebo: null });
		expect(body.results[0]?.reason).toBe('no_launch_month');
	});

	test('of an unknown write-up is not found', async () => {
		expect((await ask('tidak-ada')).status).toBe(404);
	});
});

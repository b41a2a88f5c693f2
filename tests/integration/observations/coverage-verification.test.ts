import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { getDataVersion } from '#lib/observations/server/data-version.ts';
import { deriveCoverageMonths } from '#lib/observations/server/derive-coverage-months.ts';
import { putCoverage } from '#lib/observations/server/put-coverage.ts';
import { claimsToReview, listClaimedCoverage } from '#lib/observations/server/verify-coverage.ts';
import { callApi } from '#tests/support/call-api.ts';
import { databaseNames } from '#tests/support/databases.ts';
import {
	agencyHead,
	foreignSecretary,
	institutionAdmin,
	openForEntry,
	secretary
} from '#tests/support/observation-actors.ts';
import { GET } from '../../../src/routes/api/v1/coverage/+server.ts';
import { POST as verify } from '../../../src/routes/api/v1/coverage/verify/+server.ts';
import { GET as getObservations } from '../../../src/routes/api/v1/observations/+server.ts';
import { GET as getRevisions } from '../../../src/routes/api/v1/revisions/+server.ts';

const region = '36.71';
const { signal } = new AbortController();

interface CoverageFact {
	readonly numerator: number;
	readonly denominator: number;
	readonly provisional: boolean;
	readonly revision: number;
}

describe.each(databaseNames)('the months of the coverage register on %s', (name) => {
	let ctx: Context;
	let now = new Date('2026-11-24T03:00:00Z');
	const as = (actor: Actor | null): Context => ({ ...ctx, actor, now: () => now });
	const derive = () => deriveCoverageMonths({ ...as(null), signal });
	const post = (body: object, actor: Actor | null = secretary) =>
		callApi(verify, as(actor), '/api/v1/coverage/verify', {
			method: 'POST',
			body: JSON.stringify({ region, ...body }),
			headers: { 'content-type': 'application/json' }
		});
	const facts = async (kpi: string, from: string, to = from) => {
		const query = `kpi=${kpi}&region=${region}&from=${from}&to=${to}`;
		const { body } = await callApi(getObservations, as(null), `/api/v1/observations?${query}`);
		return (body as { data: CoverageFact[] }).data;
	};
	const claimed = async (service?: string) => {
		const query = `region=${region}${service ? `&service=${service}` : ''}&limit=5000`;
		const { body } = await callApi(GET, as(null), `/api/v1/coverage?${query}`);
		return (body as { data: { verification: string; verified_at: string | null }[] }).data;
	};

	beforeAll(async () => {
		ctx = await openForEntry(name);
	});

	test('a month is derived once it is over, though the register did not change', async () => {
		expect(await facts('ADM-COV-KTP', '2026-10')).toEqual([]);
		await derive();
		expect(await facts('ADM-COV-KTP', '2026-09', '2026-10')).toMatchObject([
			{ period: '2026-10', numerator: 13, denominator: 13, provisional: true, revision: 1 }
		]);
		const benchmark = await ctx.db
			.selectFrom('benchmark')
			.innerJoin('kpi', 'kpi.key', 'benchmark.kpiKey')
			.select('benchmark.n')
			.where('kpi.code', '=', 'ADM-COV-KTP')
			.where('benchmark.groupCode', '=', 'kind:city')
			.execute();
		expect(benchmark).toEqual([{ n: 1 }]);
	});

	test('running again changes nothing', async () => {
		const before = await getDataVersion(ctx);
		await Promise.all([derive(), derive()]);
		await derive();
		expect(await getDataVersion(ctx)).toBe(before);
		expect(await facts('ADM-COV-KTP', '2026-10')).toMatchObject([{ revision: 1 }]);
	});

	test('months that went by while the site stood still are made up for', async () => {
		now = new Date('2027-01-03T03:00:00Z');
		await derive();
		expect(
			(await facts('ADM-COV-ALL', '2026-10', '2026-12')).map(({ numerator }) => numerator)
		).toEqual([13, 13, 13]);
	});

	test('claims are verified by the region’s officers alone', async () => {
		expect((await post({}, null)).status).toBe(401);
		expect((await post({}, agencyHead)).status).toBe(403);
		expect((await post({}, foreignSecretary)).status).toBe(403);
		const rows = [{ district: '36.71.01', service: 'KTP', valid_from: '1999-01-01' }];
		expect(await post({ rows })).toMatchObject({
			status: 422,
			body: { errors: [{ path: 'rows.0' }] }
		});
		expect((await claimed()).every(({ verification }) => verification === 'claimed')).toBe(true);
	});

	test('a verified row says when, and a KPI stops being provisional with its last row', async () => {
		const { services } = await listClaimedCoverage(as(secretary), undefined);
		const rows = (services.find(({ service }) => service.code === 'KTP')?.rows ?? []).map(
			({ districtCode, serviceCode, validFrom }) => ({
				district: districtCode,
				service: serviceCode,
				valid_from: validFrom
			})
		);
		expect(rows).toHaveLength(13);
		expect((await post({ rows: rows.slice(1) })).body).toEqual({ verified: 12, unchanged: 0 });
		expect(await facts('ADM-COV-KTP', '2026-11')).toMatchObject([{ provisional: true }]);
		now = new Date('2027-01-04T03:00:00Z');
		expect((await post({ rows })).body).toEqual({ verified: 1, unchanged: 12 });

		const stored = await claimed('KTP');
		expect(stored.map(({ verified_at }) => verified_at?.slice(0, 10))).toContain('2027-01-04');
		expect(stored).toContainEqual(
			expect.objectContaining({ verification: 'verified', verified_by_role: 'secretary' })
		);
		expect((await claimed('KK')).every(({ verified_at }) => verified_at === null)).toBe(true);
		expect(await facts('ADM-COV-KTP', '2026-10', '2026-12')).toMatchObject([
			{ provisional: false, numerator: 13, revision: 2 },
			{ provisional: false },
			{ provisional: false }
		]);
		expect(await facts('ADM-COV-ALL', '2026-11')).toMatchObject([{ provisional: true }]);
		expect(await facts('ADM-COV-KTP', '2026-08')).toEqual([]); // nobody asked for months before
		const feed = await callApi(getRevisions, as(null), '/api/v1/revisions?since=2027-01-04');
		expect(feed.body).toMatchObject({
			data: expect.arrayContaining([
				expect.objectContaining({ kpi: 'ADM-COV-KTP', changed_by_role: 'secretary' })
			]) as unknown
		});
	});

	test('what an agency changes afterwards is a claim again, until it is verified too', async () => {
		const row = { district: '36.71.04', service: 'KTP', mode: 'mobile', source: '' } as const;
		await putCoverage(as(agencyHead), { region, rows: [{ ...row, valid_from: '2026-12-05' }] });
		expect(await facts('ADM-COV-KTP', '2026-11', '2026-12')).toMatchObject([
			{ provisional: false, numerator: 13 },
			{ provisional: true, numerator: 12 }
		]);
		const before = await claimsToReview(as(institutionAdmin));
		expect((await post({}, institutionAdmin)).body).toEqual({
			verified: before[0]?.count,
			unchanged: 0
		});
		expect(await facts('ADM-COV-KTP', '2026-12')).toMatchObject([{ provisional: false }]);
		expect(await facts('ADM-COV-ALL', '2026-12')).toMatchObject([
			{ provisional: false, numerator: 12 }
		]);
		expect(await claimsToReview(as(secretary))).toEqual([]);
	});
});

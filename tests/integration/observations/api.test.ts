import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { bumpDataVersion } from '#lib/observations/server/data-version.ts';
import { callApi } from '#tests/support/call-api.ts';
import { databaseNames } from '#tests/support/databases.ts';
import {
	agencyHead,
	institutionAdmin,
	openForEntry,
	secretary
} from '#tests/support/observation-actors.ts';
import { GET, PUT } from '../../../src/routes/api/v1/observations/+server.ts';
import { POST as publish } from '../../../src/routes/api/v1/observations/publish/+server.ts';
import { POST as giveBack } from '../../../src/routes/api/v1/observations/return/+server.ts';
import { POST as submit } from '../../../src/routes/api/v1/observations/submit/+server.ts';
import { POST as verify } from '../../../src/routes/api/v1/observations/verify/+server.ts';
import { GET as getRevisions } from '../../../src/routes/api/v1/revisions/+server.ts';

const region = '36.71';
const buckets = [40, 120, 30, 8, 2];

describe.each(databaseNames)('the API of observations on %s', (name) => {
	let ctx: Context;
	let now = new Date('2026-11-24T03:00:00Z');
	const as = (actor: Actor | null): Context => ({ ...ctx, actor, now: () => now });
	const send = (body: unknown, headers = {}) => ({
		body: JSON.stringify(body),
		headers: { 'content-type': 'application/json', ...headers }
	});
	const put = (rows: unknown[], query = '', actor: Actor | null = agencyHead, more = {}) =>
		callApi(PUT, as(actor), `/api/v1/observations${query}`, {
			method: 'PUT',
			...send({ rows, ...more })
		});
	const post = (endpoint: typeof submit, actor: Actor, body: unknown, headers = {}) =>
		callApi(endpoint, as(actor), '/api/v1/observations/step', {
			method: 'POST',
			...send(body, headers)
		});
	const get = (query: string) => callApi(GET, as(null), `/api/v1/observations?${query}`);
	const entryCount = async () =>
		(await ctx.db.selectFrom('observationEntry').select('month').execute()).length;

	beforeAll(async () => {
		ctx = await openForEntry(name);
		// Marks of accounts are kept beside their idempotency keys.
		for (const { accountId } of [agencyHead, secretary]) {
			await ctx.db
				.insertInto('account')
				.values({
					id: accountId,
					email: `${accountId.replace(/\W/g, '')}@example.go.id`,
					name: accountId,
					passwordHash: null,
					locale: null,
					createdAt: '2026-11-24T03:00:00.000Z',
					disabledAt: null
				})
				.execute();
		}
	});

	test('takes counts up to publication, and shows the facts that follow', async () => {
		const period = '2026-10';
		const { status, body } = await put([
			{ kpi: 'ADM-TAT-KTP', region, period, buckets },
			{
				kpi: 'ADM-TAT-KK',
				region,
				period,
				buckets,
				received: 220,
				returned: 11,
				backlog: 5,
				online: 88
			}
		]);
		expect({ status, body }).toEqual({
			status: 200,
			body: { accepted: 2, unchanged: 0, rejected: [] }
		});
		const step = { region, period };
		expect((await post(submit, agencyHead, step)).body).toMatchObject({ status: 'submitted' });
		expect((await post(verify, secretary, step)).body).toMatchObject({ status: 'verified' });
		expect((await post(publish, secretary, step)).body).toMatchObject({
			status: 'published',
			kpis: ['ADM-TAT-KTP', 'ADM-TAT-KK']
		});

		expect((await get(`region=${region}&kpi=ADM-TAT-KTP,ADM-SLA-KTP`)).body).toMatchObject({
			data: [
				{ kpi: 'ADM-TAT-KTP', region, period, buckets, denominator: 200, revision: 1 },
				{
					kpi: 'ADM-SLA-KTP',
					numerator: 160,
					value: 80,
					buckets: null,
					status: 'published',
					provisional: false,
					is_sample: false,
					missing_reason: null
				}
			],
			meta: { data_version: 1, next: null }
		});
		// The service without a count of requests received stays out of the totals.
		expect((await get('kpi=ADM-DIG')).body).toMatchObject({ data: [{ denominator: 220 }] });
	});

	test('answers 304 from the data version alone, until something else is published', async () => {
		const query = `region=${region}&kpi=ADM-SLA-KTP`;
		const tag = async (asked: string, known = '') => {
			const address = `/api/v1/observations?${asked}`;
			const answer = await callApi(GET, as(null), address, { headers: { 'if-none-match': known } });
			return { status: answer.status, etag: answer.headers.get('etag') ?? '', text: answer.text };
		};
		const first = await tag(query);
		expect(first).toMatchObject({
			status: 200,
			etag: expect.stringMatching(/^"[\w-]+"$/) as string
		});
		expect(await tag(query, first.etag)).toEqual({ status: 304, etag: first.etag, text: '' });
		expect((await tag(`${query}&limit=1`, first.etag)).status).toBe(200);
		await bumpDataVersion(as(null));
		expect((await tag(query, first.etag)).status).toBe(200);
	});

	test('writes nothing when one row is bad, and says which', async () => {
		const before = await entryCount();
		const period = '2026-09';
		const answer = await put([
			{ kpi: 'ADM-TAT-KTP', region, period, buckets },
			{ kpi: 'ADM-XXX', region, period, buckets },
			{ kpi: 'ADM-TAT-KTP', region: '99.99', period, buckets },
			{ kpi: 'ADM-TAT-KTP', region: '36.03', period, buckets },
			{ kpi: 'ADM-SLA-KTP', region, period, numerator: 1, denominator: 2 },
			{ kpi: 'ADM-TAT-KTP', region, period, buckets },
			{ kpi: 'ADM-TAT-KK', region, period: '2026-11', buckets },
			{ kpi: 'ADM-TAT-KK', region, period, buckets: [1, 2] },
			{ kpi: 'ADM-TAT-AKL', region, period, value: 3 },
			{ kpi: 'SKM-IKM', region, period, value: 88 },
			'nonsense'
		]);
		expect(answer.status).toBe(422);
		expect(answer.body).toMatchObject({
			code: 'INVALID',
			accepted: 0,
			rejected: [
				{ row: 1, code: 'UNKNOWN_KPI' },
				{ row: 2, code: 'UNKNOWN_REGION' },
				{ row: 3, code: 'FORBIDDEN' },
				{ row: 4, code: 'DERIVED_KPI' },
				{ row: 5, code: 'DUPLICATE_ROW' },
				{ row: 6, code: 'MONTH_NOT_OVER' },
				{ row: 7, code: 'FIVE_BUCKETS' },
				{ row: 8, code: 'UNUSED_PART' },
				{ row: 9, code: 'FORBIDDEN' },
				{ row: 10 }
			]
		});
		expect(await entryCount()).toBe(before);
	});

	test('takes the good rows when asked to, and nothing on a dry run', async () => {
		const rows = [
			{ kpi: 'ADM-TAT-AKL', region, period: '2026-09', buckets },
			{ kpi: 'ADM-XXX', region, period: '2026-09', buckets }
		];
		const before = await entryCount();
		const dry = await put(rows, '?partial=true', agencyHead, { dry_run: true });
		expect(dry.body).toMatchObject({ accepted: 1, rejected: [{ row: 1 }] });
		expect(await entryCount()).toBe(before);

		expect((await put(rows, '?partial=true')).body).toMatchObject({ accepted: 1, unchanged: 0 });
		expect((await put(rows, '?partial=true')).body).toMatchObject({ accepted: 0, unchanged: 1 });
		expect(await entryCount()).toBe(before + 1);
	});

	test('never replaces what somebody else has typed unseen, and shows it instead', async () => {
		const period = '2026-02';
		const typed = { kpi: 'ADM-TAT-KK', region, period, buckets: [10, 20, 3, 1, 0], note: 'Rekap' };
		expect((await put([typed])).body).toMatchObject({ accepted: 1 });
		const sent = { kpi: 'ADM-TAT-KK', region, period, buckets };

		const blind = await put([sent], '', institutionAdmin);
		expect(blind.status).toBe(409);
		expect(blind.body).toMatchObject({
			code: 'STALE_VERSION',
			rejected: [
				{
					row: 0,
					code: 'STALE_VERSION',
					stored: { version: 1, buckets: typed.buckets, note: 'Rekap' }
				}
			]
		});
		const old = await put([{ ...sent, version: 0 }], '', institutionAdmin);
		expect(old.body).toMatchObject({ code: 'STALE_VERSION' });
		expect((await put([{ ...sent, version: 1 }], '', institutionAdmin)).body).toMatchObject({
			accepted: 1
		});
		// Now it is the first one who has not seen the change; what an account typed itself it may replace.
		expect((await put([typed])).status).toBe(409);
		expect((await put([{ ...sent, note: '2' }], '', institutionAdmin)).status).toBe(200);
		expect((await put([{ ...typed, version: 1 }])).body).toMatchObject({
			rejected: [{ stored: { version: 3, buckets, note: '2' } }]
		});
	});

	test('takes the KPIs that are entered themselves from the institution', async () => {
		const period = '2026-09';
		const answer = await put(
			[
				{ kpi: 'ADM-OWN-KTP', region, period, numerator: 1_480_000, denominator: 1_500_000 },
				{ kpi: 'SKM-IKM', region, period, value: 88.4 },
				{ kpi: 'IZN-NIB', region, period, value: 310 }
			],
			'',
			institutionAdmin
		);
		expect(answer.body).toMatchObject({ accepted: 3 });
	});

	test('changes a published month as a revision, which can be read back', async () => {
		const period = '2026-10';
		const row = { kpi: 'ADM-TAT-KTP', region, period, buckets: [50, 120, 20, 8, 2] };
		expect((await put([row])).body).toMatchObject({ rejected: [{ code: 'REASON_REQUIRED' }] });
		now = new Date('2026-11-25T03:00:00Z');
		await put([{ ...row, reason: 'Rekap ulang' }]);
		const step = { region, period, kpis: ['ADM-TAT-KTP'] };
		await post(submit, agencyHead, step);
		await post(verify, secretary, step);
		await post(publish, secretary, step);

		const kpi = 'kpi=ADM-SLA-KTP';
		expect((await get(kpi)).body).toMatchObject({ data: [{ value: 85, revision: 2 }] });
		expect((await get(`${kpi}&as_of=2026-11-24`)).body).toMatchObject({
			data: [{ value: 80, revision: 1 }]
		});
		expect((await get(`${kpi}&as_of=2026-11-23`)).body).toMatchObject({ data: [] });
		expect((await get(`${kpi}&updated_since=2026-11-26`)).body).toMatchObject({ data: [] });
		const tat = await get('kpi=ADM-TAT-KTP&as_of=2026-11-24T12:00:00Z');
		expect(tat.body).toMatchObject({ data: [{ buckets }] });
		const feed = await callApi(getRevisions, as(null), '/api/v1/revisions?since=2026-11-25');
		expect(feed.body).toMatchObject({
			data: [
				{ kpi: 'ADM-TAT-KTP', reason: 'Rekap ulang', changed_by_role: 'secretary' },
				{ kpi: 'ADM-SLA-KTP', revision: 2, old: { value: 80 }, new: { value: 85 } }
			]
		});
	});

	test('answers a repeated POST with the first answer', async () => {
		const step = { region, period: '2026-09' };
		const headers = { 'idempotency-key': 'ajukan-2026-09' };
		const first = await post(submit, agencyHead, step, headers);
		const again = await post(submit, agencyHead, step, headers);
		expect(first.status).toBe(200);
		expect(again.body).toEqual(first.body);
		expect((await post(submit, agencyHead, step)).body).toMatchObject({
			code: 'ILLEGAL_TRANSITION'
		});
		const returned = await post(giveBack, secretary, { ...step, reason: 'Belum lengkap' });
		expect(returned.body).toMatchObject({ status: 'returned' });
		expect((await post(giveBack, secretary, step)).status).toBe(422);
	});

	test('takes over a key that a crash left without an answer, after two minutes', async () => {
		const key = 'terputus-1';
		const step = { region, period: '2026-03' };
		await put([{ kpi: 'ADM-TAT-KTP', ...step, buckets }]);
		const again = (seconds: number) => {
			const now = () => new Date(ctx.now().getTime() + seconds * 1000);
			return callApi(submit, { ...as(agencyHead), now }, '/api/v1/observations/submit', {
				method: 'POST',
				body: JSON.stringify(step),
				headers: { 'content-type': 'application/json', 'idempotency-key': key }
			});
		};
		// As a process leaves it that ends while the request runs.
		const requestHash = createHash('sha256')
			.update(`POST /api/v1/observations/submit\n${JSON.stringify(step)}`)
			.digest('hex');
		const left = { status: null, body: null, requestHash, createdAt: ctx.now().toISOString() };
		await ctx.db
			.insertInto('idempotencyKey')
			.values({ accountId: agencyHead.accountId, key, ...left })
			.execute();

		expect(await again(119)).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
		const late = await Promise.all([again(120), again(121)]);
		const ran = late.filter(
			({ status, headers }) => status === 200 && !headers.has('idempotent-replay')
		);
		expect(ran).toHaveLength(1);
		expect((await again(122)).headers.get('idempotent-replay')).toBe('true');
	});

	test('pages, filters and gives CSV', async () => {
		const first = await get(`region=${region}&limit=2`);
		const link = /<(.+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
		const second = await callApi(GET, as(null), link);
		expect(first.body).toMatchObject({ data: { length: 2 } });
		expect(second.body).not.toEqual(first.body);
		expect((await get('status=provisional&kpi=ADM-TAT-KTP')).body).toMatchObject({ data: [] });

		const csv = await callApi(GET, as(null), '/api/v1/observations.csv?kpi=ADM-SLA-KTP');
		expect(csv.headers.get('content-type')).toContain('text/csv');
		expect(csv.text).toContain('ADM-SLA-KTP,36.71,2026-10');
	});

	test.each([
		'kpi=nonsense',
		'from=2026-13',
		'status=draft',
		'limit=5001',
		'as_of=yesterday',
		'colour=blue'
	])('refuses %s', async (query) => {
		expect((await get(query)).status).toBe(400);
	});

	test('needs a token to write', async () => {
		expect((await put([], '', null)).status).toBe(401);
		expect((await get('kpi=ADM-NOPE')).status).toBe(404);
		expect((await put([])).status).toBe(422);
	});
});

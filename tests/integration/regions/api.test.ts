import { beforeAll, describe, expect, test } from 'vitest';
import { loadCitedContent } from '#db/reference/load-cited.ts';
import { loadReferenceData } from '#db/reference/load.ts';
import type { Context } from '#lib/core/context.ts';
import { callApi } from '#tests/support/call-api.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { GET as getCoverage } from '../../../src/routes/api/v1/coverage/+server.ts';
import { GET as getRegions } from '../../../src/routes/api/v1/regions/+server.ts';
import { GET as getRegion } from '../../../src/routes/api/v1/regions/[code]/+server.ts';
import { GET as getDistricts } from '../../../src/routes/api/v1/regions/[code]/districts/+server.ts';
import { GET as getServices } from '../../../src/routes/api/v1/services/+server.ts';

describe.each(databaseNames)('the read API of regions on %s', (name) => {
	let ctx: Context;
	const region = (code: string, query = '') =>
		callApi(getRegion, ctx, `/api/v1/regions/${code}${query}`, { params: { code } });

	beforeAll(async () => {
		const db = await openDatabase(name);
		const now = () => new Date('2026-11-24T03:00:00Z');
		await loadReferenceData(db);
		await loadCitedContent(db, now());
		ctx = { db, actor: null, now, locale: 'en' };
	});

	test('GET /regions/36.71 gives 13 districts and parent 36.03', async () => {
		const { status, headers, body } = await region('36.71');

		expect(status).toBe(200);
		expect(headers.get('access-control-allow-origin')).toBe('*');
		expect(body).toMatchObject({
			code: '36.71',
			name: 'Kota Tangerang',
			kind: 'city',
			province: '36',
			timezone: 'Asia/Jakarta',
			district_count: 13,
			parent: '36.03',
			children: [],
			relations: [{ relation: 'parent', code: '36.03', law: 'UU 2/1993' }]
		});
		expect((await region('36.03')).body).toMatchObject({
			parent: null,
			children: ['36.71', '36.74']
		});
	});

	test('GET /regions pages with a cursor and a Link', async () => {
		const first = await callApi(getRegions, ctx, '/api/v1/regions?province=36&limit=5');
		const link = /<(.+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1];
		const second = await callApi(getRegions, ctx, link ?? '');

		expect(first.body).toMatchObject({ data: { length: 5 }, meta: { licence: 'CC BY 4.0' } });
		expect(second.body).toMatchObject({ data: { length: 3 }, meta: { next: null } });
	});

	test('GET /regions?kind=province lists provinces in the same shape', async () => {
		const { body } = await callApi(getRegions, ctx, '/api/v1/regions?kind=province&q=banten');

		expect(body).toMatchObject({
			data: [{ code: '36', kind: 'province', district_count: 155, parent: null }]
		});
	});

	test('GET /regions/36.71/districts names the 13 districts', async () => {
		const { body } = await callApi(getDistricts, ctx, '/api/v1/regions/36.71/districts', {
			params: { code: '36.71' }
		});

		expect(body).toMatchObject({
			data: { length: 13, 0: { code: '36.71.01', name: 'Tangerang' } }
		});
	});

	test('GET /services names each service in both languages', async () => {
		const { body } = await callApi(getServices, ctx, '/api/v1/services');

		expect(body).toMatchObject({
			data: expect.arrayContaining([
				{
					code: 'KTP',
					group: 'civil_registration',
					name_id: 'Pencetakan KTP-el',
					name_en: 'e-KTP card printing'
				}
			]) as unknown
		});
	});

	test('GET /coverage?region=36.71 shows six services in 13 of 13', async () => {
		const { body } = await callApi(getCoverage, ctx, '/api/v1/coverage?region=36.71');
		const thirteen = (service: string) =>
			expect.objectContaining({ service, covered: 13, mobile: 0, districts: 13 }) as unknown;

		expect(body).toMatchObject({
			data: {
				length: 78,
				0: {
					district: '36.71.01',
					district_name: 'Tangerang',
					service: 'REK',
					mode: 'full',
					valid_from: '2017-01-01',
					date_precision: 'year',
					is_sample: false
				}
			},
			meta: {
				day: '2026-11-24',
				summary: ['REK', 'KTP', 'KK', 'AKL', 'AKM', 'KIA'].map(thirteen)
			}
		});
	});

	test('the summary is of the whole region, however short the page', async () => {
		const { body } = await callApi(getCoverage, ctx, '/api/v1/coverage?region=36.71&limit=1');

		expect(body).toMatchObject({ data: { length: 1 }, meta: { summary: { length: 6 } } });
	});

	test('.csv gives the same rows', async () => {
		const { headers, text } = await callApi(
			getCoverage,
			ctx,
			'/api/v1/coverage.csv?region=36.71&service=KIA'
		);

		expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
		expect(text.split('\r\n')[0]).toBe(
			'district,district_name,service,mode,valid_from,date_precision,source,verification,verified_at,verified_by_role,is_sample'
		);
		expect(text.trim().split('\r\n')).toHaveLength(14);
	});

	test('a client that has the answer already is told so', async () => {
		const { headers } = await region('36.71');
		const again = await callApi(getRegion, ctx, '/api/v1/regions/36.71', {
			params: { code: '36.71' },
			headers: { 'if-none-match': headers.get('etag') ?? '' }
		});

		expect(again).toMatchObject({ status: 304, text: '' });
	});

	test.each([
		['/api/v1/coverage', 400, { errors: [{ path: 'region', code: 'REQUIRED' }] }],
		['/api/v1/coverage?region=3671', 400, { errors: [{ path: 'region', code: 'REGION_CODE' }] }],
		['/api/v1/coverage?region=36.99', 404, { detail: expect.stringContaining('36.99') as unknown }],
		['/api/v1/coverage?region=36.71&service=XYZ', 404, { code: 'NOT_FOUND' }],
		['/api/v1/coverage?region=36.71&period=2026-13', 400, { errors: [{ path: 'period' }] }],
		['/api/v1/coverage?region=36.71&period=2027-01', 400, { errors: [{ path: 'period' }] }],
		['/api/v1/coverage?region=36.71&color=red', 400, { errors: [{ path: 'color' }] }],
		['/api/v1/coverage?region=36.71&region=36.03', 400, { errors: [{ code: 'REPEATED' }] }]
	])('GET %s is %i', async (address, status, members) => {
		const { headers, body, ...answer } = await callApi(getCoverage, ctx, address);

		expect(answer.status).toBe(status);
		expect(headers.get('content-type')).toContain('application/problem+json');
		expect(body).toMatchObject({ status, ...members });
	});

	test.each([
		['?kind=village', 400],
		['?province=banten', 400],
		['?province=99', 404],
		['?limit=0', 400],
		['?limit=5001', 400],
		['?cursor=!', 400],
		['?page=2', 400],
		[`?q=${'x'.repeat(101)}`, 400]
	])('GET /regions%s is %i', async (query, status) => {
		const answer = await callApi(getRegions, ctx, `/api/v1/regions${query}`);

		expect(answer).toMatchObject({ status, body: { status } });
	});

	test.each([
		['36.99', '', 404],
		['3671', '', 400],
		['36.71', '?limit=1', 400]
	])('GET /regions/%s%s is %i', async (code, query, status) => {
		expect(await region(code, query)).toMatchObject({ status, body: { status } });
	});
});

import { beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { createInnovation } from '#lib/innovations/server/write-innovation.ts';
import { callApi } from '#tests/support/call-api.ts';
import { databaseNames } from '#tests/support/databases.ts';
import { agencyHead, openForEntry } from '#tests/support/observation-actors.ts';
import { GET as getList } from '../../../src/routes/api/v1/innovations/+server.ts';
import { GET as getOne } from '../../../src/routes/api/v1/innovations/[slug]/+server.ts';
import { typedIn } from './input.ts';

describe.each(databaseNames)('the read API of innovations on %s', (name) => {
	let ctx: Context;
	const list = (query = '') => callApi(getList, ctx, `/api/v1/innovations${query}`);
	const one = (slug: string, query = '') =>
		callApi(getOne, ctx, `/api/v1/innovations/${slug}${query}`, { params: { slug } });

	beforeAll(async () => {
		ctx = await openForEntry(name);
		await createInnovation({ ...ctx, actor: agencyHead }, typedIn());
	});

	test('GET /innovations lists what is published, with facets', async () => {
		const { status, body } = await list('?service=KTP&kind=digital');

		expect(status).toBe(200);
		expect(body).toMatchObject({
			data: {
				length: 2,
				0: { region: '36.71', validation: 'from_news', is_sample: false, highlights: [] }
			},
			meta: {
				total: 2,
				next: null,
				facets: {
					kind: [
						{ value: 'digital', count: 2 },
						{ value: 'non_digital', count: 1 }
					],
					region: [{ value: '36.71', count: 2, name_id: 'Kota Tangerang' }]
				}
			}
		});
	});

	test('GET /innovations?q= tells where the word stands', async () => {
		const { body } = await list('?q=nonpermanen');

		expect(body).toMatchObject({
			data: [{ slug: 'sobat-dukcapil', highlights: [{ section: 'summary' }] }]
		});
		const [row] = (
			body as { data: { highlights: { text: string; marks: [number, number][] }[] }[] }
		).data;
		const [highlight] = row?.highlights ?? [];
		const [from, to] = highlight?.marks[0] ?? [0, 0];
		expect(highlight?.text.slice(from, to)).toBe('nonpermanen');
	});

	test('GET /innovations pages with a cursor', async () => {
		const first = await list('?limit=2&sort=title');
		const link = /<(.+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1];
		const second = await callApi(getList, ctx, link ?? '');

		expect(first.body).toMatchObject({ data: { length: 2 }, meta: { total: 3 } });
		expect(second.body).toMatchObject({ data: { length: 1 }, meta: { next: null } });
	});

	test('GET /innovations/{slug} gives the sections in both languages and the sources', async () => {
		const { body } = await one('enam-layanan-adminduk-di-13-kecamatan');

		expect(body).toMatchObject({
			region: '36.71',
			needs_delegation: false,
			started_on: '2017-01-01',
			started_precision: 'year',
			sdgs: [16],
			services: ['REK', 'KTP', 'KK', 'AKL', 'AKM', 'KIA'],
			validation: 'from_news',
			confirmed_on: null,
			sections: {
				length: 12,
				0: {
					key: 'summary',
					number: 1,
					knowledge: 'stated',
					markdown_id: expect.stringContaining('[^1]') as unknown,
					markdown_en: expect.stringContaining('[^1]') as unknown
				}
			},
			sources: [{ number: 1 }, { number: 2, published_on: '2025-11-22' }, { number: 3 }]
		});
	});

	test('a draft is 404 to the public', async () => {
		expect(await one('antrean-daring-puskesmas')).toMatchObject({ status: 404 });
	});

	test.each([
		['?kind=robot', 400],
		['?stage=x', 400],
		['?sort=random', 400],
		['?service=ktp!', 400],
		['?region=3671', 400],
		['?region=36.99', 404],
		['?service=XYZ', 404],
		['?kpi=ADM-XYZ', 404],
		['?limit=0', 400],
		['?color=red', 400],
		[`?q=${'x'.repeat(101)}`, 400]
	])('GET /innovations%s is %i', async (query, status) => {
		expect(await list(query)).toMatchObject({ status, body: { status } });
	});

	test.each([
		['tidak-ada', '', 404],
		['A%20B', '', 400],
		['-', '', 400],
		['sobat-dukcapil', '?limit=1', 400]
	])('GET /innovations/%s%s is %i', async (slug, query, status) => {
		expect(await one(slug, query)).toMatchObject({ status, body: { status } });
	});
});

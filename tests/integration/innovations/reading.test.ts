import { beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { findInnovations, type InnovationQuery } from '#lib/innovations/server/find-innovations.ts';
import { getInnovation } from '#lib/innovations/server/get-innovation.ts';
import { renderSections } from '#lib/innovations/server/rendered-sections.ts';
import { databaseNames } from '#tests/support/databases.ts';
import { openForEntry } from '#tests/support/observation-actors.ts';

const DISTRICTS = 'enam-layanan-adminduk-di-13-kecamatan';

describe.each(databaseNames)('reading innovations on %s', (name) => {
	let ctx: Context;
	const slugs = async (query: InnovationQuery) =>
		(await findInnovations(ctx, query)).innovations.map(({ slug }) => slug);

	beforeAll(async () => {
		ctx = await openForEntry(name);
	});

	test('the list has the three write-ups of the founding example, with facets', async () => {
		const { innovations, facets } = await findInnovations(ctx);

		expect(innovations).toHaveLength(3);
		expect(innovations[0]?.region).toEqual({ code: '36.71', name: 'Kota Tangerang' });
		expect(facets.region).toEqual([
			{ value: '36.71', count: 3, nameId: 'Kota Tangerang', nameEn: 'Kota Tangerang' }
		]);
		expect(facets.kind).toEqual([
			{ value: 'digital', count: 2 },
			{ value: 'non_digital', count: 1 }
		]);
		expect(facets.service).toContainEqual({
			value: 'KTP',
			count: 3,
			nameId: 'Pencetakan KTP-el',
			nameEn: 'e-KTP card printing'
		});
	});

	test('a search finds words of titles, summaries, sections and region names', async () => {
		expect(await slugs({ q: 'TANYA sobat' })).toContain('tanya-sobat-ai');
		expect(await slugs({ q: 'nonpermanen' })).toEqual(['sobat-dukcapil']);
		expect(await slugs({ q: 'cilegon' })).toEqual([DISTRICTS]);
		expect(await slugs({ q: 'seconded' })).toEqual([DISTRICTS]);
		expect(await slugs({ q: 'kota tangerang' })).toHaveLength(3);
		expect(await slugs({ q: 'kota paspor' })).toEqual([]);
	});

	test('the best match comes first', async () => {
		expect((await slugs({ q: 'sobat ai' }))[0]).toBe('tanya-sobat-ai');
		expect((await slugs({ q: 'sobat ai', sort: 'title' }))[0]).not.toBe('tanya-sobat-ai');
	});

	test('signs with a meaning in SQL are looked for as they are', async () => {
		expect(await slugs({ q: '%' })).toEqual([]);
		expect(await slugs({ q: '_' })).toEqual([]);
		expect(await slugs({ q: 'x_x' })).toEqual([]);
		expect(await slugs({ q: '\\' })).toEqual([]);
		expect(await slugs({ q: "' or 'x'='x" })).toEqual([]);
		expect(await slugs({ q: '!!!' })).toEqual([]);
	});

	test('facets narrow the list, also by a KPI', async () => {
		expect(await slugs({ kind: 'non_digital' })).toEqual([DISTRICTS]);
		expect(await slugs({ service: 'PDG' })).toHaveLength(2);
		expect(await slugs({ kpi: 'ADM-COV-ALL' })).toEqual([DISTRICTS]);
		expect(await slugs({ region: '36.03' })).toEqual([]);
	});

	test('a search shows the passage in which the word stands', async () => {
		const { innovations, excerpts } = await findInnovations(ctx, { q: 'cilegon' });
		const [id = ''] = innovations.map((innovation) => innovation.id);
		const excerpt = excerpts.get(id);

		expect(excerpt).toMatchObject({ section: 'novelty', lang: 'id' });
		expect(excerpt?.text).toContain('Kota Cilegon');
	});

	test('a write-up comes with its region, agency, services, KPIs, sections and sources', async () => {
		const { region, agency, services, kpis, sections, sources } = await getInnovation(
			ctx,
			DISTRICTS
		);

		expect(region.name).toBe('Kota Tangerang');
		expect(agency?.shortName).toBe('Disdukcapil Kota Tangerang');
		expect(services.map(({ code }) => code)).toEqual(['REK', 'KTP', 'KK', 'AKL', 'AKM', 'KIA']);
		expect(kpis.map(({ code }) => code)).toContain('ADM-COV-ALL');
		expect(sections.map(({ section }) => section).slice(0, 3)).toEqual([
			'summary',
			'background',
			'objectives'
		]);
		expect(sources.map(({ number }) => number)).toEqual([1, 2, 3]);
	});

	test('its 13 sections are rendered in the language of the reader', async () => {
		const detail = await getInnovation(ctx, DISTRICTS);
		const indonesian = renderSections(ctx, detail);
		const english = renderSections({ ...ctx, locale: 'en' }, detail);

		expect(indonesian).toHaveLength(13);
		expect(indonesian[0]?.html).toContain('<a href="#source-1"');
		expect(indonesian[6]).toMatchObject({ key: 'resources', knowledge: 'not_yet_known' });
		expect(indonesian[12]).toMatchObject({ key: 'adoptions', knowledge: 'automatic', html: '' });
		expect(english[0]).toMatchObject({ lang: 'en', isFallback: false });
		expect(english[0]?.html).toContain('operational control');
	});

	test('a section without English is shown in Indonesian, and says so', async () => {
		const detail = await getInnovation(ctx, 'tanya-sobat-ai');
		const sections = detail.sections.map((section) => ({ ...section, markdownEn: null }));
		const innovation = { ...detail.innovation, version: 99 };
		const [summary] = renderSections({ locale: 'en' }, { ...detail, innovation, sections });

		expect(summary).toMatchObject({ lang: 'id', isFallback: true });
	});

	test('a write-up that does not exist is not found', async () => {
		await expect(getInnovation(ctx, 'tidak-ada')).rejects.toMatchObject({ code: 'not_found' });
	});
});

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DISDUKCAPIL_KOTA_TANGERANG } from '#db/reference/agencies.ts';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { listDrafts } from '#lib/innovations/server/drafts.ts';
import { getInnovation } from '#lib/innovations/server/get-innovation.ts';
import { findInnovations } from '#lib/innovations/server/find-innovations.ts';
import { publishInnovation } from '#lib/innovations/server/publish-innovation.ts';
import { createInnovation, saveInnovation } from '#lib/innovations/server/write-innovation.ts';
import { databaseNames } from '#tests/support/databases.ts';
import {
	agencyHead,
	foreignAgencyHead,
	foreignSecretary,
	institutionAdmin,
	openForEntry,
	secretary
} from '#tests/support/observation-actors.ts';
import { REQUIRED_SECTIONS, typedIn } from './input.ts';

const SLUG = 'antrean-daring-puskesmas';

describe.each(databaseNames)('writing innovations on %s', (name) => {
	let ctx: Context;
	const as = (actor: Actor | null): Context => ({ ...ctx, actor });
	const create = (fields: Record<string, unknown> = {}, actor: Actor = agencyHead) =>
		createInnovation(as(actor), typedIn(fields));

	beforeAll(async () => {
		ctx = await openForEntry(name);
	});

	beforeEach(async () => {
		await ctx.db.deleteFrom('innovation').where('slug', 'like', `${SLUG}%`).execute();
	});

	test('a draft keeps all that was typed', async () => {
		await create({
			...REQUIRED_SECTIONS,
			lessons_unknown: 'on',
			services: ['RJ'],
			kpis: ['ADM-DIG'],
			started: '2025-10',
			staffCount: '4',
			sourcePublisher: ['Dinas Kesehatan', ''],
			sourceTitle: ['Laporan 2025', ''],
			sourceDay: ['2025-12-01', ''],
			sourceNote: ['', '']
		});
		const detail = await getInnovation(as(agencyHead), SLUG);

		expect(detail.innovation).toMatchObject({
			state: 'draft',
			validation: 'self_declared',
			regionCode: '36.71',
			agencyId: DISDUKCAPIL_KOTA_TANGERANG,
			startedOn: '2025-10-01',
			startedPrecision: 'month',
			staffCount: 4,
			isSample: 0,
			version: 1
		});
		expect(detail.sections.map(({ section }) => section)).toEqual([
			'summary',
			'background',
			'design',
			'results',
			'lessons',
			'replication',
			'evidence'
		]);
		expect(detail.services.map(({ code }) => code)).toEqual(['RJ']);
		expect(detail.sources).toMatchObject([{ number: 1, title: 'Laporan 2025' }]);
	});

	test('a draft is invisible to everyone but its agency and those who publish', async () => {
		await create();

		for (const stranger of [null, foreignAgencyHead, foreignSecretary]) {
			await expect(getInnovation(as(stranger), SLUG)).rejects.toMatchObject({ code: 'not_found' });
			expect(await listDrafts(as(stranger))).toEqual([]);
			await expect(
				saveInnovation(as(stranger), SLUG, typedIn({ version: '1' }))
			).rejects.toMatchObject({ code: 'not_found' });
		}
		for (const member of [agencyHead, secretary, institutionAdmin]) {
			expect((await listDrafts(as(member))).map(({ slug }) => slug)).toEqual([SLUG]);
		}
		const { innovations } = await findInnovations(as(agencyHead), { q: 'puskesmas' });
		expect(innovations).toEqual([]);
	});

	test('only those who belong to an agency write, and only for their own', async () => {
		await expect(create({}, secretary)).rejects.toMatchObject({
			details: { fields: [{ path: 'place' }] }
		});
		await expect(
			create({ place: `36.71/${DISDUKCAPIL_KOTA_TANGERANG}` }, foreignAgencyHead)
		).rejects.toMatchObject({ details: { fields: [{ path: 'place' }] } });
		await expect(createInnovation(as(null), typedIn())).rejects.toMatchObject({
			code: 'unauthenticated'
		});
	});

	test('two write-ups of one title get two addresses', async () => {
		expect((await create()).slug).toBe(SLUG);
		expect((await create()).slug).toBe(`${SLUG}-2`);
	});

	test('a save over a version that somebody else has changed is stale and stores nothing', async () => {
		await create();
		await saveInnovation(as(agencyHead), SLUG, typedIn({ version: '1', design_id: 'pertama' }));
		const late = saveInnovation(
			as(institutionAdmin),
			SLUG,
			typedIn({ version: '1', design_id: 'terlambat' })
		);

		await expect(late).rejects.toMatchObject({ code: 'stale_version' });
		const { innovation, sections } = await getInnovation(as(agencyHead), SLUG);
		expect(innovation.version).toBe(2);
		expect(sections).toMatchObject([{ markdownId: 'pertama' }]);
	});

	test('of two saves at once one is stale', async () => {
		await create();
		const results = await Promise.allSettled(
			['satu', 'dua'].map((text) =>
				saveInnovation(as(agencyHead), SLUG, typedIn({ version: '1', design_id: text }))
			)
		);

		expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
		expect((await getInnovation(as(agencyHead), SLUG)).innovation.version).toBe(2);
	});

	test('publication names the required sections that are missing or too short', async () => {
		await create({ ...REQUIRED_SECTIONS, design_id: '', background_id: 'terlalu pendek' });

		await expect(
			publishInnovation(as(secretary), { slug: SLUG, version: 1 })
		).rejects.toMatchObject({
			code: 'invalid',
			details: {
				message: 'innovation.notReady',
				fields: [
					{ path: 'design_id', code: 'innovation.sectionMissing' },
					{
						path: 'background_id',
						code: 'innovation.sectionTooShort',
						values: { words: 2, min: 120 }
					}
				]
			}
		});
	});

	test('the secretary publishes in the name of the region', async () => {
		await create(REQUIRED_SECTIONS);
		await expect(
			publishInnovation(as(agencyHead), { slug: SLUG, version: 1 })
		).rejects.toMatchObject({ code: 'forbidden' });
		await expect(
			publishInnovation(as(secretary), { slug: SLUG, version: 7 })
		).rejects.toMatchObject({ code: 'stale_version' });
		await publishInnovation(as(secretary), { slug: SLUG, version: 1 });

		const { innovation } = await getInnovation(as(null), SLUG);
		expect(innovation).toMatchObject({
			state: 'published',
			validation: 'region_approved',
			confirmedOn: '2026-11-24',
			version: 2
		});
		await expect(
			publishInnovation(as(secretary), { slug: SLUG, version: 2 })
		).rejects.toMatchObject({ code: 'illegal_transition' });
	});

	test('saving and publishing at once does both or neither', async () => {
		const refused = create({ design_id: 'pendek', intent: 'publish' }, institutionAdmin);
		await expect(refused).rejects.toMatchObject({ details: { message: 'innovation.notReady' } });
		expect(await listDrafts(as(institutionAdmin))).toEqual([]);

		const saved = await create({ ...REQUIRED_SECTIONS, intent: 'publish' }, institutionAdmin);
		expect(saved).toMatchObject({ slug: SLUG, state: 'published' });
	});

	test('what is published keeps its required sections, and changes at once only with the right to publish', async () => {
		const slug = 'tanya-sobat-ai';
		const change = { version: '0', ...REQUIRED_SECTIONS, kpis: ['ADM-DIG'], intent: 'publish' };

		await expect(saveInnovation(as(agencyHead), slug, typedIn(change))).rejects.toMatchObject({
			code: 'forbidden'
		});
		await expect(
			saveInnovation(as(institutionAdmin), slug, typedIn({ ...change, results_id: '' }))
		).rejects.toMatchObject({ details: { fields: [{ path: 'results_id' }] } });
		await saveInnovation(as(institutionAdmin), slug, typedIn(change));

		const { innovation } = await getInnovation(as(null), slug);
		expect(innovation).toMatchObject({ validation: 'region_approved', version: 2 });
	});

	test('a KPI keeps the month of its effect when the write-up is saved', async () => {
		const { kpis } = await getInnovation(as(null), 'sobat-dukcapil');
		expect(kpis[0]?.launchedMonth).toBe('2025-10');
		await saveInnovation(
			as(institutionAdmin),
			'sobat-dukcapil',
			typedIn({
				version: '0',
				...REQUIRED_SECTIONS,
				kpis: [kpis[0]?.code],
				intent: 'publish'
			})
		);

		expect((await getInnovation(as(null), 'sobat-dukcapil')).kpis[0]?.launchedMonth).toBe(
			'2025-10'
		);
	});

	test.each([
		[
			{ design_id: 'Sumber.[^2]', sourcePublisher: ['Satu'] },
			'design_id',
			'innovation.unknownSource'
		],
		[{ sourcePublisher: ['', 'Dua'] }, 'sourcePublisher.0', 'field.required'],
		[{ services: ['XYZ'] }, 'services', 'innovation.unknownCode'],
		[{ kpis: ['ADM-XYZ'] }, 'kpis', 'innovation.unknownCode']
	])('%j is refused at %s', async (fields, path, code) => {
		await expect(create(fields)).rejects.toMatchObject({
			details: { fields: [expect.objectContaining({ path, code }) as unknown] }
		});
		expect(await listDrafts(as(agencyHead))).toEqual([]);
	});
});

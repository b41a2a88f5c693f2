import { beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { editInnovation } from '#lib/innovations/server/edit-innovation.ts';
import { getInnovation } from '#lib/innovations/server/get-innovation.ts';
import { previewInnovation } from '#lib/innovations/server/preview.ts';
import { createInnovation, saveInnovation } from '#lib/innovations/server/write-innovation.ts';
import { databaseNames } from '#tests/support/databases.ts';
import { institutionAdmin, openForEntry } from '#tests/support/observation-actors.ts';
import { REQUIRED_SECTIONS, typedIn } from './input.ts';

describe.each(databaseNames)('two editors of one write-up on %s', (name) => {
	let ctx: Context;
	let slug: string;
	const begin = async () => (await editInnovation(ctx, slug)).stored;
	const save = (values: Record<string, unknown>) => saveInnovation(ctx, slug, typedIn(values));

	beforeEach(async () => {
		ctx = { ...(await openForEntry(name)), actor: institutionAdmin };
		({ slug } = await createInnovation(
			ctx,
			typedIn({ ...REQUIRED_SECTIONS, services: ['RJ', 'KTP'], kpis: ['ADM-DIG'] })
		));
	});

	test('lose nothing when they changed different sections', async () => {
		const [one, other] = [await begin(), await begin()];
		const first = await save({ ...one, design_id: 'Alur satu.' });
		const second = await save({ ...other, novelty_id: 'Baru dua.', services: ['KTP', 'RJ'] });
		expect([first.wasMerged, second.wasMerged]).toEqual([false, true]);
		expect(await begin()).toMatchObject({ design_id: 'Alur satu.', novelty_id: 'Baru dua.' });
	});

	test('choose where they changed the same, and the rest is merged', async () => {
		const [one, other] = [await begin(), await begin()];
		await save({ ...one, design_id: 'Alur satu.', novelty_id: 'Baru satu.' });
		const mine = { ...other, design_id: 'Alur dua.', summaryId: 'Ringkasan dua.' };
		await expect(save(mine)).rejects.toMatchObject({
			code: 'stale_version',
			details: {
				extra: {
					conflicts: ['design_id'],
					values: {
						design_id: 'Alur dua.',
						novelty_id: 'Baru satu.',
						summaryId: 'Ringkasan dua.'
					}
				}
			}
		});
		expect(await begin()).toMatchObject({ design_id: 'Alur satu.' });
		const { base, version } = await begin();
		const merged = { ...mine, novelty_id: 'Baru satu.', base, version };
		await save({ ...merged, takeTheirs: ['design_id'] });
		expect(await begin()).toMatchObject({
			design_id: 'Alur satu.',
			novelty_id: 'Baru satu.',
			summaryId: 'Ringkasan dua.'
		});
		await save({ ...merged, ...(await begin()), design_id: 'Alur dua.' });
		expect(await begin()).toMatchObject({ design_id: 'Alur dua.' });
	});

	test('a form that goes on saving never writes back what it has not touched', async () => {
		const [one, other] = [await begin(), await begin()];
		const { base, version } = await save({ ...one, design_id: 'Alur satu.' });
		await save({ ...other, novelty_id: 'Baru dua.' });
		const next = await save({
			...one,
			design_id: 'Alur satu lagi.',
			base,
			version: String(version)
		});
		expect(await begin()).toMatchObject({
			design_id: 'Alur satu lagi.',
			novelty_id: 'Baru dua.'
		});
		await save({
			...one,
			...{ design_id: 'Alur satu akhir.', base: next.base, version: String(next.version) }
		});
		expect(await begin()).toMatchObject({ novelty_id: 'Baru dua.' });
	});

	test('merge a revision beside the public text as well, and its preview is not the public page', async () => {
		await save({ ...(await begin()), intent: 'publish' });
		const [one, other] = [await begin(), await begin()];
		await save({ ...one, titleId: 'Judul baru', novelty_id: 'Yang baru.' });
		await save({ ...other, lessons_id: 'Pelajaran.' });
		expect(await begin()).toMatchObject({ novelty_id: 'Yang baru.', lessons_id: 'Pelajaran.' });
		const preview = await previewInnovation(ctx, slug);
		expect(preview.titleId).toBe('Judul baru');
		expect(preview.sections.find(({ key }) => key === 'novelty')?.html).toContain('Yang baru.');
		const { innovation } = await getInnovation({ ...ctx, actor: null }, slug);
		expect(innovation.titleId).not.toBe('Judul baru');
		await expect(previewInnovation({ ...ctx, actor: null }, slug)).rejects.toMatchObject({
			code: 'unauthenticated'
		});
	});
});

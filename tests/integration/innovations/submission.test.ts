import { beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import {
	getSubmission,
	printSubmission,
	submissionDocument
} from '#lib/innovations/server/submission.ts';
import { createInnovation } from '#lib/innovations/server/write-innovation.ts';
import { databaseNames } from '#tests/support/databases.ts';
import { agencyHead, openForEntry } from '#tests/support/observation-actors.ts';
import { REQUIRED_SECTIONS, typedIn } from './input.ts';

const SLUG = 'sobat-dukcapil';
const PAGE = { address: 'https://site.example/innovations/x', now: new Date(0) };

describe.each(databaseNames)('a write-up as a national form on %s', (name) => {
	let ctx: Context;

	beforeAll(async () => {
		ctx = await openForEntry(name);
	});

	test('is there for everyone once it is published, in Indonesian, with its gaps', async () => {
		const kipp = submissionDocument(
			await getSubmission({ ...ctx, locale: 'en' }, SLUG, 'kipp'),
			PAGE
		);
		expect(kipp.texts[0]).toMatchObject({ label_id: 'Ringkasan', max_words: 200, gap: null });
		expect(kipp.texts[0]?.markdown_id).toContain('sobatdukcapil');
		expect(kipp.fields).toContainEqual({
			key: 'region',
			label_id: 'Pemerintah daerah',
			value: 'Kota Tangerang'
		});
		const iga = submissionDocument(await getSubmission(ctx, SLUG, 'iga'), PAGE);
		expect(iga.indicators).toHaveLength(20);
		expect(iga.texts[0]).toMatchObject({ min_words: 300 });
	});

	test('of a draft is there for its writers only', async () => {
		const { slug } = await createInnovation(
			{ ...ctx, actor: agencyHead },
			typedIn(REQUIRED_SECTIONS)
		);
		const own = await getSubmission({ ...ctx, actor: agencyHead }, slug, 'kipp');
		expect(own.texts[0]).toMatchObject({ words: 320, gap: 'too_long' });
		await expect(getSubmission(ctx, slug, 'kipp')).rejects.toMatchObject({ code: 'not_found' });
	});

	test('no other form is there', async () => {
		await expect(getSubmission(ctx, SLUG, 'constructor')).rejects.toMatchObject({
			code: 'not_found'
		});
	});

	test('is set on paper', async () => {
		for (const form of ['kipp', 'iga']) {
			const pdf = await printSubmission(await getSubmission(ctx, SLUG, form), PAGE.address);
			expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
		}
	});
});

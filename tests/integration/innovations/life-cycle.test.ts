import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask } from '#lib/ask/server/ask.ts';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { innovationDocument } from '#lib/innovations/server/api-rows.ts';
import { editInnovation } from '#lib/innovations/server/edit-innovation.ts';
import { foundPassages } from '#lib/innovations/server/found-passages.ts';
import { findInnovations } from '#lib/innovations/server/find-innovations.ts';
import { getInnovation } from '#lib/innovations/server/get-innovation.ts';
import { compareRevisions, getHistory, getReview } from '#lib/innovations/server/history.ts';
import {
	confirmRunning,
	resumeInnovation,
	stopInnovation,
	withdrawInnovation
} from '#lib/innovations/server/life-cycle.ts';
import { printInnovation } from '#lib/innovations/server/print-write-up.ts';
import { approveInnovation } from '#lib/innovations/server/publish-innovation.ts';
import { renderSections } from '#lib/innovations/server/rendered-sections.ts';
import {
	abandonRevision,
	returnInnovation,
	submitInnovation,
	takeBack
} from '#lib/innovations/server/review-innovation.ts';
import { listWriteUpWork } from '#lib/innovations/server/work.ts';
import { createInnovation, saveInnovation } from '#lib/innovations/server/write-innovation.ts';
import { suggest } from '#lib/search/server/suggest.ts';
import { databaseNames } from '#tests/support/databases.ts';
import {
	agencyHead,
	foreignAgencyHead,
	foreignSecretary,
	openForEntry,
	secretary
} from '#tests/support/observation-actors.ts';
import { REQUIRED_SECTIONS, typedIn } from './input.ts';

const SLUG = 'antrean-daring-puskesmas';
const SECRET = 'rahasiakegagalan';

describe.each(databaseNames)('the life of a write-up on %s', (name) => {
	let ctx: Context;
	const as = (actor: Actor | null): Context => ({ ...ctx, actor });
	const save = (fields: Record<string, unknown>) =>
		saveInnovation(as(agencyHead), SLUG, typedIn({ ...REQUIRED_SECTIONS, ...fields }));
	const versionOf = async () => (await getReview(as(secretary), SLUG)).revision.version;
	const live = async () => (await getInnovation(as(null), SLUG)).innovation;
	const approve = async () =>
		approveInnovation(as(secretary), { slug: SLUG, version: await versionOf() });

	/** Writes, submits and publishes one. */
	async function publish(fields: Record<string, unknown> = {}): Promise<void> {
		await createInnovation(as(agencyHead), typedIn({ ...REQUIRED_SECTIONS, ...fields }));
		await submitInnovation(as(agencyHead), { slug: SLUG });
		await approve();
	}

	beforeAll(async () => {
		ctx = await openForEntry(name);
	});

	beforeEach(async () => {
		await ctx.db.deleteFrom('innovation').where('slug', '=', SLUG).execute();
	});

	test('a draft is submitted, returned with the reason, mended, submitted again and approved', async () => {
		await createInnovation(as(agencyHead), typedIn(REQUIRED_SECTIONS));
		await submitInnovation(as(agencyHead), { slug: SLUG });
		await expect(save({ version: '1' })).rejects.toMatchObject({
			code: 'illegal_transition',
			details: { message: 'innovation.inReview' }
		});
		const reason = 'Bagian hasil belum menyebut angka.';
		await returnInnovation(as(secretary), { slug: SLUG, version: await versionOf(), reason });
		expect(await editInnovation(as(agencyHead), SLUG)).toMatchObject({ returnReason: reason });
		await save({ version: '1', titleId: 'Antrean daring puskesmas', intent: 'submit' });
		await approve();

		expect(await live()).toMatchObject({ state: 'published', validation: 'region_approved' });
		const { events, revisions } = await getHistory(as(agencyHead), SLUG);
		expect(events.map(({ kind }) => kind).toSorted()).toEqual([
			'approved',
			'returned',
			'submitted',
			'submitted'
		]);
		expect(revisions).toMatchObject([{ number: 1, state: 'approved', decidedRole: 'secretary' }]);
	});

	test('what is not ready cannot be submitted, and nobody but the region decides', async () => {
		await createInnovation(as(agencyHead), typedIn({ ...REQUIRED_SECTIONS, design_id: '' }));
		await expect(submitInnovation(as(agencyHead), { slug: SLUG })).rejects.toMatchObject({
			details: { fields: [{ path: 'design_id' }] }
		});
		await save({ version: '1', intent: 'submit' });
		const version = await versionOf();
		for (const [actor, code] of [
			[agencyHead, 'forbidden'],
			[foreignSecretary, 'not_found'],
			[foreignAgencyHead, 'not_found'],
			[null, 'not_found']
		] as const) {
			await expect(approveInnovation(as(actor), { slug: SLUG, version })).rejects.toMatchObject({
				code
			});
		}
		await expect(
			approveInnovation(as(secretary), { slug: SLUG, version: version - 1 })
		).rejects.toMatchObject({ code: 'stale_version' });
	});

	test('a change lies beside the public text until it is approved', async () => {
		await publish();
		await save({ version: '0', titleId: 'Antrean daring yang baru' });
		expect((await live()).titleId).toBe('Antrean daring puskesmas');
		await expect(save({ version: '0', titleId: 'Terlambat' })).rejects.toMatchObject({
			code: 'stale_version'
		});
		expect((await editInnovation(as(agencyHead), SLUG)).stored).toMatchObject({
			titleId: 'Antrean daring yang baru',
			version: '1'
		});
		await submitInnovation(as(agencyHead), { slug: SLUG });
		await takeBack(as(agencyHead), { slug: SLUG });
		await submitInnovation(as(agencyHead), { slug: SLUG });
		const { fields } = await getReview(as(secretary), SLUG);
		expect(fields).toEqual([
			{
				field: 'titleId',
				before: 'Antrean daring puskesmas',
				after: 'Antrean daring yang baru'
			}
		]);
		await approve();
		expect((await live()).titleId).toBe('Antrean daring yang baru');
	});

	test('versions are compared by section, and strangers see the approved ones only', async () => {
		await publish({ lessons_id: 'Jaringan sering putus.' });
		await save({ version: '0', lessons_id: 'Jaringan jarang putus.', intent: 'submit' });
		await approve();
		await save({ version: '0', lessons_id: 'Belum disetujui.' });

		const { sections } = await compareRevisions(as(null), SLUG, { from: 1, to: 2 });
		expect(sections).toMatchObject([
			{
				section: 'lessons',
				language: 'id',
				parts: [
					{ text: 'Jaringan ', change: 'same' },
					{ text: 'sering', change: 'removed' },
					{ text: 'jarang', change: 'added' },
					{ text: ' putus.', change: 'same' }
				]
			}
		]);
		await expect(compareRevisions(as(null), SLUG, { from: 1, to: 3 })).rejects.toMatchObject({
			code: 'not_found'
		});
		expect((await getHistory(as(null), SLUG)).revisions.map((each) => each.number)).toEqual([2, 1]);
		expect((await getHistory(as(agencyHead), SLUG)).revisions.map((each) => each.number)).toEqual([
			3, 2, 1
		]);
	});

	test('dropping a change leaves the public text, and the next change begins from it', async () => {
		await publish();
		await save({ version: '0', titleId: 'Tidak jadi' });
		await abandonRevision(as(agencyHead), { slug: SLUG });
		expect((await editInnovation(as(agencyHead), SLUG)).stored).toMatchObject({
			titleId: 'Antrean daring puskesmas',
			version: '0'
		});
	});

	test('a write-up that was public before versions were kept has its first text as version 1', async () => {
		const slug = 'tanya-sobat-ai';
		const { stored } = await editInnovation(as(agencyHead), slug);
		await saveInnovation(
			as(agencyHead),
			slug,
			typedIn({ ...stored, titleId: 'Tanya Sobat AI, kini', intent: 'submit' })
		);
		const { version } = (await getReview(as(secretary), slug)).revision;
		await approveInnovation(as(secretary), { slug, version });
		const { fields } = await compareRevisions(as(null), slug, { from: 1, to: 2 });
		expect(fields).toMatchObject([{ field: 'titleId', after: 'Tanya Sobat AI, kini' }]);
	});

	test('one click confirms, stopping needs a reason, and what stopped may run again', async () => {
		await publish({ sustainability: 'unconfirmed' });
		expect((await live()).confirmedOn).toBeNull();
		const step = async () => ({ slug: SLUG, version: (await live()).version });
		await confirmRunning(as(agencyHead), await step());
		expect(await live()).toMatchObject({ confirmedOn: '2026-11-24', sustainability: 'active' });
		await expect(confirmRunning(as(agencyHead), { slug: SLUG, version: 1 })).rejects.toMatchObject({
			code: 'stale_version'
		});
		await expect(confirmRunning(as(foreignSecretary), await step())).rejects.toMatchObject({
			code: 'forbidden'
		});
		await stopInnovation(as(secretary), { ...(await step()), reason: 'Anggaran dialihkan.' });
		expect((await live()).sustainability).toBe('stopped');
		await resumeInnovation(as(agencyHead), await step());
		expect((await live()).sustainability).toBe('active');
	});

	test('a withdrawn write-up leaves a stone that says what stood there and why it went', async () => {
		await publish();
		const { version } = await live();
		const reason = 'Data pribadi ikut terbit.';
		await expect(
			withdrawInnovation(as(agencyHead), { slug: SLUG, version, reason })
		).rejects.toMatchObject({ code: 'forbidden' });
		await withdrawInnovation(as(secretary), { slug: SLUG, version, reason });
		expect((await findInnovations(ctx, { q: 'antrean puskesmas' })).innovations).toEqual([]);
		for (const reader of [null, agencyHead, secretary]) {
			await expect(getInnovation(as(reader), SLUG)).rejects.toMatchObject({
				code: 'gone',
				details: {
					values: { title: 'Antrean daring puskesmas', region: 'Kota Tangerang', reason },
					extra: { withdrawn_on: '2026-11-24', region: '36.71' }
				}
			});
		}
	});

	test('what is kept for governments reaches neither page, API, excerpt, version nor print of others', async () => {
		await publish({ lessons_id: `Kami gagal: ${SECRET}.`, lessons_governments: 'on' });
		const seenBy = async (actor: Actor | null) => {
			const detail = await getInnovation(as(actor), SLUG);
			return JSON.stringify([innovationDocument(detail), renderSections(as(actor), detail)]);
		};
		expect(await seenBy(foreignSecretary)).toContain(SECRET);
		expect(await seenBy(null)).not.toContain(SECRET);
		expect(await seenBy(null)).toContain('withheld');

		const { id } = await live();
		const sections = await ctx.db
			.selectFrom('innovationSection')
			.select('section')
			.where('innovationId', '=', id)
			.where('visibility', '=', 'governments')
			.execute();
		expect(sections).toEqual([{ section: 'lessons' }]);
		expect((await findInnovations(as(secretary), { q: SECRET })).innovations).toEqual([]);
		const { innovations } = await findInnovations(ctx, { q: 'antrean puskesmas' });
		expect(innovations).toHaveLength(1);
		const patterns = [[[SECRET]]];
		expect(await foundPassages(ctx, innovations, { pieces: [{ patterns }], patterns })).toEqual(
			new Map()
		);

		for (const actor of [null, foreignSecretary]) {
			expect((await ask(as(actor), `Apakah ${SECRET}?`, null)).passages).toEqual([]);
			expect(await suggest(as(actor), SECRET)).toEqual([]);
		}

		await save({
			version: '0',
			lessons_id: `${SECRET} lagi`,
			lessons_governments: 'on',
			intent: 'submit'
		});
		await approve();
		const comparison = await compareRevisions(as(null), SLUG, { from: 1, to: 2 });
		expect(JSON.stringify(comparison)).not.toContain(SECRET);
	});

	test('those who decide, mend and confirm see what waits for them, and nobody else does', async () => {
		const slugs = async (actor: Actor | null) => {
			const work = await listWriteUpWork(as(actor));
			const own = (list: readonly { slug: string }[]) => list.some(({ slug }) => slug === SLUG);
			return [own(work.toReview), own(work.returned), own(work.toConfirm)];
		};
		await createInnovation(as(agencyHead), typedIn({ ...REQUIRED_SECTIONS, intent: 'submit' }));
		expect(await slugs(secretary)).toEqual([true, false, false]);
		expect(await slugs(agencyHead)).toEqual([false, false, false]);
		const reason = 'Bagian hasil belum menyebut angka.';
		await returnInnovation(as(secretary), { slug: SLUG, version: await versionOf(), reason });
		expect(await slugs(agencyHead)).toEqual([false, true, false]);
		expect(await slugs(foreignSecretary)).toEqual([false, false, false]);
		await save({ version: '1', sustainability: 'unconfirmed', intent: 'submit' });
		await approve();
		expect(await slugs(agencyHead)).toEqual([false, false, true]);
		await confirmRunning(as(agencyHead), { slug: SLUG, version: (await live()).version });
		expect(await slugs(agencyHead)).toEqual([false, false, false]);
	});

	test('a write-up is printed as a tagged PDF', async () => {
		const { bytes } = await printInnovation(
			as(null),
			'sobat-dukcapil',
			'https://studitiru.example/innovations/sobat-dukcapil'
		);
		const text = Buffer.from(bytes).toString('latin1');
		expect(text.slice(0, 5)).toBe('%PDF-');
		expect(text).toContain('/Marked true');
		expect(text).toContain('/StructTreeRoot');
		expect(text).toContain('pdfuaid');
	});
});

import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadCitedContent } from '#db/reference/load-cited.ts';
import { confirmAdoption, recordAdoption } from '#lib/adoptions/server/adoptions.ts';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { findInnovations } from '#lib/innovations/server/find-innovations.ts';
import { getInnovation } from '#lib/innovations/server/get-innovation.ts';
import { PeerReviewForm } from '#lib/peer-reviews/schema.ts';
import {
	askForReview,
	declineReview,
	listPeerReviews,
	listReviewsToGive,
	recordPeerReview
} from '#lib/peer-reviews/server/use-cases.ts';
import { writeUpDocument } from '#lib/peer-reviews/server/write-up-document.ts';
import { requestVisit } from '#lib/visits/server/request-visit.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import {
	host,
	NOW,
	openForVisits,
	request,
	stranger,
	visitor
} from '#tests/support/visit-actors.ts';

const SLUG = 'enam-layanan-adminduk-di-13-kecamatan';
const visitingSecretary: Actor = {
	accountId: 'secretary 36.03',
	name: 'Nama Orang',
	grants: [{ role: 'secretary', regionCode: '36.03', agencyId: null }]
};
const judgement = (change: Record<string, unknown> = {}) =>
	v.parse(PeerReviewForm, {
		region: '36.74',
		seen: 'onsite',
		dataChecked: 'partly',
		verdict: 'works',
		remarks: 'Enam layanan kami lihat berjalan di dua kecamatan.',
		noConflict: 'on',
		...change
	});

describe.each(databaseNames)('reviews by other regions on %s', (name) => {
	let ctx: Context;
	const as = (actor: Actor | null): Context => ({ ...ctx, actor });
	const level = async () => (await getInnovation(as(null), SLUG)).innovation.validation;
	const ask = (region = '36.74', by: Actor = host) =>
		askForReview(as(by), SLUG, { region, note: 'Mohon ditinjau.' });
	const say = (change: Record<string, unknown> = {}, by: Actor = stranger) =>
		recordPeerReview(as(by), SLUG, judgement(change));

	beforeEach(async () => {
		ctx = await openForVisits(await openDatabase(name));
		await loadCitedContent(ctx.db, NOW);
		await ctx.db
			.updateTable('innovation')
			.set({ validation: 'region_approved' })
			.where('slug', '=', SLUG)
			.execute();
	});

	test('a region that is asked is told, judges, and raises the level; its people stay unnamed', async () => {
		await ask();
		const told = await ctx.db.selectFrom('outbox').select(['accountId', 'template']).execute();
		expect(told).toEqual([{ accountId: stranger.accountId, template: 'innovation_review_asked' }]);
		expect(await listReviewsToGive(as(stranger))).toMatchObject([{ slug: SLUG }]);
		expect(await listReviewsToGive(as(visitingSecretary))).toEqual([]);

		await say();
		expect(await level()).toBe('peer_verified');
		const { reviews } = await listPeerReviews(as(null), SLUG);
		expect(reviews).toMatchObject([
			{ regionCode: '36.74', role: 'secretary', basis: 'asked', seen: 'onsite', verdict: 'works' }
		]);
		expect(JSON.stringify(reviews)).not.toContain(stranger.accountId);
		const document = await writeUpDocument(as(null), SLUG);
		expect(document.peer_reviews).toMatchObject([
			{
				...{ region: '36.74', role: 'secretary', basis: 'asked', seen: 'onsite' },
				...{ data_checked: 'partly', verdict: 'works', is_older_text: false },
				remarks: 'Enam layanan kami lihat berjalan di dua kecamatan.'
			}
		]);
		expect(JSON.stringify(document)).not.toContain(stranger.accountId);
		expect(await listReviewsToGive(as(stranger))).toEqual([]);
		await expect(say()).rejects.toMatchObject({ code: 'forbidden' });
	});

	test('papers alone, or a doubt, are told but verify nothing', async () => {
		for (const doubt of [{ seen: 'no' }, { verdict: 'not_confirmed' }]) {
			await ask();
			await say(doubt);
			expect(await level()).toBe('region_approved');
		}
		expect((await listPeerReviews(as(null), SLUG)).reviews).toHaveLength(2);
	});

	test('the last word of a region counts', async () => {
		await ask();
		await say();
		ctx = { ...ctx, now: () => new Date(NOW.getTime() + 60_000) };
		await ask();
		await say({ verdict: 'not_confirmed' });
		expect(await level()).toBe('region_approved');
	});

	test('nobody judges the own region, unasked, or after declining; none is asked twice', async () => {
		const denied = { code: 'forbidden' };
		await expect(say({ region: '36.71' }, host)).rejects.toMatchObject(denied);
		await expect(say()).rejects.toMatchObject(denied);
		await expect(ask('36.03', stranger)).rejects.toMatchObject(denied);
		await expect(ask('36.71')).rejects.toMatchObject({
			details: { fields: [{ code: 'peerReview.ownRegion' }] }
		});
		await ask();
		await expect(ask()).rejects.toMatchObject({
			details: { fields: [{ code: 'peerReview.alreadyAsked' }] }
		});
		await declineReview(as(stranger), SLUG, { region: '36.74' });
		await expect(say()).rejects.toMatchObject(denied);
		expect((await listPeerReviews(as(null), SLUG)).reviews).toEqual([]);
		expect(() => judgement({ noConflict: undefined })).toThrow();
	});

	test('the secretary of a region speaks unasked once its visit took place', async () => {
		const { ref } = await requestVisit(as(visitor), request({ innovation: SLUG }));
		const visited = () => say({ region: '36.03' }, visitingSecretary);
		await expect(visited()).rejects.toMatchObject({ code: 'forbidden' });
		await ctx.db.updateTable('visit').set({ state: 'completed' }).where('ref', '=', ref).execute();
		await visited();
		expect((await listPeerReviews(as(null), SLUG)).reviews).toMatchObject([{ basis: 'visit' }]);
		expect(await level()).toBe('peer_verified');
	});

	test('an adoption in use that both regions confirm makes it replicated', async () => {
		const { ref } = await requestVisit(as(visitor), request({ innovation: SLUG }));
		const record = (stage: 'planned' | 'adopted', version: number) =>
			recordAdoption(as(visitingSecretary), {
				...{ ref, innovation: SLUG, version, stage },
				...{ since: '2026-10', note: '' }
			});
		const confirm = async () => {
			const { id, version } = await ctx.db
				.selectFrom('adoption')
				.select(['id', 'version'])
				.executeTakeFirstOrThrow();
			await confirmAdoption(as(host), { ref, id, version });
			return version + 1;
		};
		await record('planned', 0);
		const version = await confirm();
		expect(await level()).toBe('region_approved');
		await record('adopted', version);
		expect(await level()).toBe('region_approved');
		await confirm();
		expect(await level()).toBe('replicated');
		const { innovations, facets } = await findInnovations(as(null), { validation: 'replicated' });
		expect(innovations.map(({ slug }) => slug)).toEqual([SLUG]);
		expect(facets.validation).toEqual([
			{ value: 'from_news', count: 2 },
			{ value: 'replicated', count: 1 }
		]);
	});

	test('what its own region does not stand behind is not raised by others', async () => {
		await ctx.db
			.updateTable('innovation')
			.set({ validation: 'from_news' })
			.where('slug', '=', SLUG)
			.execute();
		await ask();
		await say();
		expect(await level()).toBe('from_news');
	});
});

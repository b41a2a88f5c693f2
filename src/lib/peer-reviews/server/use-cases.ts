import { accountIdsInRegion } from '#lib/accounts/server/agencies.ts';
import { authorize, can, regionsOf, requireActor, roleIn } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import { addDays, dayOf } from '#lib/core/period.ts';
import { isUniqueViolation } from '#lib/database/errors.ts';
import type { PeerReview } from '#lib/database/tables/peer-reviews.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { getInnovation } from '#lib/innovations/server/get-innovation.ts';
import { publicRevision, recordStanding } from '#lib/innovations/server/standing.ts';
import { notify } from '#lib/notifications/server/use-cases.ts';
import { writeUpData } from '#lib/notifications/write-up-data.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import type { AskReviewInput, PeerReviewInput } from '../schema.ts';
import { verifyingRegions } from '../verdict.ts';
import * as reviews from './repository.ts';
import { standpointsOf } from './rights.ts';

/** Three weeks of working days: fifteen. */
const DUE_DAYS = 21;
const REVIEWERS = ['secretary', 'agency_head', 'institution_admin'] as const;

const UNANSWERED: Omit<PeerReview, 'id' | 'innovationId' | 'regionCode' | 'createdAt' | 'state'> = {
	requestNote: '',
	askedAt: null,
	dueOn: null,
	basis: null,
	seen: null,
	dataChecked: null,
	verdict: null,
	remarks: '',
	revisionNumber: null,
	role: null,
	accountId: null,
	decidedAt: null
};

/**
 * What other regions say of a write-up, for everyone, by region and position and never by name;
 * and what the reader may do about it.
 */
export async function listPeerReviews(ctx: Context, slug: string) {
	const { innovation, region } = await getInnovation(ctx, slug);
	const all = await reviews.list(ctx.db, innovation.id);
	const mayAsk =
		innovation.state === 'published' &&
		can(ctx.actor, { do: 'innovation.publish', regionCode: innovation.regionCode });
	const current = await publicRevision(ctx, innovation.id);
	return {
		innovation,
		timezone: region.timezone,
		reviews: all
			.filter(({ state }) => state === 'done')
			.map((review) => ({
				regionCode: review.regionCode,
				regionName: review.regionName,
				role: review.role,
				basis: review.basis,
				seen: review.seen,
				dataChecked: review.dataChecked,
				verdict: review.verdict,
				remarks: review.remarks,
				decidedAt: review.decidedAt,
				/** The text has changed since it was judged. */
				isOlderText: review.revisionNumber !== null && review.revisionNumber !== current
			})),
		/** Only those who asked see whom. */
		asked: mayAsk
			? all
					.filter(({ state }) => state !== 'done')
					.map(({ regionName, state, dueOn }) => ({ regionName, state, dueOn }))
			: [],
		standpoints: innovation.state === 'published' ? await standpointsOf(ctx, innovation, all) : [],
		mayAsk
	};
}

/** Asks another region to look at a public write-up that its own region stands behind. */
export async function askForReview(
	ctx: Context,
	slug: string,
	{ region, note }: AskReviewInput
): Promise<void> {
	await inTransaction(ctx, async (ctx) => {
		const { innovation, region: own } = await getInnovation(ctx, slug);
		authorize(ctx.actor, { do: 'innovation.publish', regionCode: innovation.regionCode });
		if (innovation.state !== 'published') {
			throw new DomainError('illegal_transition', { message: 'innovation.notPublished' });
		}
		if (region === innovation.regionCode) throw invalidField('region', 'peerReview.ownRegion');
		await getRegion(ctx, region);
		const now = ctx.now();
		const review: PeerReview = {
			...UNANSWERED,
			id: newId(),
			innovationId: innovation.id,
			regionCode: region,
			state: 'asked',
			requestNote: note,
			askedAt: now.toISOString(),
			dueOn: addDays(dayOf(now, own.timezone), DUE_DAYS),
			createdAt: now.toISOString()
		};
		await insertOnce(ctx, review);
		const readers = await accountIdsInRegion(ctx, region, REVIEWERS);
		await notify(ctx, readers, `peer review ${review.id}`, {
			template: 'innovation_review_asked',
			data: writeUpData(innovation, own.name)
		});
	});
}

async function insertOnce({ db }: Pick<Context, 'db'>, review: PeerReview): Promise<void> {
	try {
		await reviews.insert(db, review);
	} catch (error) {
		if (!isUniqueViolation(error)) throw error;
		throw invalidField('region', 'peerReview.alreadyAsked');
	}
}

/** Records the judgement of a region; the level of the write-up follows from all of them. */
export async function recordPeerReview(
	ctx: Context,
	slug: string,
	{ region, noConflict: _noConflict, ...judgement }: PeerReviewInput
): Promise<void> {
	await inTransaction(ctx, async (ctx) => {
		const { innovation, standpoint } = await standpointIn(ctx, slug, region);
		const actor = requireActor(ctx.actor);
		const now = ctx.now().toISOString();
		const decided = {
			...judgement,
			state: 'done' as const,
			basis: standpoint.basis,
			revisionNumber: await publicRevision(ctx, innovation.id),
			role: roleIn(actor, region),
			accountId: actor.accountId,
			decidedAt: now
		};
		if (standpoint.requestId === null) {
			await reviews.insert(ctx.db, {
				...UNANSWERED,
				...decided,
				id: newId(),
				innovationId: innovation.id,
				regionCode: region,
				createdAt: now
			});
		} else {
			await answerOnce(ctx, standpoint.requestId, decided);
		}
		const all = await reviews.list(ctx.db, innovation.id);
		await recordStanding(ctx, innovation.id, {
			verifiedByRegions: verifyingRegions(all.filter(({ state }) => state === 'done'))
		});
		const { name } = await getRegion(ctx, region);
		const readers = await accountIdsInRegion(ctx, innovation.regionCode, REVIEWERS);
		await notify(ctx, readers, `peer reviewed ${innovation.id} ${region} ${now}`, {
			template: 'innovation_reviewed',
			data: writeUpData(innovation, name)
		});
	});
}

/** Says no to a request; nothing of it is public. */
export async function declineReview(
	ctx: Context,
	slug: string,
	{ region }: { readonly region: string }
): Promise<void> {
	await inTransaction(ctx, async (ctx) => {
		const { standpoint } = await standpointIn(ctx, slug, region);
		if (standpoint.requestId === null) {
			throw new DomainError('illegal_transition', { message: 'peerReview.notAsked' });
		}
		await answerOnce(ctx, standpoint.requestId, {
			state: 'declined',
			decidedAt: ctx.now().toISOString()
		});
	});
}

async function standpointIn(ctx: Context, slug: string, region: string) {
	requireActor(ctx.actor);
	const { innovation } = await getInnovation(ctx, slug);
	if (innovation.state !== 'published') {
		throw new DomainError('illegal_transition', { message: 'innovation.notPublished' });
	}
	const all = await reviews.list(ctx.db, innovation.id);
	const standpoints = await standpointsOf(ctx, innovation, all);
	const standpoint = standpoints.find(({ regionCode }) => regionCode === region);
	if (!standpoint) throw new DomainError('forbidden', { message: 'peerReview.noStandpoint' });
	return { innovation, standpoint };
}

async function answerOnce(
	{ db }: Pick<Context, 'db'>,
	id: string,
	change: Parameters<typeof reviews.answer>[2]
): Promise<void> {
	const isWritten = await reviews.answer(db, id, change);
	if (!isWritten) throw new DomainError('stale_version', { message: 'innovation.stale' });
}

/** The write-ups that the actor's regions are asked to look at. */
export async function listReviewsToGive(ctx: Context) {
	const regions = regionsOf(ctx.actor).filter((regionCode) =>
		can(ctx.actor, { do: 'innovation.peer_review', regionCode })
	);
	return reviews.listAsked(ctx.db, regions);
}

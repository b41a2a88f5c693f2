import { accountIdsInRegion } from '#lib/accounts/server/agencies.ts';
import { limitRate } from '#lib/accounts/server/limit-rate.ts';
import { type Actor, authorize, regionsOf, requireActor, roleIn } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import type { Question } from '#lib/database/tables/questions.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { type AboutInnovation, getPublished } from '#lib/innovations/server/get-published.ts';
import { notify } from '#lib/notifications/server/use-cases.ts';
import { writeUpData } from '#lib/notifications/write-up-data.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import * as talk from './repository.ts';

/** Twenty texts at once, then one a minute: talk, not a flood. */
const TEXTS = { capacity: 20, refillPerSecond: 1 / 60 };

/** Asks the office behind a published write-up, in the name of the region one works for. */
export async function askQuestion(
	ctx: Context,
	slug: string,
	{ body }: { readonly body: string }
): Promise<void> {
	const actor = authorize(ctx.actor, { do: 'question.ask' });
	await limitRate(ctx, `question ${actor.accountId}`, TEXTS, 'question.tooMany');
	await inTransaction(ctx, async (ctx) => {
		const about = await getPublished(ctx, slug);
		const [askerRegionCode = ''] = regionsOf(actor);
		const question: Question = {
			id: newId(),
			innovationId: about.id,
			askedBy: actor.accountId,
			askerRegionCode,
			askerRole: positionIn(actor, askerRegionCode),
			body,
			acceptedAnswerId: null,
			hiddenAt: null,
			createdAt: ctx.now().toISOString()
		};
		await talk.insertQuestion(ctx.db, question);
		const { name } = await getRegion(ctx, askerRegionCode);
		await notify(
			ctx,
			(await officeOf(ctx, about)).filter((id) => id !== actor.accountId),
			`question ${question.id}`,
			{ template: 'question_asked', data: writeUpData(about, name) }
		);
	});
}

/** Answers a question in the name of the write-up's office; whoever asked is told. */
export async function answerQuestion(
	ctx: Context,
	slug: string,
	{ question: questionId, answer }: { readonly question: string; readonly answer: string }
): Promise<void> {
	const actor = requireActor(ctx.actor);
	await limitRate(ctx, `question ${actor.accountId}`, TEXTS, 'question.tooMany');
	await inTransaction(ctx, async (ctx) => {
		const { about, question } = await requireQuestion(ctx, slug, questionId);
		const { regionCode, agencyId } = about;
		authorize(actor, { do: 'question.answer', regionCode, agencyId });
		const id = newId();
		await talk.insertAnswer(ctx.db, {
			id,
			questionId,
			answeredBy: actor.accountId,
			answererRegionCode: regionCode,
			answererRole: positionIn(actor, regionCode),
			body: answer,
			hiddenAt: null,
			createdAt: ctx.now().toISOString()
		});
		await notify(
			ctx,
			[question.askedBy].filter((account) => account !== actor.accountId),
			`answer ${id}`,
			{ template: 'question_answered', data: writeUpData(about, about.regionName) }
		);
	});
}

/** Marks the answer that helped, once; only whoever asked may. */
export async function acceptAnswer(
	ctx: Context,
	slug: string,
	{ question: questionId, answer: answerId }: { readonly question: string; readonly answer: string }
): Promise<void> {
	const actor = requireActor(ctx.actor);
	await inTransaction(ctx, async (ctx) => {
		const { about, question } = await requireQuestion(ctx, slug, questionId);
		if (question.askedBy !== actor.accountId) throw new DomainError('forbidden');
		const answer = await talk.findAnswer(ctx.db, answerId);
		if (answer?.questionId !== questionId || answer.hiddenAt !== null) {
			throw new DomainError('not_found', { message: 'question.unknown' });
		}
		if (!(await talk.acceptAnswer(ctx.db, questionId, answerId))) {
			throw new DomainError('conflict', { message: 'question.alreadyAccepted' });
		}
		const { name } = await getRegion(ctx, question.askerRegionCode);
		await notify(ctx, [answer.answeredBy], `accepted ${answerId}`, {
			template: 'answer_accepted',
			data: writeUpData(about, name)
		});
	});
}

async function requireQuestion(ctx: Context, slug: string, id: string) {
	const about = await getPublished(ctx, slug);
	const question = await talk.findQuestion(ctx.db, id);
	if (question?.innovationId !== about.id || question.hiddenAt !== null) {
		throw new DomainError('not_found', { message: 'question.unknown' });
	}
	return { about, question };
}

/** Those who may answer: in the agency of the write-up's region, and its secretary. */
function officeOf(ctx: Context, { regionCode }: AboutInnovation): Promise<string[]> {
	return accountIdsInRegion(ctx, regionCode, ['secretary', 'agency_head', 'institution_admin']);
}

function positionIn(actor: Actor, regionCode: string) {
	const role = roleIn(actor, regionCode);
	if (!role) throw new DomainError('forbidden');
	return role;
}

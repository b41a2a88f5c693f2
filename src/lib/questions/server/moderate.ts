import { authorize, can, regionsOf, requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import type { Flagging } from '#lib/database/tables/questions.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { getPublished, listAbout } from '#lib/innovations/server/get-published.ts';
import * as flags from './flags-repository.ts';
import * as talk from './repository.ts';

const MAX_LISTED = 100;

type FlagInput = Pick<Flagging, 'kind' | 'reason'> & { readonly target: string };

/** Reports a question or an answer to those who moderate the write-up's region. */
export async function flagText(
	ctx: Context,
	slug: string,
	{ kind, target, reason }: FlagInput
): Promise<void> {
	const { accountId } = requireActor(ctx.actor);
	const about = await getPublished(ctx, slug);
	const { question } = await textOf(ctx, kind, target);
	if (question?.innovationId !== about.id) {
		throw new DomainError('not_found', { message: 'question.unknown' });
	}
	await flags.insert(ctx.db, {
		id: newId(),
		kind,
		targetId: target,
		regionCode: about.regionCode,
		flaggedBy: accountId,
		reason,
		createdAt: ctx.now().toISOString(),
		outcome: null,
		decidedBy: null,
		decidedAt: null
	});
}

/** A flag with the text it is about and where that stands. */
export interface OpenFlag extends Pick<Flagging, 'id' | 'kind' | 'reason' | 'createdAt'> {
	readonly body: string;
	readonly slug: string;
	readonly titleId: string;
	readonly titleEn: string | null;
}

/** The flags that wait for whoever asks: of their region, or of all for the platform. */
export async function listOpenFlags(ctx: Context): Promise<OpenFlag[]> {
	const open = await flags.listOpen(ctx.db, moderatedRegions(ctx), MAX_LISTED);
	const found: OpenFlag[] = [];
	for (const { id, kind, targetId, reason, createdAt } of open) {
		const { text, question } = await textOf(ctx, kind, targetId);
		const [about] = question ? await listAbout(ctx, [question.innovationId]) : [];
		if (!text || !about) continue;
		const { slug, titleId, titleEn } = about;
		found.push({ id, kind, reason, createdAt, body: text.body, slug, titleId, titleEn });
	}
	return found;
}

/** Keeps a text or takes it out of sight, and so decides on every open flag it has. */
export async function decideFlag(
	ctx: Context,
	{ flag: id, outcome }: { readonly flag: string; readonly outcome: 'kept' | 'hidden' }
): Promise<void> {
	await inTransaction(ctx, async (ctx) => {
		const flag = await flags.find(ctx.db, id);
		const regionCode = flag?.regionCode ?? '';
		if (!flag || !can(ctx.actor, { do: 'question.moderate', regionCode })) {
			throw new DomainError('not_found');
		}
		const { accountId } = authorize(ctx.actor, { do: 'question.moderate', regionCode });
		if (flag.outcome !== null) {
			throw new DomainError('conflict', { message: 'moderation.alreadyDecided' });
		}
		const now = ctx.now().toISOString();
		await flags.decide(ctx.db, flag, { outcome, decidedBy: accountId, decidedAt: now });
		if (outcome === 'hidden') await talk.hide(ctx.db, flag.kind, flag.targetId, now);
	});
}

/** Null for all regions; refuses those who moderate none. */
function moderatedRegions({ actor }: Context): string[] | null {
	const { grants } = requireActor(actor);
	if (grants.some(({ role }) => role === 'platform_admin')) return null;
	const regions = regionsOf(actor).filter((regionCode) =>
		can(actor, { do: 'question.moderate', regionCode })
	);
	if (regions.length === 0) throw new DomainError('forbidden');
	return regions;
}

async function textOf(ctx: Context, kind: Flagging['kind'], id: string) {
	const answer = kind === 'answer' ? await talk.findAnswer(ctx.db, id) : undefined;
	const question = await talk.findQuestion(ctx.db, answer?.questionId ?? id);
	const text = kind === 'answer' ? answer : question;
	return text ? { text, question } : { text, question: undefined };
}

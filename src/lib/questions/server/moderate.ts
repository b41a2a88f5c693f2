import { accountIdsInRegion } from '#lib/accounts/server/agencies.ts';
import { limitRate } from '#lib/accounts/server/limit-rate.ts';
import { authorize, can, regionsOf, requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import type { Flagging } from '#lib/database/tables/questions.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { getPublished, listAbout } from '#lib/innovations/server/get-published.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import { notify } from '#lib/notifications/server/use-cases.ts';
import { writeUpData } from '#lib/notifications/write-up-data.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import type { FlagInput } from '../schema.ts';
import * as flags from './flags-repository.ts';
import * as talk from './repository.ts';

const MAX_LISTED = 100;
/** Twenty reports at once, then one a minute: who reads does not report faster. */
const FLAGS = { capacity: 20, refillPerSecond: 1 / 60 };

/**
 * Reports a question, an answer or the write-up itself to those who moderate its region. The
 * region's officers are told of a write-up at once: it is theirs to mend.
 */
export async function flagText(ctx: Context, slug: string, input: FlagInput): Promise<void> {
	const { accountId } = requireActor(ctx.actor);
	await limitRate(ctx, `flag ${accountId}`, FLAGS, 'flag.tooMany');
	await inTransaction(ctx, async (ctx) => {
		const about = await getPublished(ctx, slug);
		const target = await targetOf(ctx, about.id, input);
		const id = newId();
		const isNew = await flags.insert(ctx.db, {
			id,
			kind: input.kind,
			targetId: target,
			regionCode: about.regionCode,
			flaggedBy: accountId,
			reason: input.reason,
			note: input.kind === 'innovation' ? input.note : '',
			createdAt: ctx.now().toISOString(),
			outcome: null,
			decidedBy: null,
			decidedAt: null
		});
		if (!isNew || input.kind !== 'innovation') return;
		const office = await accountIdsInRegion(ctx, about.regionCode, [
			'secretary',
			'agency_head',
			'institution_admin'
		]);
		await notify(
			ctx,
			office.filter((account) => account !== accountId),
			`flag ${id}`,
			{
				template: 'innovation_flagged',
				data: { ...withReason(about, input.reason), note: beginning(input.note) }
			}
		);
	});
}

async function targetOf(ctx: Context, innovationId: string, input: FlagInput): Promise<string> {
	if (input.kind === 'innovation') return innovationId;
	const { question } = await textOf(ctx, input.kind, input.target);
	if (question?.innovationId !== innovationId) {
		throw new DomainError('not_found', { message: 'question.unknown' });
	}
	return input.target;
}

/** A flag with the text it is about and where that stands. */
export interface OpenFlag extends Pick<Flagging, 'id' | 'kind' | 'reason' | 'createdAt'> {
	/** The question or answer; of a write-up what is said to be wrong with it. */
	readonly body: string;
	readonly slug: string;
	readonly titleId: string;
	readonly titleEn: string | null;
}

/** The flags that wait for whoever asks: of their region, or of all for the platform. */
export async function listOpenFlags(ctx: Context): Promise<OpenFlag[]> {
	const open = await flags.listOpen(ctx.db, moderatedRegions(ctx), MAX_LISTED);
	const found: OpenFlag[] = [];
	for (const { id, kind, targetId, reason, note, createdAt } of open) {
		const { text, innovationId } = await flaggedText(ctx, kind, targetId, note);
		const [about] = innovationId ? await listAbout(ctx, [innovationId]) : [];
		if (text === null || !about) continue;
		const { slug, titleId, titleEn } = about;
		found.push({ id, kind, reason, createdAt, body: text, slug, titleId, titleEn });
	}
	return found;
}

/**
 * Decides on every open flag that a text has: it is kept, or taken out of sight, which its author
 * is told with the reason. A write-up is kept or mended, which those who reported it are told; to
 * take one away is a step of its life cycle.
 */
export async function decideFlag(
	ctx: Context,
	{ flag: id, outcome }: { readonly flag: string; readonly outcome: 'kept' | 'hidden' | 'mended' }
): Promise<void> {
	await inTransaction(ctx, async (ctx) => {
		const flag = await flags.find(ctx.db, id);
		const regionCode = flag?.regionCode ?? '';
		if (!flag || !can(ctx.actor, { do: 'question.moderate', regionCode })) {
			throw new DomainError('not_found');
		}
		const { accountId } = authorize(ctx.actor, { do: 'question.moderate', regionCode });
		if (outcome === (flag.kind === 'innovation' ? 'hidden' : 'mended')) {
			throw invalidField('outcome', 'field.required');
		}
		const now = ctx.now().toISOString();
		const decision = { outcome, decidedBy: accountId, decidedAt: now };
		const decided = await flags.decide(ctx.db, flag, decision);
		if (decided.length === 0) {
			throw new DomainError('conflict', { message: 'moderation.alreadyDecided' });
		}
		if (flag.kind === 'innovation') {
			await tellReporters(ctx, flag, decided, outcome === 'mended');
		} else if (outcome === 'hidden') {
			await talk.hide(ctx.db, flag.kind, flag.targetId, now);
			await tellAuthor(ctx, flag, flag.kind);
		}
	});
}

async function tellReporters(
	ctx: Context,
	{ targetId, regionCode, reason }: Flagging,
	decided: readonly { readonly id: string; readonly flaggedBy: string }[],
	isMended: boolean
): Promise<void> {
	const [about] = await listAbout(ctx, [targetId]);
	if (!about) return;
	const { name } = await getRegion(ctx, regionCode);
	const data = withReason({ ...about, regionName: name }, reason);
	const template = isMended ? 'innovation_flag_mended' : 'innovation_flag_kept';
	for (const { id, flaggedBy } of decided) {
		await notify(ctx, [flaggedBy], `flag decided ${id}`, { template, data });
	}
}

async function tellAuthor(
	ctx: Context,
	{ id, targetId, regionCode, reason }: Flagging,
	kind: 'question' | 'answer'
): Promise<void> {
	const { author, question } = await textOf(ctx, kind, targetId);
	const [about] = question ? await listAbout(ctx, [question.innovationId]) : [];
	if (!author || !about) return;
	const { name } = await getRegion(ctx, regionCode);
	await notify(ctx, [author], `hidden ${id}`, {
		template: `${kind}_hidden`,
		data: withReason({ ...about, regionName: name }, reason)
	});
}

/** As much as a line of news and the subject of a mail hold. */
const MAX_BEGINNING = 120;

function beginning(note: string): string {
	const line = note.replace(/\s+/g, ' ');
	return line.length <= MAX_BEGINNING ? line : `${line.slice(0, MAX_BEGINNING).trimEnd()}…`;
}

function withReason(
	about: Parameters<typeof writeUpData>[0] & { readonly regionName: string },
	reason: Flagging['reason']
) {
	return {
		...writeUpData(about, about.regionName),
		reason: translateIn('id')(`flag.reason.${reason}`),
		reasonEn: translateIn('en')(`flag.reason.${reason}`)
	};
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

async function flaggedText(ctx: Context, kind: Flagging['kind'], id: string, note: string) {
	if (kind === 'innovation') return { text: note, innovationId: id };
	const { text, question } = await textOf(ctx, kind, id);
	return { text: text?.body ?? null, innovationId: question?.innovationId };
}

async function textOf(ctx: Context, kind: 'question' | 'answer', id: string) {
	const answer = kind === 'answer' ? await talk.findAnswer(ctx.db, id) : undefined;
	const question = await talk.findQuestion(ctx.db, answer?.questionId ?? id);
	const text = kind === 'answer' ? answer : question;
	const author = kind === 'answer' ? answer?.answeredBy : question?.askedBy;
	return text ? { text, question, author } : { text, question: undefined, author: undefined };
}

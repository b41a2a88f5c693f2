import { authorize } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { toFormValues } from '../form-values.ts';
import { requireReady } from './apply-revision.ts';
import { getInnovation, type InnovationDetail } from './get-innovation.ts';
import { partsOf } from './input-parts.ts';
import { recordEvent } from './record-event.ts';
import { addRevision, changeRevision, requirePossible, undecidedValues } from './revisions.ts';
import * as revisions from './revisions-repository.ts';
import { inputOf } from './stored-input.ts';

interface Asked {
	readonly slug: string;
	/** Of the revision that was looked at. */
	readonly version: number;
}

/**
 * Hands a write-up, or the revision beside a public one, to those who publish in the region.
 * What is not ready is `invalid` and names the sections; from now on it stays as it is.
 */
export async function submitInnovation(ctx: Context, { slug }: Pick<Asked, 'slug'>): Promise<void> {
	await inTransaction(ctx, async (ctx) => {
		const detail = await getInnovation(ctx, slug);
		const { innovation } = detail;
		const { regionCode, agencyId } = innovation;
		const actor = authorize(ctx.actor, { do: 'innovation.write', regionCode, agencyId });
		const open = await revisions.findOpen(ctx.db, innovation.id);
		if (open) requirePossible(open.state, 'submit');
		if (!open && innovation.state !== 'draft') {
			throw new DomainError('illegal_transition', { message: 'innovation.nothingToReview' });
		}
		const isDraft = innovation.state === 'draft';

		// A draft's text lies in its own tables until it is submitted.
		const values = isDraft || !open ? toFormValues(detail) : undecidedValues(open, innovation);
		const { sections } = await partsOf(ctx, inputOf(values), detail.kpis);
		requireReady(sections, innovation);
		const revision =
			open ?? (await addRevision(ctx, { detail, values, author: actor, state: 'open' }));
		const now = ctx.now().toISOString();
		await changeRevision(ctx, revision, {
			state: 'submitted',
			snapshot: JSON.stringify(values),
			reason: '',
			authorId: actor.accountId,
			authorName: actor.name,
			submittedAt: now,
			updatedAt: now
		});
		await recordEvent(ctx, actor, innovation, 'submitted');
	});
}

/** Takes a submitted text back, so that it can be changed again. */
export async function takeBack(ctx: Context, { slug }: Pick<Asked, 'slug'>): Promise<void> {
	await inTransaction(ctx, async (ctx) => {
		const { innovation, revision } = await undecided(ctx, slug);
		const { regionCode, agencyId } = innovation;
		const actor = authorize(ctx.actor, { do: 'innovation.write', regionCode, agencyId });
		requirePossible(revision.state, 'take_back');
		await changeRevision(ctx, revision, { state: 'open', updatedAt: ctx.now().toISOString() });
		await recordEvent(ctx, actor, innovation, 'taken_back');
	});
}

/** Gives a submitted text back to its authors with the reason. */
export async function returnInnovation(
	ctx: Context,
	{ slug, version, reason }: Asked & { readonly reason: string }
): Promise<void> {
	await inTransaction(ctx, async (ctx) => {
		const { innovation, revision } = await undecided(ctx, slug);
		const { regionCode } = innovation;
		const actor = authorize(ctx.actor, { do: 'innovation.publish', regionCode });
		requirePossible(revision.state, 'return');
		requireVersion(version, revision.version);
		await changeRevision(ctx, revision, {
			state: 'returned',
			reason,
			updatedAt: ctx.now().toISOString()
		});
		await recordEvent(ctx, actor, innovation, 'returned', reason);
	});
}

/** Drops an open revision; what is public stays as it is. */
export async function abandonRevision(ctx: Context, { slug }: Pick<Asked, 'slug'>): Promise<void> {
	await inTransaction(ctx, async (ctx) => {
		const { innovation, revision } = await undecided(ctx, slug);
		const { regionCode, agencyId, state } = innovation;
		const actor = authorize(ctx.actor, { do: 'innovation.write', regionCode, agencyId });
		if (state !== 'published') {
			throw new DomainError('illegal_transition', { message: 'innovation.nothingToReview' });
		}
		requirePossible(revision.state, 'abandon');
		const now = ctx.now().toISOString();
		await changeRevision(ctx, revision, { state: 'abandoned', decidedAt: now, updatedAt: now });
		await recordEvent(ctx, actor, innovation, 'abandoned');
	});
}

/** A write-up with its undecided revision; without one there is nothing to review. */
export async function undecided(ctx: Context, slug: string) {
	const detail: InnovationDetail = await getInnovation(ctx, slug);
	const { innovation } = detail;
	const revision = await revisions.findOpen(ctx.db, innovation.id);
	if (!revision) {
		throw new DomainError('illegal_transition', { message: 'innovation.nothingToReview' });
	}
	return { detail, innovation, revision };
}

/** Refuses a decision about a text that has changed since it was looked at. */
export function requireVersion(seen: number, stored: number): void {
	if (seen !== stored) throw new DomainError('stale_version', { message: 'innovation.stale' });
}

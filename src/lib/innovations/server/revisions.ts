import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import type { Innovation, InnovationRevision } from '#lib/database/tables/innovations.ts';
import { laterFields, toFormValues, type WriteUpValues } from '../form-values.ts';
import { isPossible, type RevisionAction } from '../revision-states.ts';
import type { InnovationDetail } from './get-innovation.ts';
import * as revisions from './revisions-repository.ts';

/** A revision's text as its form sends it. */
export function valuesOf({ snapshot }: Pick<InnovationRevision, 'snapshot'>): WriteUpValues {
	return JSON.parse(snapshot) as WriteUpValues;
}

/** The same of one that is not decided yet, with what was not asked for when it was written. */
export function undecidedValues(
	revision: Pick<InnovationRevision, 'snapshot'>,
	innovation: Pick<Innovation, 'sdgs' | 'facts'>
): WriteUpValues {
	return { ...laterFields(innovation), ...valuesOf(revision) };
}

/** Refuses what this state does not allow, with the reason. */
export function requirePossible(state: InnovationRevision['state'], action: RevisionAction): void {
	if (isPossible(state, action)) return;
	const message = state === 'submitted' ? 'innovation.inReview' : 'innovation.notInReview';
	throw new DomainError('illegal_transition', { message });
}

/** Changes a revision that was read, else `stale_version`. */
export async function changeRevision(
	{ db }: Pick<Context, 'db'>,
	revision: Pick<InnovationRevision, 'id' | 'version'>,
	change: Parameters<typeof revisions.update>[2]
): Promise<void> {
	const isWritten = await revisions.update(db, revision, change);
	if (!isWritten) throw new DomainError('stale_version', { message: 'innovation.stale' });
}

/**
 * Adds a revision with the next number. The first of a write-up that is public already is preceded
 * by one that keeps what the public has read until now.
 */
export async function addRevision(
	ctx: Pick<Context, 'db' | 'now'>,
	{
		detail,
		values,
		author,
		state
	}: {
		readonly detail: InnovationDetail;
		readonly values: WriteUpValues;
		readonly author: Actor;
		readonly state: InnovationRevision['state'];
	}
): Promise<InnovationRevision> {
	const { innovation } = detail;
	let last = await revisions.lastNumber(ctx.db, innovation.id);
	const now = ctx.now().toISOString();
	const plain = { decidedRole: null, reason: '', version: 1, submittedAt: null };
	if (last === 0 && innovation.publishedAt !== null) {
		last = 1;
		await revisions.insert(ctx.db, {
			...plain,
			id: newId(),
			innovationId: innovation.id,
			number: 1,
			state: 'approved',
			snapshot: JSON.stringify(toFormValues(detail)),
			authorId: null,
			authorName: '',
			createdAt: innovation.publishedAt,
			updatedAt: innovation.updatedAt,
			decidedAt: innovation.publishedAt
		});
	}
	const revision: InnovationRevision = {
		...plain,
		id: newId(),
		innovationId: innovation.id,
		number: last + 1,
		state,
		snapshot: JSON.stringify(values),
		authorId: author.accountId,
		authorName: author.name,
		createdAt: now,
		updatedAt: now,
		decidedAt: null
	};
	await revisions.insert(ctx.db, revision);
	return revision;
}

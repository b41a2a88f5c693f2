import { requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import type { InnovationRevision } from '#lib/database/tables/innovations.ts';
import { toFormValues } from '../form-values.ts';
import { readableByEveryone } from '../restricted.ts';
import { isEventKind } from '../revision-states.ts';
import { diffFields, diffSections } from '../section-diff.ts';
import { maySeeDraft } from './drafts.ts';
import { getInnovation, type InnovationDetail } from './get-innovation.ts';
import { isGovernment } from './governments.ts';
import { undecided } from './review-innovation.ts';
import { undecidedValues, valuesOf } from './revisions.ts';
import * as revisions from './revisions-repository.ts';

/** A version in the list of versions. */
export type ListedRevision = Pick<
	InnovationRevision,
	'number' | 'state' | 'createdAt' | 'decidedAt' | 'decidedRole'
>;

/**
 * The versions of a write-up and what became of it. Strangers see those the region approved and
 * neither names nor reasons; those who write or publish see all.
 */
export async function getHistory(ctx: Context, slug: string) {
	const detail = await getInnovation(ctx, slug);
	const { innovation, region } = detail;
	const isInside = maySeeDraft(ctx.actor, innovation);
	const all = await revisions.list(ctx.db, innovation.id);
	const seen = all.filter(({ state }) => isInside || state === 'approved');
	const events = (await revisions.listEvents(ctx.db, innovation.id)).flatMap(
		({ kind, role, at, note }) => (isEventKind(kind) ? [{ kind, role, at, note }] : [])
	);
	return {
		detail,
		timezone: region.timezone,
		revisions: seen.map(({ number, state, createdAt, decidedAt, decidedRole }) => ({
			number,
			state,
			createdAt,
			decidedAt,
			decidedRole
		})) satisfies ListedRevision[],
		events: isInside ? events : events.filter(({ kind }) => PUBLIC_EVENTS.has(kind))
	};
}

const PUBLIC_EVENTS: ReadonlySet<string> = new Set(['approved', 'confirmed', 'stopped', 'resumed']);

/** What changed between two versions that the reader may see, by section and by field. */
export async function compareRevisions(
	ctx: Context,
	slug: string,
	{ from, to }: { readonly from: number; readonly to: number }
) {
	const { innovation } = await getInnovation(ctx, slug);
	const isInside = maySeeDraft(ctx.actor, innovation);
	const all = await revisions.list(ctx.db, innovation.id);
	const find = (wanted: number) => {
		const found = all.find(({ number }) => number === wanted);
		if (!found || (!isInside && found.state !== 'approved')) {
			throw new DomainError('not_found', { message: 'innovation.unknownRevision' });
		}
		const values = valuesOf(found);
		return isInside || isGovernment(ctx.actor) ? values : readableByEveryone(values);
	};
	const [before, after] = [find(from), find(to)];
	return { from, to, sections: diffSections(before, after), fields: diffFields(before, after) };
}

/** The text that waits for a decision, beside what is public now. */
export async function getReview(ctx: Context, slug: string) {
	requireActor(ctx.actor);
	const { detail, innovation, revision } = await undecided(ctx, slug);
	if (!maySeeDraft(ctx.actor, innovation)) throw new DomainError('not_found');
	const before = innovation.state === 'published' ? toFormValues(detail) : {};
	const after = undecidedValues(revision, innovation);
	return {
		detail,
		revision: {
			number: revision.number,
			state: revision.state,
			version: revision.version,
			authorName: revision.authorName,
			submittedAt: revision.submittedAt,
			reason: revision.reason
		},
		sections: diffSections(before, after),
		fields: diffFields(before, after)
	};
}

/** How an undecided revision stands, for the marks on the pages of those who write and publish. */
export async function openRevisionOf(
	ctx: Context,
	{ innovation }: Pick<InnovationDetail, 'innovation'>
): Promise<Pick<InnovationRevision, 'number' | 'state' | 'version' | 'reason'> | null> {
	if (!maySeeDraft(ctx.actor, innovation)) return null;
	const open = await revisions.findOpen(ctx.db, innovation.id);
	if (!open) return null;
	const { number, state, version, reason } = open;
	return { number, state, version, reason };
}

import { type Actor, authorize } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import type { Innovation, InnovationRevision } from '#lib/database/tables/innovations.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { missingSections } from '../publishable.ts';
import type { InnovationInput } from '../schema.ts';
import { slugOf } from '../slug.ts';
import { applyRevision } from './apply-revision.ts';
import { getInnovation, type InnovationDetail } from './get-innovation.ts';
import { fieldsOf } from './input-fields.ts';
import { partsOf } from './input-parts.ts';
import { replaceParts } from './parts-repository.ts';
import { requirePlace } from './places.ts';
import { publishInnovation } from './publish-innovation.ts';
import { valuesOfInput, withOthersChanges } from './merge-input.ts';
import * as innovations from './repository.ts';
import { submitInnovation } from './review-innovation.ts';
import { addRevision, changeRevision, requirePossible } from './revisions.ts';
import * as revisions from './revisions-repository.ts';

/** How a write-up stands after it was saved. */
export interface SavedInnovation {
	readonly slug: string;
	readonly version: number;
	/** Of what was saved: a revision beside a public text is a draft until it is approved. */
	readonly state: Innovation['state'];
	/** Whether changes of somebody else went into it. */
	readonly wasMerged?: boolean;
	/** What the form that was saved holds of it, for its next save. */
	readonly base?: string;
}

/** Makes a draft in an agency that the actor writes for, and publishes it when asked to. */
export async function createInnovation(
	ctx: Context,
	input: InnovationInput
): Promise<SavedInnovation> {
	return inTransaction(ctx, async (ctx) => {
		const { regionCode, agencyId } = await requirePlace(ctx, input.place);
		authorize(ctx.actor, { do: 'innovation.write', regionCode, agencyId });
		const parts = await partsOf(ctx, input);
		const now = ctx.now().toISOString();
		const draft: NewInnovation = {
			...fieldsOf(input),
			id: newId(),
			slug: slugOf(input.titleId),
			regionCode,
			agencyId,
			state: 'draft',
			validation: 'self_declared',
			isSample: 0,
			version: 1,
			createdAt: now,
			updatedAt: now,
			publishedAt: null,
			confirmedOn: null
		};
		const slug = await insertUnderFreeSlug(ctx, draft);
		await replaceParts(ctx.db, draft.id, parts);
		if (input.intent === 'publish') return publishInnovation(ctx, { slug, version: 1 });
		if (input.intent === 'submit') await submitInnovation(ctx, { slug });
		return { slug, version: 1, state: 'draft' };
	});
}

/**
 * Saves what was typed over the version that was read. What others changed meanwhile is merged by
 * section; what both changed is `stale_version`, with the sections named. What is public stays
 * as it is: changes to it lie in a revision beside it until the region approves them, and none of
 * the required sections may be emptied. What waits for a decision is not changed.
 */
export async function saveInnovation(
	ctx: Context,
	slug: string,
	input: InnovationInput
): Promise<SavedInnovation> {
	return inTransaction(ctx, async (ctx) => {
		const detail = await getInnovation(ctx, slug);
		const { regionCode, agencyId, state } = detail.innovation;
		const actor = authorize(ctx.actor, { do: 'innovation.write', regionCode, agencyId });
		const open = await revisions.findOpen(ctx.db, detail.innovation.id);
		if (open) requirePossible(open.state, 'save');
		const { merged, wasMerged, base } = await withOthersChanges(ctx, { detail, open }, input);
		const saved =
			state === 'published'
				? await saveRevision(ctx, actor, { detail, open, input: merged })
				: await saveDraft(ctx, detail, merged);
		return { ...saved, wasMerged, base };
	});
}

async function saveDraft(
	ctx: Context,
	{ innovation, kpis }: InnovationDetail,
	input: InnovationInput
): Promise<SavedInnovation> {
	const parts = await partsOf(ctx, input, kpis);
	const isWritten = await innovations.update(
		ctx.db,
		{ id: innovation.id, version: input.version },
		{ ...fieldsOf(input), updatedAt: ctx.now().toISOString() }
	);
	if (!isWritten) throw new DomainError('stale_version', { message: 'innovation.stale' });
	await replaceParts(ctx.db, innovation.id, parts);

	const { slug } = innovation;
	const version = input.version + 1;
	if (input.intent === 'publish') return publishInnovation(ctx, { slug, version });
	if (input.intent === 'submit') await submitInnovation(ctx, { slug });
	return { slug, version, state: 'draft' };
}

interface RevisionToSave {
	readonly detail: InnovationDetail;
	readonly open: InnovationRevision | undefined;
	readonly input: InnovationInput;
}

async function saveRevision(
	ctx: Context,
	actor: Actor,
	{ detail, open, input }: RevisionToSave
): Promise<SavedInnovation> {
	const parts = await partsOf(ctx, input, detail.kpis);
	const missing = missingSections(parts.sections);
	if (missing.length > 0) throw new DomainError('invalid', { fields: missing });
	if (input.version !== (open?.version ?? 0)) {
		throw new DomainError('stale_version', { message: 'innovation.stale' });
	}
	const values = valuesOfInput(detail, input, parts);
	const { id, slug } = detail.innovation;
	if (open) {
		await changeRevision(ctx, open, {
			snapshot: JSON.stringify(values),
			authorId: actor.accountId,
			authorName: actor.name,
			updatedAt: ctx.now().toISOString()
		});
	} else {
		await addRevision(ctx, { detail, values, author: actor, state: 'open' });
	}
	const version = input.version + 1;
	if (input.intent === 'submit') await submitInnovation(ctx, { slug });
	if (input.intent !== 'publish') return { slug, version, state: 'draft' };

	authorize(ctx.actor, { do: 'innovation.publish', regionCode: detail.innovation.regionCode });
	const stored = await revisions.findOpen(ctx.db, id);
	if (!stored) throw new Error(`the revision of ${slug} that was just stored is not there`);
	await applyRevision(ctx, actor, detail, stored);
	return { slug, version, state: 'published' };
}

type NewInnovation = Parameters<typeof innovations.insert>[1];

const MAX_SLUG_TRIES = 50;

async function insertUnderFreeSlug({ db }: Context, draft: NewInnovation): Promise<string> {
	for (let i = 1; i <= MAX_SLUG_TRIES; i++) {
		const slug = i === 1 ? draft.slug : `${draft.slug}-${String(i)}`;
		if (await innovations.insert(db, { ...draft, slug })) return slug;
	}
	throw new DomainError('conflict', { message: 'innovation.titleTaken' });
}

import { authorize } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import type { Innovation } from '#lib/database/tables/innovations.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { tellFollowers } from '#lib/follows/server/follows.ts';
import { missingSections } from '../publishable.ts';
import type { InnovationInput } from '../schema.ts';
import { slugOf } from '../slug.ts';
import { getInnovation } from './get-innovation.ts';
import { refreshSearch } from './index-innovation.ts';
import { partsOf } from './input-parts.ts';
import { replaceParts } from './parts-repository.ts';
import { requirePlace } from './places.ts';
import { approval, publishInnovation } from './publish-innovation.ts';
import * as innovations from './repository.ts';

/** How a write-up stands after it was saved. */
export interface SavedInnovation {
	readonly slug: string;
	readonly version: number;
	readonly state: Innovation['state'];
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
		const draft: Innovation = {
			...fieldsOf(input),
			id: newId(),
			slug: slugOf(input.titleId),
			regionCode,
			agencyId,
			state: 'draft',
			validation: 'self_declared',
			sdgs: '',
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
		return { slug, version: 1, state: 'draft' };
	});
}

/**
 * Saves what was typed over the version that was read, else `stale_version`. A published write-up
 * is changed for all to see, so that this takes the right to publish too, and none of its
 * required sections may be emptied.
 */
export async function saveInnovation(
	ctx: Context,
	slug: string,
	input: InnovationInput
): Promise<SavedInnovation> {
	return inTransaction(ctx, async (ctx) => {
		const { innovation, region, kpis } = await getInnovation(ctx, slug);
		const { regionCode, agencyId } = innovation;
		authorize(ctx.actor, { do: 'innovation.write', regionCode, agencyId });
		const isPublished = innovation.state === 'published';
		if (isPublished) authorize(ctx.actor, { do: 'innovation.publish', regionCode });

		const parts = await partsOf(ctx, input, kpis);
		const missing = isPublished ? missingSections(parts.sections) : [];
		if (missing.length > 0) throw new DomainError('invalid', { fields: missing });

		const isWritten = await innovations.update(
			ctx.db,
			{ id: innovation.id, version: input.version },
			{
				...fieldsOf(input),
				...(isPublished && approval(input, ctx.now(), region.timezone)),
				updatedAt: ctx.now().toISOString()
			}
		);
		if (!isWritten) throw new DomainError('stale_version', { message: 'innovation.stale' });
		await replaceParts(ctx.db, innovation.id, parts);
		const version = input.version + 1;
		if (isPublished) {
			await refreshSearch(ctx, innovation.id);
			await tellFollowers(
				ctx,
				{ ...innovation, version, regionName: region.name, serviceCodes: parts.serviceCodes },
				'innovation_updated'
			);
		}
		if (!isPublished && input.intent === 'publish') {
			return publishInnovation(ctx, { slug, version });
		}
		return { slug, version, state: innovation.state };
	});
}

function fieldsOf(input: InnovationInput) {
	return {
		titleId: input.titleId,
		titleEn: input.titleEn || null,
		summaryId: input.summaryId,
		summaryEn: input.summaryEn || null,
		kind: input.kind,
		form: input.form,
		stage: input.stage,
		sustainability: input.sustainability,
		...input.started,
		website: input.website,
		needsDelegation: input.needsDelegation,
		difficulty: input.difficulty,
		staffCount: input.staffCount,
		annualBudgetRupiah: input.annualBudgetRupiah
	};
}

const MAX_SLUG_TRIES = 50;

async function insertUnderFreeSlug({ db }: Context, draft: Innovation): Promise<string> {
	for (let i = 1; i <= MAX_SLUG_TRIES; i++) {
		const slug = i === 1 ? draft.slug : `${draft.slug}-${String(i)}`;
		if (await innovations.insert(db, { ...draft, slug })) return slug;
	}
	throw new DomainError('conflict', { message: 'innovation.titleTaken' });
}

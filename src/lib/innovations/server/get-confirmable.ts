import { requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { dayOf } from '#lib/core/period.ts';
import { freshnessOf } from '../freshness.ts';
import { maySeeDraft } from './drafts.ts';
import { getInnovation } from './get-innovation.ts';

/** What those who answer for a write-up are asked once a year; others are refused. */
export async function getConfirmable(ctx: Context, slug: string) {
	const actor = requireActor(ctx.actor);
	const { innovation, region } = await getInnovation(ctx, slug);
	if (!maySeeDraft(actor, innovation)) throw new DomainError('forbidden');
	const { titleId, titleEn, version, confirmedOn } = innovation;
	const freshness = freshnessOf(innovation, dayOf(ctx.now(), region.timezone));
	return { slug, titleId, titleEn, version, confirmedOn, freshness };
}

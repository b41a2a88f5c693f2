import { listKpis, listServices } from '#lib/catalogue/server/use-cases.ts';
import { authorize } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { toFormValues, type WriteUpValues } from '../form-values.ts';
import { baseOf } from '../merge-edits.ts';
import { getInnovation } from './get-innovation.ts';
import { listPlaces } from './places.ts';
import { requirePossible, undecidedValues } from './revisions.ts';
import * as revisions from './revisions-repository.ts';

/** What the form offers to choose from. */
export async function formChoices(ctx: Context) {
	return {
		services: (await listServices(ctx)).map(({ code, nameId, nameEn }) => ({
			code,
			nameId,
			nameEn
		})),
		kpis: (await listKpis(ctx)).map(({ code, nameId, nameEn }) => ({ code, nameId, nameEn }))
	};
}

/** What the form for a new write-up needs; `forbidden` for those who write for no agency. */
export async function newInnovation(ctx: Context) {
	const places = await listPlaces(ctx);
	if (places.length === 0) throw new DomainError('forbidden', { message: 'innovation.noPlace' });
	return { places, choices: await formChoices(ctx) };
}

/**
 * A write-up as its form shows it, for those who may change it: of a public one the revision beside
 * it. What waits for a decision is `illegal_transition`.
 */
export async function editInnovation(ctx: Context, slug: string) {
	const detail = await getInnovation(ctx, slug);
	const { id, state, version, titleId, titleEn, regionCode, agencyId } = detail.innovation;
	authorize(ctx.actor, { do: 'innovation.write', regionCode, agencyId });
	const open = await revisions.findOpen(ctx.db, id);
	if (open) requirePossible(open.state, 'save');
	const isPublic = state === 'published';
	const live = toFormValues(detail);
	const stored = isPublic
		? {
				...(open ? undecidedValues(open, detail.innovation) : live),
				version: String(open?.version ?? 0)
			}
		: live;
	return {
		slug,
		state,
		version,
		titleId,
		titleEn,
		regionCode,
		/** What the last reader said when the text came back; empty when it did not. */
		returnReason: open?.state === 'returned' ? open.reason : '',
		stored: { ...stored, base: baseOf(stored) } as WriteUpValues,
		choices: await formChoices(ctx)
	};
}

import { authorize, roleIn } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import type { Innovation } from '#lib/database/tables/innovations.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { tellFollowers } from '#lib/follows/server/follows.ts';
import { toFormValues } from '../form-values.ts';
import { applyRevision, approval, requireReady } from './apply-revision.ts';
import { getInnovation } from './get-innovation.ts';
import { refreshSearch } from './index-innovation.ts';
import { recordEvent } from './record-event.ts';
import * as innovations from './repository.ts';
import { addRevision, changeRevision } from './revisions.ts';
import * as revisions from './revisions-repository.ts';

/** How a write-up stands after it was published. */
interface Published {
	readonly slug: string;
	readonly version: number;
	readonly state: Innovation['state'];
}

/**
 * Publishes a draft in the name of its region, as the version that was looked at, else
 * `stale_version`. Required sections that are missing or too short are named as `invalid`.
 */
export async function publishInnovation(
	ctx: Context,
	{ slug, version }: { readonly slug: string; readonly version: number }
): Promise<Published> {
	return inTransaction(ctx, async (ctx) => {
		const detail = await getInnovation(ctx, slug);
		const { innovation, region, sections, services } = detail;
		const { regionCode } = innovation;
		const actor = authorize(ctx.actor, { do: 'innovation.publish', regionCode });
		if (innovation.state !== 'draft') {
			throw new DomainError('illegal_transition', { message: 'innovation.notDraft' });
		}
		requireReady(sections, innovation);
		const now = ctx.now().toISOString();
		const isWritten = await innovations.update(
			ctx.db,
			{ id: innovation.id, version },
			{
				...approval(innovation, innovation, ctx.now(), region.timezone),
				state: 'published',
				publishedAt: innovation.publishedAt ?? now,
				updatedAt: now
			}
		);
		if (!isWritten) throw new DomainError('stale_version', { message: 'innovation.stale' });

		const values = toFormValues(detail);
		const revision =
			(await revisions.findOpen(ctx.db, innovation.id)) ??
			(await addRevision(ctx, { detail, values, author: actor, state: 'open' }));
		await changeRevision(ctx, revision, {
			state: 'approved',
			snapshot: JSON.stringify(values),
			reason: '',
			decidedRole: roleIn(actor, regionCode),
			decidedAt: now,
			updatedAt: now
		});
		await recordEvent(ctx, actor, innovation, 'approved');
		await refreshSearch(ctx, innovation.id);
		await tellFollowers(
			ctx,
			{
				...innovation,
				version: version + 1,
				regionName: region.name,
				serviceCodes: services.map(({ code }) => code)
			},
			'innovation_published'
		);
		return { slug, version: version + 1, state: 'published' };
	});
}

/**
 * Approves what waits for the region's word: a draft becomes public, a revision takes the place of
 * the text that is public until now.
 * @param version of the revision that was looked at; another one is `stale_version`.
 */
export async function approveInnovation(
	ctx: Context,
	{ slug, version }: { readonly slug: string; readonly version: number }
): Promise<Published> {
	return inTransaction(ctx, async (ctx) => {
		const detail = await getInnovation(ctx, slug);
		const { innovation } = detail;
		const actor = authorize(ctx.actor, {
			do: 'innovation.publish',
			regionCode: innovation.regionCode
		});
		const revision = await revisions.findOpen(ctx.db, innovation.id);
		if (!revision) {
			throw new DomainError('illegal_transition', { message: 'innovation.nothingToReview' });
		}
		if (revision.version !== version) {
			throw new DomainError('stale_version', { message: 'innovation.stale' });
		}
		if (innovation.state === 'draft') {
			return publishInnovation(ctx, { slug, version: innovation.version });
		}
		const next = await applyRevision(ctx, actor, detail, revision);
		return { slug, version: next, state: 'published' };
	});
}

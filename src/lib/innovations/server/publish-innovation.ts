import { authorize } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { dayOf } from '#lib/core/period.ts';
import type { Innovation } from '#lib/database/tables/innovations.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { tellFollowers } from '#lib/follows/server/follows.ts';
import { missingSections, shortSections } from '../publishable.ts';
import { getInnovation } from './get-innovation.ts';
import { refreshSearch } from './index-innovation.ts';
import * as innovations from './repository.ts';

/**
 * Publishes a draft in the name of its region, as the version that was looked at, else
 * `stale_version`. Required sections that are missing or too short are named as `invalid`.
 */
export async function publishInnovation(
	ctx: Context,
	{ slug, version }: { readonly slug: string; readonly version: number }
): Promise<{ slug: string; version: number; state: Innovation['state'] }> {
	return inTransaction(ctx, async (ctx) => {
		const { innovation, region, sections, services } = await getInnovation(ctx, slug);
		authorize(ctx.actor, { do: 'innovation.publish', regionCode: innovation.regionCode });
		if (innovation.state !== 'draft') {
			throw new DomainError('illegal_transition', { message: 'innovation.notDraft' });
		}
		const fields = [...missingSections(sections), ...shortSections(sections)];
		if (fields.length > 0) {
			throw new DomainError('invalid', { message: 'innovation.notReady', fields });
		}
		const now = ctx.now().toISOString();
		const isWritten = await innovations.update(
			ctx.db,
			{ id: innovation.id, version },
			{
				...approval(innovation, ctx.now(), region.timezone),
				state: 'published',
				publishedAt: innovation.publishedAt ?? now,
				updatedAt: now
			}
		);
		if (!isWritten) throw new DomainError('stale_version', { message: 'innovation.stale' });
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
 * What the region's word changes: it stands behind the text, and where it says that the
 * innovation runs, that is confirmed as of today.
 */
export function approval(
	{ sustainability }: Pick<Innovation, 'sustainability'>,
	now: Date,
	timezone: string
): Partial<Pick<Innovation, 'validation' | 'confirmedOn'>> {
	return {
		validation: 'region_approved',
		...(sustainability !== 'unconfirmed' && { confirmedOn: dayOf(now, timezone) })
	};
}

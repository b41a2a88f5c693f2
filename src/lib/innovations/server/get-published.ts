import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import type { Innovation } from '#lib/database/tables/innovations.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import * as innovations from './repository.ts';
import { listByIds } from './search-repository.ts';

/** What other rooms need to know of a write-up. */
export interface AboutInnovation extends Pick<
	Innovation,
	'id' | 'slug' | 'titleId' | 'titleEn' | 'regionCode' | 'agencyId'
> {
	readonly regionName: string;
}

/** A published write-up without its texts, or `not_found`. */
export async function getPublished(
	ctx: Pick<Context, 'db' | 'now'>,
	slug: string
): Promise<AboutInnovation> {
	const found = await innovations.find(ctx.db, slug);
	if (found?.state !== 'published') {
		throw new DomainError('not_found', { message: 'innovation.unknown' });
	}
	const { id, titleId, titleEn, regionCode, agencyId } = found;
	const { name } = await getRegion(ctx, regionCode);
	return { id, slug, titleId, titleEn, regionCode, agencyId, regionName: name };
}

/** The titles and addresses of write-ups, whatever their state. */
export async function listAbout(
	{ db }: Pick<Context, 'db'>,
	ids: readonly string[]
): Promise<Pick<Innovation, 'id' | 'slug' | 'titleId' | 'titleEn'>[]> {
	return listByIds(db, ids);
}

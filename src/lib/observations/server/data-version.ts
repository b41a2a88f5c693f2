import type { Context } from '#lib/core/context.ts';
import * as versions from './data-version-repository.ts';

const PUBLISHED = 'published';

/** How many publications there have been: whatever is made of published data changes with it. */
export async function getDataVersion({ db }: Pick<Context, 'db'>): Promise<number> {
	return (await versions.find(db, PUBLISHED)) ?? 0;
}

/**
 * Counts a publication. Call it first in the publishing transaction: two of them then follow one
 * another, so that neither computes a region's totals without the other's services.
 */
export async function bumpDataVersion({ db, now }: Pick<Context, 'db' | 'now'>): Promise<void> {
	await versions.increase(db, PUBLISHED, now().toISOString());
}

import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { dayOf } from '#lib/core/period.ts';
import type { District, Province, Region } from '#lib/database/tables/regions.ts';
import { isCodePrefix, searchWords } from '../search-name.ts';
import * as regions from './repository.ts';

export type { Relative, RegionSummary } from './repository.ts';

type ReadContext = Pick<Context, 'db' | 'now'>;

export interface RegionQuery {
	readonly province?: string | undefined;
	readonly kind?: Region['kind'] | undefined;
	readonly q?: string | undefined;
	/** Only these; unknown ones are passed over. */
	readonly codes?: readonly string[] | undefined;
}

/**
 * Regencies and cities in the order of their codes; `q` matches words of the name, or the
 * beginning of the code. A query without a single word to look for matches none.
 */
export async function listRegions(
	{ db }: ReadContext,
	{ province, kind, codes, q = '' }: RegionQuery = {}
): Promise<regions.RegionSummary[]> {
	if (isCodePrefix(q)) return regions.list(db, { province, kind, codes, codePrefix: q.trim() });
	const words = searchWords(q);
	if (words.length === 0 && q.trim() !== '') return [];
	return regions.list(db, { province, kind, codes, words });
}

/** A region by its code, or undefined. */
export function findRegion(
	{ db }: ReadContext,
	code: string
): Promise<regions.RegionSummary | undefined> {
	return regions.find(db, code);
}

/** One regency or city, or `not_found`. */
export async function getRegion({ db }: ReadContext, code: string): Promise<regions.RegionSummary> {
	const region = await regions.find(db, code);
	if (!region) throw new DomainError('not_found', { message: 'region.unknown', values: { code } });
	return region;
}

/** The regions with these codes; an unknown code is `not_found`. */
export async function getRegions({ db }: ReadContext, codes: readonly string[]): Promise<Region[]> {
	const found = await regions.listByCodes(db, codes);
	const known = new Set(found.map(({ code }) => code));
	const unknown = codes.find((code) => !known.has(code));
	if (unknown !== undefined) {
		throw new DomainError('not_found', { message: 'region.unknown', values: { code: unknown } });
	}
	return found;
}

/** The 38 provinces in the order of their codes. */
export function listProvinces({ db }: ReadContext): Promise<Province[]> {
	return regions.listProvinces(db);
}

/** The districts of a region on a day, by default today. */
export async function listDistricts(
	ctx: ReadContext,
	code: string,
	day = dayOf(ctx.now())
): Promise<District[]> {
	await getRegion(ctx, code);
	return regions.listDistricts(ctx.db, code, day);
}

export interface Family {
	/** A region has at most one parent: the one its law names. */
	readonly parent: regions.Relative | null;
	readonly children: regions.Relative[];
}

/** Where a region came from and which regions came from it. */
export async function listFamily({ db }: ReadContext, code: string): Promise<Family> {
	const [parent] = await regions.listParents(db, code);
	return { parent: parent ?? null, children: await regions.listChildren(db, code) };
}

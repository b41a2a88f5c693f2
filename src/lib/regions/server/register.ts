import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import type { RegionRelation } from '#lib/database/tables/regions.ts';
import { searchName, searchWords } from '../search-name.ts';
import * as regions from './repository.ts';
import { getRegion, listProvinces, listRegions, type RegionSummary } from './use-cases.ts';

type ReadContext = Pick<Context, 'db' | 'now'>;

/** A regency, city or province as the public register shows it. */
export interface RegisterEntry {
	readonly code: string;
	readonly name: string;
	readonly kind: 'regency' | 'city' | 'province';
	/** A province's own code, for a province. */
	readonly provinceCode: string;
	readonly provinceName: string;
	/** An IANA name such as `Asia/Jakarta`. */
	readonly timezone: string;
	readonly districtCount: number;
	/** The region it was split from and those split from it; provinces have neither. */
	readonly parentCode: string | null;
	readonly childCodes: readonly string[];
}

export interface RegisterQuery {
	readonly province?: string | undefined;
	readonly kind?: RegisterEntry['kind'] | undefined;
	readonly q?: string | undefined;
}

/**
 * The register in the order of the codes. Without a kind it lists regencies and cities; with
 * `province` as the kind, provinces. An unknown province to filter by is `not_found`.
 */
export async function listRegister(
	ctx: ReadContext,
	{ province, kind, q }: RegisterQuery = {}
): Promise<RegisterEntry[]> {
	if (province !== undefined) await getProvince(ctx, province);
	if (kind === 'province') return listProvinceEntries(ctx, province, q);

	const found = await listRegions(ctx, { province, kind, q });
	const relations = await regions.listRelations(ctx.db);
	return found.map((region) => regionEntry(region, relations));
}

/** One regency, city or (by its two digits) province, or `not_found`. */
export async function getRegisterEntry(ctx: ReadContext, code: string): Promise<RegisterEntry> {
	if (code.length === 2) {
		const { name } = await getProvince(ctx, code);
		const [entry] = await listProvinceEntries(ctx, code, undefined);
		if (!entry) throw new Error(`the province ${name} vanished while it was read`);
		return entry;
	}
	const region = await getRegion(ctx, code);
	return regionEntry(region, await regions.listRelations(ctx.db));
}

/** One province, or `not_found`. */
export async function getProvince(ctx: ReadContext, code: string) {
	const province = (await listProvinces(ctx)).find((candidate) => candidate.code === code);
	if (!province) {
		throw new DomainError('not_found', { message: 'region.unknownProvince', values: { code } });
	}
	return province;
}

function regionEntry(region: RegionSummary, relations: readonly RegionRelation[]): RegisterEntry {
	const { code, name, kind, provinceCode, provinceName, timezone, districtCount } = region;
	const parent = relations.find(({ childCode }) => childCode === code);
	const children = relations.filter(({ parentCode }) => parentCode === code);
	return {
		code,
		name,
		kind,
		provinceCode,
		provinceName,
		timezone,
		districtCount,
		parentCode: parent?.parentCode ?? null,
		childCodes: children.map(({ childCode }) => childCode)
	};
}

async function listProvinceEntries(
	ctx: ReadContext,
	province: string | undefined,
	q = ''
): Promise<RegisterEntry[]> {
	const words = searchWords(q);
	const wanted = (await listProvinces(ctx)).filter(
		({ code, name }) =>
			(province === undefined || code === province) &&
			(q.trim() === '' || code === q.trim() || hasWords(searchName(name), words))
	);
	const members = await listRegions(ctx, { province });
	return wanted.map(({ code, name, timezone }) => ({
		code,
		name,
		kind: 'province',
		provinceCode: code,
		provinceName: name,
		timezone,
		districtCount: members
			.filter(({ provinceCode }) => provinceCode === code)
			.reduce((sum, { districtCount }) => sum + districtCount, 0),
		parentCode: null,
		childCodes: []
	}));
}

function hasWords(name: string, words: readonly string[]): boolean {
	return words.length > 0 && words.every((word) => name.includes(word));
}

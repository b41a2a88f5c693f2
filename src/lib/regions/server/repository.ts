import type { Db } from '#lib/database/connection.ts';
import type { District, Province, Region, RegionRelation } from '#lib/database/tables/regions.ts';

export interface RegionFilter {
	readonly province?: string | undefined;
	readonly kind?: Region['kind'] | undefined;
	/** Already in the form of `searchName`. */
	readonly words?: readonly string[];
	/** How the code begins: digits and a dot. */
	readonly codePrefix?: string | undefined;
	readonly codes?: readonly string[] | undefined;
}

export type RegionSummary = Region & { provinceName: string; districtCount: number };

function summaries(db: Db) {
	return db
		.selectFrom('region')
		.innerJoin('province', 'province.code', 'region.provinceCode')
		.selectAll('region')
		.select('province.name as provinceName')
		.select((eb) =>
			eb
				.selectFrom('district')
				.select((inner) => inner.fn.countAll<number>().as('n'))
				.whereRef('district.regionCode', '=', 'region.code')
				.where('district.validTo', 'is', null)
				.$asScalar()
				.$notNull()
				.as('districtCount')
		);
}

/** Regions in the order of their codes. */
export async function list(db: Db, filter: RegionFilter): Promise<RegionSummary[]> {
	let query = summaries(db).orderBy('region.code');
	if (filter.province) query = query.where('region.provinceCode', '=', filter.province);
	if (filter.kind) query = query.where('region.kind', '=', filter.kind);
	if (filter.codePrefix) query = query.where('region.code', 'like', `${filter.codePrefix}%`);
	if (filter.codes) query = query.where('region.code', 'in', filter.codes);
	for (const word of filter.words ?? []) {
		query = query.where('region.searchName', 'like', `%${word}%`);
	}
	return query.execute();
}

export async function find(db: Db, code: string): Promise<RegionSummary | undefined> {
	return summaries(db).where('region.code', '=', code).executeTakeFirst();
}

export async function listByCodes(db: Db, codes: readonly string[]): Promise<Region[]> {
	return db.selectFrom('region').selectAll().where('code', 'in', codes).orderBy('code').execute();
}

export async function listProvinces(db: Db): Promise<Province[]> {
	return db.selectFrom('province').selectAll().orderBy('code').execute();
}

/** The districts a region has on a day. */
export async function listDistricts(db: Db, code: string, day: string): Promise<District[]> {
	return db
		.selectFrom('district')
		.selectAll()
		.where('regionCode', '=', code)
		.where((eb) => eb.or([eb('validFrom', 'is', null), eb('validFrom', '<=', day)]))
		.where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', day)]))
		.orderBy('code')
		.execute();
}

export type Relative = RegionRelation & { code: string; name: string };

/** Regions that a region was split from. */
export async function listParents(db: Db, code: string): Promise<Relative[]> {
	return db
		.selectFrom('regionRelation')
		.innerJoin('region', 'region.code', 'regionRelation.parentCode')
		.selectAll('regionRelation')
		.select(['region.code', 'region.name'])
		.where('regionRelation.childCode', '=', code)
		.orderBy('region.code')
		.execute();
}

/** Regions that were split from a region. */
export async function listChildren(db: Db, code: string): Promise<Relative[]> {
	return db
		.selectFrom('regionRelation')
		.innerJoin('region', 'region.code', 'regionRelation.childCode')
		.selectAll('regionRelation')
		.select(['region.code', 'region.name'])
		.where('regionRelation.parentCode', '=', code)
		.orderBy('regionRelation.effectiveOn')
		.orderBy('region.code')
		.execute();
}

/** Every known split, in the order of the children's codes. */
export async function listRelations(db: Db): Promise<RegionRelation[]> {
	return db.selectFrom('regionRelation').selectAll().orderBy('childCode').execute();
}

import * as v from 'valibot';
import { Cursor, Limit, RegionCode } from '#lib/http/query-values.ts';
import { REGION_KINDS, REGISTER_KINDS } from './region-kind.ts';

const MAX_QUERY_LENGTH = 100;

/** `36`. */
export const ProvinceCode = v.pipe(
	v.string(),
	v.trim(),
	v.regex(/^\d{2}$/, 'region.badProvinceCode')
);

const SearchText = v.pipe(v.string(), v.maxLength(MAX_QUERY_LENGTH, 'field.tooLong'));

/** The query of the list of regions, as `api.md` fixes it. */
export const registerQuery = {
	province: v.optional(ProvinceCode),
	kind: v.optional(v.picklist(REGISTER_KINDS, 'region.badKind')),
	q: v.optional(SearchText),
	limit: Limit,
	cursor: Cursor
};

/** The code in the address of one region or, with two digits, of a province. */
export const RegisterCode = v.union([RegionCode, ProvinceCode], 'field.regionCode');

/** The search form of the list of regions; a choice left empty is no choice. */
export const RegionSearch = v.object({
	q: v.fallback(v.pipe(SearchText, v.trim()), ''),
	province: v.fallback(v.optional(ProvinceCode), undefined),
	kind: v.fallback(v.optional(v.picklist(REGION_KINDS)), undefined)
});
export type RegionSearch = v.InferOutput<typeof RegionSearch>;

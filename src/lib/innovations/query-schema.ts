import * as v from 'valibot';
import { Cursor, KpiCode, Limit, RegionCode, ServiceCode } from '#lib/http/query-values.ts';
import { MAX_QUERY_LENGTH } from './list-address.ts';
import { VALIDATION_LEVELS } from './validation-level.ts';
import { KINDS, SORTS, STAGES } from './values.ts';

const MAX_SLUG_LENGTH = 100;
const MAX_PAGE = 1000;

const SearchText = v.pipe(v.string(), v.maxLength(MAX_QUERY_LENGTH, 'field.tooLong'), v.trim());

/** The query of `GET /api/v1/innovations`. */
export const innovationQuery = {
	q: v.optional(SearchText),
	service: v.optional(ServiceCode),
	region: v.optional(RegionCode),
	kind: v.optional(v.picklist(KINDS, 'innovation.badKind')),
	stage: v.optional(v.picklist(STAGES, 'innovation.badStage')),
	validation: v.optional(v.picklist(VALIDATION_LEVELS, 'innovation.badValidation')),
	kpi: v.optional(KpiCode),
	sort: v.optional(v.picklist(SORTS, 'innovation.badSort')),
	limit: Limit,
	cursor: Cursor
};

/** The search form and the links of the list; what cannot be read is no choice. */
export const InnovationSearch = v.object({
	q: v.fallback(SearchText, ''),
	service: v.fallback(v.optional(ServiceCode), undefined),
	region: v.fallback(v.optional(RegionCode), undefined),
	kind: v.fallback(v.optional(v.picklist(KINDS)), undefined),
	stage: v.fallback(v.optional(v.picklist(STAGES)), undefined),
	validation: v.fallback(v.optional(v.picklist(VALIDATION_LEVELS)), undefined),
	kpi: v.fallback(v.optional(KpiCode), undefined),
	sort: v.fallback(v.optional(v.picklist(SORTS)), undefined),
	like: v.fallback(v.optional(v.picklist(['mine'])), undefined),
	page: v.fallback(
		v.pipe(
			v.string(),
			v.regex(/^\d{1,4}$/),
			v.transform(Number),
			v.minValue(1),
			v.maxValue(MAX_PAGE)
		),
		1
	)
});
export type InnovationSearch = v.InferOutput<typeof InnovationSearch>;

/** The part of an address that names a write-up. */
export const InnovationSlug = v.pipe(
	v.string(),
	v.maxLength(MAX_SLUG_LENGTH, 'innovation.badSlug'),
	v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'innovation.badSlug')
);

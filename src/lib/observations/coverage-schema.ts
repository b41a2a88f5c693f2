import {
	AsOfDay,
	Cursor,
	Limit,
	MonthText,
	RegionCode,
	ServiceCode
} from '#lib/http/query-values.ts';
import * as v from 'valibot';

/** The query of the coverage register, as `api.md` fixes it. A region is always asked for. */
export const coverageQuery = {
	region: RegionCode,
	service: v.optional(ServiceCode),
	period: v.optional(MonthText),
	as_of: v.optional(AsOfDay),
	limit: Limit,
	cursor: Cursor
};

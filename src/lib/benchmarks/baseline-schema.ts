import * as v from 'valibot';
import { freeText } from '#lib/http/free-text.ts';
import { KpiCode, MonthText, RegionCode } from '#lib/http/query-values.ts';

/** A reason says at least what changed. */
const MIN_REASON = 20;

/** The form that gives a control chart limits of its own from a month on. */
export const BaselineForm = v.object({
	region: RegionCode,
	kpi: KpiCode,
	month: MonthText,
	reason: freeText(MIN_REASON, 'baseline.reasonShort')
});
export type BaselineInput = v.InferOutput<typeof BaselineForm>;

/** The form that takes it back. */
export const EndBaselineForm = v.object({
	region: RegionCode,
	id: v.pipe(v.string(), v.maxLength(64))
});

/** The address of the page: the indicator that the form begins with. */
export const BaselinePageQuery = v.object({
	kpi: v.fallback(v.optional(KpiCode), undefined)
});

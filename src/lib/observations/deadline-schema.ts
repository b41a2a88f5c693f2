import * as v from 'valibot';
import { MonthText, RegionCode } from '#lib/http/query-values.ts';
import { LAST_DUE_DAY } from './reporting-month.ts';

const MAX_REASON = 500;

/** The form that sets on which day of the next month a region's figures are due. */
export const DeadlineForm = v.object({
	region: RegionCode,
	/** The first month it holds for. */
	from: MonthText,
	day: v.pipe(
		v.string('field.required'),
		v.trim(),
		v.regex(/^\d{1,2}$/, 'deadline.day'),
		v.transform(Number),
		v.minValue(1, 'deadline.day'),
		v.maxValue(LAST_DUE_DAY, 'deadline.day')
	),
	reason: v.pipe(
		v.string('field.required'),
		v.trim(),
		v.minLength(1, 'field.required'),
		v.maxLength(MAX_REASON, 'field.tooLong')
	)
});
export type DeadlineInput = v.InferOutput<typeof DeadlineForm>;

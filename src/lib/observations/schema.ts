import * as v from 'valibot';
import { hasPersonalNumber } from '#lib/core/personal-number.ts';
import { KpiCode, MonthText, RegionCode } from '#lib/http/query-values.ts';
import { readGridForm } from './grid-form.ts';
import { Count, Hours, Score } from './number-input.ts';

const MAX_NOTE = 1000;
const MAX_REASON = 500;
export const MAX_ROWS = 50_000;

/** Residents' numbers (NIK) have no place here. */
const isFreeOfNik = v.check((text: string) => !hasPersonalNumber(text), 'field.nik');

function upTo(max: number) {
	return v.pipe(v.string(), v.trim(), v.maxLength(max, 'field.tooLong'), isFreeOfNik);
}

const Note = v.optional(upTo(MAX_NOTE), '');
const Reason = v.optional(upTo(MAX_REASON), '');
const RequiredReason = v.pipe(
	v.string('field.required'),
	v.trim(),
	v.minLength(1, 'field.required'),
	v.maxLength(MAX_REASON, 'field.tooLong'),
	isFreeOfNik
);
const Version = v.pipe(
	v.union([v.string(), v.number()]),
	v.transform(Number),
	v.check((version) => Number.isSafeInteger(version) && version >= 0, 'field.number')
);

const counts = {
	received: Count,
	completed: Count,
	bucket1: Count,
	bucket2: Count,
	bucket3: Count,
	bucket4: Count,
	bucket5: Count,
	returned: Count,
	backlog: Count,
	online: Count,
	medianHours: Hours,
	p90Hours: Hours
};

/** The entry form of a service's month. `version` is the one that was read; 0 when there was none. */
export const TurnaroundForm = v.object({
	...counts,
	version: Version,
	note: Note,
	/** Why a published month is changed. */
	reason: Reason,
	intent: v.optional(v.picklist(['save', 'submit']), 'save')
});
export type TurnaroundInput = v.InferOutput<typeof TurnaroundForm>;

/** A row of the month as the browser saves it while it is typed; its texts are read by its kind. */
export const GridRowBody = v.strictObject({
	region: RegionCode,
	kpi: KpiCode,
	version: Version,
	texts: v.record(
		v.pipe(v.string(), v.maxLength(40)),
		v.pipe(v.string(), v.maxLength(MAX_NOTE + 1, 'field.tooLong'))
	)
});

/** The form of a whole month: its fields are named by row. */
export const GridForm = v.pipe(
	v.record(v.string(), v.union([v.string(), v.array(v.string())])),
	v.transform(readGridForm)
);

/** One entry on the review page: `ADM-TAT-KTP:3`, the KPI and the version that was looked at. */
const SeenEntry = v.pipe(
	v.string(),
	v.regex(/^[A-Z0-9-]{2,20}:\d{1,9}$/, 'field.kpiCode'),
	v.transform((text) => {
		const [kpi = '', version = ''] = text.split(':');
		return { kpi, version: Number(version) };
	})
);

const seenMonth = {
	region: RegionCode,
	month: MonthText,
	entries: v.pipe(v.array(SeenEntry), v.minLength(1, 'field.required'))
};

/** The form that verifies and publishes one entry, or all of a month. */
export const PublishForm = v.object(seenMonth);
/** The form that returns entries to their agency. */
export const ReturnForm = v.object({ ...seenMonth, reason: RequiredReason });

const step = {
	region: RegionCode,
	period: MonthText,
	kpis: v.optional(v.pipe(v.array(KpiCode), v.minLength(1, 'field.required')))
};

/** The body of `POST /observations/submit`, `/verify` and `/publish`. */
export const StepBody = v.strictObject({ ...step, reason: Reason });
/** The body of `POST /observations/return`. */
export const ReturnBody = v.strictObject({ ...step, reason: RequiredReason });

/** The body of `PUT /observations`; each row is read with {@link ObservationRow}. */
export const PutBody = v.strictObject({
	rows: v.pipe(
		v.array(v.unknown()),
		v.minLength(1, 'field.required'),
		v.maxLength(MAX_ROWS, 'observation.tooManyRows')
	),
	dry_run: v.optional(v.boolean('field.boolean'), false)
});

/** One row of `PUT /observations` or of an import: the parts that the KPI's kind needs. */
export const ObservationRow = v.strictObject({
	kpi: KpiCode,
	region: RegionCode,
	period: MonthText,
	numerator: Score,
	denominator: Score,
	value: Score,
	buckets: v.optional(
		v.nullable(v.pipe(v.array(Count), v.length(5, 'observation.fiveBuckets'))),
		null
	),
	received: Count,
	returned: Count,
	backlog: Count,
	online: Count,
	median_hours: Hours,
	p90_hours: Hours,
	note: Note,
	reason: Reason,
	/** Of the entry that the row is to replace, 0 for none; another one is refused. */
	version: v.optional(Version)
});
export type ObservationRowInput = v.InferOutput<typeof ObservationRow>;

import * as v from 'valibot';
import { isDay } from '#lib/core/period.ts';
import {
	commaList,
	Cursor,
	KpiCode,
	Limit,
	MonthText,
	RegionCode
} from '#lib/http/query-values.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z$/;

/** What published observations can be asked for by: all, or only verified or provisional ones. */
export const publishedStatuses = ['published', 'verified', 'provisional'] as const;
export type PublishedStatus = (typeof publishedStatuses)[number];

/** A day or an instant in UTC; a day means its beginning. */
const Since = v.pipe(
	v.string(),
	v.check(isDayOrInstant, 'observation.badInstant'),
	v.transform((text) => new Date(isDay(text) ? `${text}T00:00:00Z` : text).toISOString())
);

/** A day or an instant in UTC; a day means its end. */
const AsOf = v.pipe(
	v.string(),
	v.check(isDayOrInstant, 'observation.badInstant'),
	v.transform((text) => new Date(isDay(text) ? `${text}T23:59:59.999Z` : text).toISOString())
);

/** The parameters of `GET /observations`. */
export const observationParameters = {
	kpi: v.optional(commaList(KpiCode)),
	region: v.optional(commaList(RegionCode)),
	from: v.optional(MonthText),
	to: v.optional(MonthText),
	status: v.optional(
		commaList(v.pipe(v.string(), v.picklist(publishedStatuses, 'observation.badStatus')))
	),
	as_of: v.optional(AsOf),
	updated_since: v.optional(Since),
	limit: Limit,
	cursor: Cursor
};

/** The parameters of `GET /revisions`. */
export const revisionParameters = {
	since: v.optional(Since),
	limit: Limit,
	cursor: Cursor
};

/** The parameters of `PUT /observations`. */
export const putParameters = {
	partial: v.optional(
		v.pipe(
			v.picklist(['true', 'false'], 'field.partial'),
			v.transform((text) => text === 'true')
		),
		'false'
	)
};

function isDayOrInstant(text: string): boolean {
	const [day = '', time] = text.split('T');
	return isDay(day) && (time === undefined || (INSTANT.test(text) && !isNaN(Date.parse(text))));
}

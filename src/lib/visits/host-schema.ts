import * as v from 'valibot';
import { DayText } from '#lib/http/query-values.ts';
import { isTicked, OptionalText, plainText, wholeNumber } from './schema-parts.ts';

const Tick = v.optional(v.pipe(v.string(), v.transform(isTicked)), '');

function numberFrom(minimum: number, maximum: number) {
	return v.pipe(
		wholeNumber('field.number'),
		v.minValue(minimum, 'host.number.range'),
		v.maxValue(maximum, 'host.number.range')
	);
}

/** A page on the web; nothing that runs in the reader's browser. */
const WebAddress = v.optional(
	v.pipe(
		v.string(),
		v.trim(),
		v.maxLength(500, 'field.tooLong'),
		v.check((text) => text === '' || /^https?:\/\/[^\s"<>]+$/i.test(text), 'host.url')
	),
	''
);

/** What a region offers as a host, and what every delegation gets. */
export const HostInput = v.pipe(
	v.object({
		accepting: Tick,
		welcome_id: plainText(10, 'host.welcomeShort'),
		welcome_en: OptionalText,
		contact_position: plainText(3, 'visit.text.short'),
		approver_position: OptionalText,
		receiver_position: OptionalText,
		address: OptionalText,
		online: Tick,
		onsite: Tick,
		joint: Tick,
		lead_working_days: numberFrom(0, 60),
		horizon_days: numberFrom(1, 366),
		people_per_visit: numberFrom(1, 500),
		people_per_day: numberFrom(1, 2000),
		visits_per_day: numberFrom(1, 20),
		visits_per_month: numberFrom(1, 200),
		package_agenda: OptionalText,
		package_faq: OptionalText,
		package_deck_url: WebAddress,
		package_video_url: WebAddress
	}),
	v.forward(
		v.partialCheck(
			[['online'], ['onsite']],
			({ online, onsite }) => online || onsite,
			'host.modeNeeded'
		),
		['online']
	),
	v.forward(
		v.partialCheck(
			[['people_per_visit'], ['people_per_day']],
			({ people_per_visit: visit, people_per_day: day }) => visit <= day,
			'host.peoplePerDayLow'
		),
		['people_per_day']
	)
);
export type HostInput = v.InferOutput<typeof HostInput>;

const Clock = v.pipe(
	v.string('field.required'),
	v.trim(),
	v.regex(/^([01]\d|2[0-3])[:.][0-5]\d$/, 'host.clock'),
	v.transform((text) => text.replace('.', ':'))
);
const OptionalDay = v.optional(v.union([v.literal(''), DayText], 'field.day'), '');

const hours = { starts_at: Clock, ends_at: Clock };

function isInOrder({ starts_at: start, ends_at: end }: { starts_at: string; ends_at: string }) {
	return start < end;
}

/** A session of every week. */
export const WindowInput = v.pipe(
	v.object({
		weekday: numberFrom(1, 7),
		...hours,
		slots: numberFrom(1, 20),
		valid_from: OptionalDay,
		valid_to: OptionalDay
	}),
	v.forward(v.partialCheck([['starts_at'], ['ends_at']], isInOrder, 'host.clockOrder'), ['ends_at'])
);
export type WindowInput = v.InferOutput<typeof WindowInput>;

/** A day on which several regions come together. */
export const OpenDayInput = v.pipe(
	v.object({
		day: DayText,
		...hours,
		title: plainText(5, 'visit.text.short'),
		regions: numberFrom(2, 20),
		people: numberFrom(2, 2000)
	}),
	v.forward(v.partialCheck([['starts_at'], ['ends_at']], isInOrder, 'host.clockOrder'), ['ends_at'])
);
export type OpenDayInput = v.InferOutput<typeof OpenDayInput>;

/** Days without visits, with the reason that everyone may read. */
export const BlackoutInput = v.pipe(
	v.object({
		from_day: DayText,
		to_day: DayText,
		reason_id: plainText(5, 'visit.text.short'),
		reason_en: OptionalText
	}),
	v.forward(
		v.partialCheck(
			[['from_day'], ['to_day']],
			({ from_day: from, to_day: to }) => from <= to,
			'field.dayOrder'
		),
		['to_day']
	)
);
export type BlackoutInput = v.InferOutput<typeof BlackoutInput>;

/** A holiday of one region. */
export const RegionalHolidayInput = v.object({
	day: DayText,
	name_id: plainText(3, 'visit.text.short'),
	name_en: OptionalText
});
export type RegionalHolidayInput = v.InferOutput<typeof RegionalHolidayInput>;

/** Names what is taken away: a window, an open study day or a blackout. */
export const RowInput = v.object({
	id: v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/, 'field.required'))
});
export type RowInput = v.InferOutput<typeof RowInput>;

export const DayInput = v.object({ day: DayText });
export type DayInput = v.InferOutput<typeof DayInput>;

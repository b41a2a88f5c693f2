import * as v from 'valibot';
import { isDay } from '#lib/core/period.ts';
import { KpiCode, ServiceCode } from '#lib/http/query-values.ts';
import { markdownProblem } from './markdown-limits.ts';
import { hasPersonalNumber } from '#lib/core/personal-number.ts';
import { sectionField } from './publishable.ts';
import { type WrittenSection, writtenSections } from './sections.ts';
import { FactEntries } from './fact-schema.ts';
import { MAX_SDGS, SDG_NUMBERS } from './fact-values.ts';
import { MAX_RUPIAH, optionalText, requiredText, Website, wholeNumber } from './schema-parts.ts';
import { parseStarted } from './started.ts';
import { DIFFICULTIES, FORMS, KINDS, STAGES, SUSTAINABILITIES } from './values.ts';

export const MAX_TITLE = 100;
export const MAX_SUMMARY = 400;
export const MAX_SOURCES = 20;
const MAX_SOURCE_TEXT = 500;
const MAX_STAFF = 1_000_000;
const MAX_LINKS = 60;
const MAX_BASE = 20_000;

/** Windows ends lines with two characters; one is stored. */
const Markdown = v.optional(
	v.pipe(
		v.string(),
		v.transform((value) => value.replace(/\r\n?/g, '\n').trim()),
		v.rawCheck(({ dataset, addIssue }) => {
			if (!dataset.typed) return;
			const problem = markdownProblem(dataset.value);
			if (problem) addIssue({ message: problem });
			else if (hasPersonalNumber(dataset.value)) addIssue({ message: 'innovation.personalNumber' });
		})
	),
	''
);

const StartedOn = v.pipe(
	v.optional(v.pipe(v.string(), v.trim()), ''),
	v.check((value) => value === '' || parseStarted(value) !== null, 'innovation.badStarted'),
	v.transform((value) => parseStarted(value) ?? { startedOn: null, startedPrecision: null })
);

const NeedsDelegation = v.pipe(
	v.optional(v.picklist(['', '0', '1']), ''),
	v.transform((value): 0 | 1 | null => (value === '' ? null : value === '1' ? 1 : 0))
);

const Difficulty = v.pipe(
	v.optional(v.picklist(['', ...DIFFICULTIES]), ''),
	v.transform((value) => value || null)
);

const texts = (maxLength: number) =>
	v.optional(
		v.pipe(v.array(optionalText(maxLength)), v.maxLength(MAX_SOURCES, 'field.tooMany')),
		[]
	);

const DayOrNothing = v.pipe(
	v.string(),
	v.trim(),
	v.check((value) => value === '' || isDay(value), 'field.day')
);

const codes = <S extends v.GenericSchema<string, string>>(item: S) =>
	v.optional(v.pipe(v.array(item), v.maxLength(MAX_LINKS, 'field.tooMany')), []);

const sectionEntries = Object.fromEntries(
	writtenSections.flatMap((key) => [
		[sectionField(key, 'id'), Markdown],
		[sectionField(key, 'en'), Markdown]
	])
) as Record<`${WrittenSection}_${'id' | 'en'}`, typeof Markdown>;

const unknownEntries = Object.fromEntries(
	writtenSections.map((key) => [`${key}_unknown`, v.optional(v.string())])
) as Record<`${WrittenSection}_unknown`, v.OptionalSchema<v.StringSchema<undefined>, undefined>>;

/** The form in which a write-up is made and changed; `version` is the one that was read. */
export const InnovationForm = v.object({
	version: v.optional(
		v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'field.number'), v.transform(Number)),
		'0'
	),
	/** What the form began with, as `baseOf` writes it: changes of others are merged by it. */
	base: v.optional(v.pipe(v.string(), v.maxLength(MAX_BASE, 'field.tooLong')), ''),
	/** Of what both changed, where the stored text is chosen. */
	takeTheirs: codes(v.pipe(v.string(), v.maxLength(60))),
	/** `36.71/agency-…`: whose write-up it is; read when it is made. */
	place: optionalText(200),
	titleId: requiredText(MAX_TITLE),
	titleEn: optionalText(MAX_TITLE),
	summaryId: requiredText(MAX_SUMMARY),
	summaryEn: optionalText(MAX_SUMMARY),
	kind: v.picklist(KINDS, 'field.required'),
	form: v.picklist(FORMS, 'field.required'),
	stage: v.picklist(STAGES, 'field.required'),
	sustainability: v.picklist(SUSTAINABILITIES, 'field.required'),
	started: StartedOn,
	website: Website,
	needsDelegation: NeedsDelegation,
	difficulty: Difficulty,
	staffCount: wholeNumber(MAX_STAFF),
	annualBudgetRupiah: wholeNumber(MAX_RUPIAH),
	sdgs: v.optional(
		v.pipe(v.array(v.picklist(SDG_NUMBERS)), v.maxLength(MAX_SDGS, 'innovation.tooManySdgs')),
		[]
	),
	services: codes(ServiceCode),
	kpis: codes(KpiCode),
	sourcePublisher: texts(MAX_SOURCE_TEXT),
	sourceTitle: texts(MAX_SOURCE_TEXT),
	sourceDay: v.optional(
		v.pipe(v.array(DayOrNothing), v.maxLength(MAX_SOURCES, 'field.tooMany')),
		[]
	),
	sourceNote: texts(MAX_SOURCE_TEXT),
	intent: v.optional(v.picklist(['save', 'submit', 'publish']), 'save'),
	/** Keeps the obstacles and lessons for signed-in governments. */
	lessons_governments: v.optional(v.string()),
	...FactEntries,
	...sectionEntries,
	...unknownEntries
});
export type InnovationInput = v.InferOutput<typeof InnovationForm>;

/** The form that publishes the version that was looked at. */
export const PublishForm = v.object({
	version: v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'field.number'), v.transform(Number))
});

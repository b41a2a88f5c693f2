import * as v from 'valibot';
import { parseDecimal } from '#lib/core/decimal.ts';
import { DayText, KpiCode } from '#lib/http/query-values.ts';
import { MAX_QUESTIONS } from './schema.ts';
import { OptionalText, orNothing, plainText, Version } from './schema-parts.ts';

/** No figure of a region has sixteen digits; a resident's number has. */
const MAX_AMOUNT = 999_999_999_999_999;

/** A value of the KPI in its own unit. */
const Amount = v.optional(
	v.nullable(
		v.pipe(
			v.number('field.number'),
			v.minValue(-MAX_AMOUNT, 'field.number'),
			v.maxValue(MAX_AMOUNT, 'field.number')
		)
	)
);

const Commitment = v.object({
	text: plainText(10, 'visit.report.commitmentShort'),
	owner_position: plainText(3, 'visit.text.short'),
	due_date: DayText,
	kpi: orNothing(KpiCode),
	baseline: Amount,
	target: Amount
});

const MAX_COMMITMENTS = 20;
const MIN_EXPLANATION = 20;

/** What was learned, what applies, what does not, and a commitment or why there is none. */
export const ReportInput = v.pipe(
	v.object({
		version: Version,
		learned: plainText(20, 'visit.report.short'),
		applicable: plainText(20, 'visit.report.short'),
		not_applicable: OptionalText,
		/** To the asked questions, in their order; an empty text is no answer yet. */
		answers: v.optional(
			v.pipe(v.array(OptionalText), v.maxLength(MAX_QUESTIONS, 'visit.report.manyAnswers'))
		),
		commitments: v.optional(
			v.pipe(v.array(Commitment), v.maxLength(MAX_COMMITMENTS, 'visit.report.many')),
			[]
		),
		not_adopted_reason: OptionalText
	}),
	v.forward(
		v.partialCheck(
			[['commitments'], ['not_adopted_reason']],
			({ commitments, not_adopted_reason: reason }) =>
				commitments.length > 0 || reason.length >= MIN_EXPLANATION,
			'visit.report.commitOrExplain'
		),
		['commitments']
	)
);
export type ReportInput = v.InferOutput<typeof ReportInput>;

const Column = v.optional(v.array(v.string()), []);
const COLUMNS = {
	commitment_text: Column,
	commitment_owner: Column,
	commitment_due: Column,
	commitment_kpi: Column,
	commitment_baseline: Column,
	commitment_target: Column
};

/** A number as people type it; what is none stays a text, which the next schema refuses. */
function amount(text: string): number | string | null {
	return text.trim() === '' ? null : (parseDecimal(text) ?? text);
}

/** The same from a form, whose commitments come as columns; rows left empty are none. */
export const ReportFormInput = v.pipe(
	v.looseObject(COLUMNS),
	v.transform((form) => {
		const commitments = form.commitment_text
			.map((text, i) => ({
				text,
				owner_position: form.commitment_owner[i] ?? '',
				due_date: form.commitment_due[i] ?? '',
				kpi: form.commitment_kpi[i] ?? '',
				baseline: form.commitment_baseline[i] ?? '',
				target: form.commitment_target[i] ?? ''
			}))
			.filter((row) => Object.values(row).some((cell) => cell.trim() !== ''))
			.map((row) => ({ ...row, baseline: amount(row.baseline), target: amount(row.target) }));
		// What the form did not send, the next schema asks for.
		return { ...form, commitments } as unknown as v.InferInput<typeof ReportInput>;
	}),
	ReportInput
);

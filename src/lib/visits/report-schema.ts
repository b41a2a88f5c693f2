import * as v from 'valibot';
import { DayText, KpiCode } from '#lib/http/query-values.ts';
import { OptionalText, orNothing, plainText, Version } from './schema-parts.ts';

const Commitment = v.object({
	text: plainText(10, 'visit.report.commitmentShort'),
	owner_position: plainText(3, 'visit.text.short'),
	due_date: DayText,
	kpi: orNothing(KpiCode),
	baseline: v.optional(v.nullable(v.number())),
	target: v.optional(v.nullable(v.number()))
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

/** The same from a form, whose commitments come as columns; rows left empty are none. */
export const ReportFormInput = v.pipe(
	v.looseObject({ commitment_text: Column, commitment_owner: Column, commitment_due: Column }),
	v.transform(({ commitment_text, commitment_owner, commitment_due, ...rest }) => {
		const commitments = commitment_text
			.map((text, i) => ({
				text,
				owner_position: commitment_owner[i] ?? '',
				due_date: commitment_due[i] ?? ''
			}))
			.filter((row) => Object.values(row).some((cell) => cell.trim() !== ''));
		// What the form did not send, the next schema asks for.
		return { ...rest, commitments } as unknown as v.InferInput<typeof ReportInput>;
	}),
	ReportInput
);

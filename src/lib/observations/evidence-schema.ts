import * as v from 'valibot';

const MAX_TITLE = 200;

/** The form that adds a file to a month's figures; the file itself comes beside it. */
export const EvidenceForm = v.object({
	title: v.pipe(
		v.string('field.required'),
		v.trim(),
		v.minLength(1, 'field.required'),
		v.maxLength(MAX_TITLE, 'field.tooLong')
	),
	/** Unchecked: for the region's own people only. */
	public: v.optional(v.literal('1')),
	/** Where the form stood: beside the row of the month, or on the page of its files. */
	from: v.optional(v.picklist(['month', 'files']), 'files')
});
export type EvidenceInput = v.InferOutput<typeof EvidenceForm>;

/** The form that removes one. */
export const RemoveEvidenceForm = v.object({
	id: v.pipe(v.string('field.required'), v.uuid('field.required'))
});

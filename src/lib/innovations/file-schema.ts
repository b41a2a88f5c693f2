import * as v from 'valibot';
import { MAX_TITLE } from './schema.ts';
import { FILE_PURPOSES } from './values.ts';

/** The form that adds a picture or a document; the file itself comes beside it. */
export const FileForm = v.object({
	purpose: v.picklist(FILE_PURPOSES, 'field.required'),
	/** What the picture shows, or the document's title. */
	altId: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2 * MAX_TITLE, 'field.tooLong')), ''),
	altEn: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2 * MAX_TITLE, 'field.tooLong')), ''),
	visibility: v.optional(v.picklist(['public', 'governments']), 'public')
});
export type FileInput = v.InferOutput<typeof FileForm>;

/** The form that removes one. */
export const RemoveFileForm = v.object({
	id: v.pipe(v.string('field.required'), v.uuid('field.required'))
});

import * as v from 'valibot';
import { isDay } from '#lib/core/period.ts';
import { Nip, textUpTo } from './schema-parts.ts';

const needed = v.pipe(textUpTo(200), v.nonEmpty('field.required'));

/** What a letter needs beside what the site knows of the visit. */
export const LetterInput = v.object({
	agency: needed,
	address: textUpTo(300),
	number: needed,
	place: needed,
	date: v.pipe(v.string('field.required'), v.check(isDay, 'field.day')),
	attachment: textUpTo(100),
	addressee: textUpTo(200),
	body: textUpTo(2000),
	signer_position: needed,
	signer_name: needed,
	signer_rank: textUpTo(100),
	signer_nip: Nip,
	copies: textUpTo(1000)
});
export type LetterInput = v.InferOutput<typeof LetterInput>;

/** The scan of a signed letter; the file itself comes beside it. */
export const ScanInput = v.object({
	kind: v.picklist(['request', 'reply', 'delegation', 'statement'], 'field.required')
});
export type ScanInput = v.InferOutput<typeof ScanInput>;

export const RemoveScanInput = v.object({
	id: v.pipe(v.string('field.required'), v.uuid('field.required'))
});
export type RemoveScanInput = v.InferOutput<typeof RemoveScanInput>;

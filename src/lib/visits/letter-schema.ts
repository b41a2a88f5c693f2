import * as v from 'valibot';
import { isDay } from '#lib/core/period.ts';
import { hasPersonalNumber } from '#lib/core/personal-number.ts';

function line(max: number) {
	return v.pipe(
		v.optional(v.string('field.required'), ''),
		v.trim(),
		v.maxLength(max, 'field.tooLong'),
		v.check((text) => !/[^\P{Cc}\t\n\r]/u.test(text), 'field.characters'),
		v.check((text) => !hasPersonalNumber(text), 'field.nik')
	);
}

const needed = v.pipe(line(200), v.nonEmpty('field.required'));

/** What a letter needs beside what the site knows of the visit. */
export const LetterInput = v.object({
	agency: needed,
	address: line(300),
	number: needed,
	place: needed,
	date: v.pipe(v.string('field.required'), v.check(isDay, 'field.day')),
	attachment: line(100),
	addressee: line(200),
	body: line(2000),
	signer_position: needed,
	signer_name: needed,
	signer_rank: line(100),
	signer_nip: v.pipe(
		line(40),
		v.transform((text) => text.replaceAll(/[ .-]/g, '')),
		v.check((text) => text === '' || /^\d{18}$/.test(text), 'delegate.nipInvalid'),
		v.transform((text) => text || null)
	),
	copies: line(1000)
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

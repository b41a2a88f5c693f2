import * as v from 'valibot';
import { hasPersonalNumber } from '#lib/core/personal-number.ts';

const MAX_TEXT = 2000;
const MAX_LINE = 200;

/** A text between the sides: storable, and without residents' numbers. */
function text(max: number) {
	return v.pipe(
		v.optional(v.string('field.required'), ''),
		v.trim(),
		v.maxLength(max, 'field.tooLong'),
		v.check((value) => !/[^\P{Cc}\t\n\r]/u.test(value), 'field.characters'),
		v.check((value) => !hasPersonalNumber(value), 'field.nik')
	);
}

function needed(max: number) {
	return v.pipe(text(max), v.nonEmpty('field.required'));
}

export const MessageInput = v.object({
	body: needed(MAX_TEXT),
	audience: v.picklist(['both', 'own'], 'field.required')
});
export type MessageInput = v.InferOutput<typeof MessageInput>;

/** A civil servant's number (NIP) has 18 digits; a resident's (NIK) has 16 and has no place here. */
const Nip = v.pipe(
	text(40),
	v.transform((value) => value.replaceAll(/[ .-]/g, '')),
	v.check((value) => value === '' || /^\d{18}$/.test(value), 'delegate.nipInvalid'),
	v.transform((value) => value || null)
);

export const delegateRoles = ['leader', 'contact', 'member'] as const;

export const DelegateInput = v.object({
	name: needed(MAX_LINE),
	job_position: needed(MAX_LINE),
	organisation: needed(MAX_LINE),
	role: v.picklist(delegateRoles, 'field.required'),
	needs: text(MAX_LINE),
	nip: Nip
});
export type DelegateInput = v.InferOutput<typeof DelegateInput>;

export const RemoveDelegateInput = v.object({ id: v.pipe(v.string(), v.maxLength(80)) });
export type RemoveDelegateInput = v.InferOutput<typeof RemoveDelegateInput>;

export const CheckInInput = v.object({
	code: text(20),
	present: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(500)), [])
});
export type CheckInInput = v.InferOutput<typeof CheckInInput>;

export const AgendaInput = v.object({ agenda: text(MAX_TEXT) });
export type AgendaInput = v.InferOutput<typeof AgendaInput>;

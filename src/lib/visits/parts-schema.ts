import * as v from 'valibot';
import { Nip, textUpTo } from './schema-parts.ts';

const MAX_TEXT = 2000;
const MAX_LINE = 200;

function needed(max: number) {
	return v.pipe(textUpTo(max), v.nonEmpty('field.required'));
}

export const MessageInput = v.object({
	body: needed(MAX_TEXT),
	audience: v.picklist(['both', 'own'], 'field.required')
});
export type MessageInput = v.InferOutput<typeof MessageInput>;

export const delegateRoles = ['leader', 'contact', 'member'] as const;

export const DelegateInput = v.object({
	name: needed(MAX_LINE),
	job_position: needed(MAX_LINE),
	organisation: needed(MAX_LINE),
	role: v.picklist(delegateRoles, 'field.required'),
	needs: textUpTo(MAX_LINE),
	nip: Nip
});
export type DelegateInput = v.InferOutput<typeof DelegateInput>;

export const RemoveDelegateInput = v.object({ id: v.pipe(v.string(), v.maxLength(80)) });
export type RemoveDelegateInput = v.InferOutput<typeof RemoveDelegateInput>;

export const CheckInInput = v.object({
	code: textUpTo(20),
	present: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(500)), [])
});
export type CheckInInput = v.InferOutput<typeof CheckInInput>;

export const AgendaInput = v.object({ agenda: textUpTo(MAX_TEXT) });
export type AgendaInput = v.InferOutput<typeof AgendaInput>;

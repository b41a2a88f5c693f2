import * as v from 'valibot';
import { expect, test } from 'vitest';
import { StepBody } from '#lib/observations/schema.ts';
import { BlackoutInput, OpenDayInput } from '#lib/visits/host-schema.ts';
import { LetterInput } from '#lib/visits/letter-schema.ts';
import { AgendaInput, DelegateInput, MessageInput } from '#lib/visits/parts-schema.ts';
import { CancelInput, TextInput } from '#lib/visits/schema.ts';
import { letterInput } from '#tests/support/letters.ts';

const NIK = 'NIK 3671012508900001';

const delegate = { name: 'Siti', job_position: 'Kepala', organisation: 'Dinas', role: 'member' };
const texts: readonly (readonly [string, v.GenericSchema, object, string])[] = [
	['a delegate’s name', DelegateInput, delegate, 'name'],
	['a delegate’s position', DelegateInput, delegate, 'job_position'],
	['a delegate’s needs', DelegateInput, delegate, 'needs'],
	['a message', MessageInput, { audience: 'both' }, 'body'],
	['the agenda', AgendaInput, {}, 'agenda'],
	['a letter', LetterInput, { ...letterInput, signer_nip: '' }, 'body'],
	['the copies of a letter', LetterInput, { ...letterInput, signer_nip: '' }, 'copies'],
	['a question of the host', TextInput, { version: 1 }, 'text'],
	['the reason of a cancellation', CancelInput, { version: 1 }, 'reason'],
	[
		'the reason of a closed day',
		BlackoutInput,
		{ from_day: '2026-12-08', to_day: '2026-12-08' },
		'reason_id'
	],
	[
		'the name of a study day',
		OpenDayInput,
		{ day: '2026-12-08', starts_at: '09:00', ends_at: '11:00', regions: '2', people: '20' },
		'title'
	],
	['the reason of a revision', StepBody, { region: '36.71', period: '2026-10' }, 'reason']
];

test.each(texts)('a resident’s number is refused in %s', (_, schema, rest, field) => {
	const { issues = [] } = v.safeParse(schema, { ...rest, [field]: NIK });
	expect(issues.map((issue) => [v.getDotPath(issue), issue.message])).toEqual([
		[field, 'field.nik']
	]);
	const { success } = v.safeParse(schema, { ...rest, [field]: 'Kegiatan di 13 kecamatan' });
	expect(success).toBe(true);
});

test('the NIP of a delegate has 18 digits, so that a NIK is none', () => {
	const { issues = [] } = v.safeParse(DelegateInput, { ...delegate, nip: '3671012508900001' });
	expect(issues.map(({ message }) => message)).toContain('field.nik');
});

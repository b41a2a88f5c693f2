import { formAction } from '#lib/http/server/form-action.ts';
import { LetterInput } from '#lib/visits/letter-schema.ts';
import { getLetter, saveLetter } from '#lib/visits/server/letters.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => getLetter(locals.ctx, params);

export const actions = {
	default: formAction(LetterInput, (ctx, input, { params }) =>
		saveLetter(ctx, { ...input, ref: params.ref ?? '', kind: params.kind ?? '' })
	)
} satisfies Actions;

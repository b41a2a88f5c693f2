import { formAction } from '#lib/http/server/form-action.ts';
import { MessageInput } from '#lib/visits/parts-schema.ts';
import { listMessages, postMessage } from '#lib/visits/server/messages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => listMessages(locals.ctx, params.ref);

export const actions = {
	default: formAction(MessageInput, (ctx, input, { params }) =>
		postMessage(ctx, { ...input, ref: params.ref ?? '' })
	)
} satisfies Actions;

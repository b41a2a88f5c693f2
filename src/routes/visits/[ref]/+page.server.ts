import { formAction } from '#lib/http/server/form-action.ts';
import { AcceptInput, CancelInput, DeclineInput, VersionInput } from '#lib/visits/schema.ts';
import { acceptVisit } from '#lib/visits/server/accept-visit.ts';
import { cancelVisit } from '#lib/visits/server/cancel-visit.ts';
import { declineVisit, reviewVisit, withdrawVisit } from '#lib/visits/server/decide-visit.ts';
import { getVisit } from '#lib/visits/server/read-visits.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => getVisit(locals.ctx, params.ref);

export const actions = {
	review: formAction(VersionInput, (ctx, input, { params }) =>
		reviewVisit(ctx, { ...input, ref: params.ref ?? '' })
	),
	accept: formAction(AcceptInput, (ctx, input, { params }) =>
		acceptVisit(ctx, { ...input, ref: params.ref ?? '' })
	),
	decline: formAction(DeclineInput, (ctx, input, { params }) =>
		declineVisit(ctx, { ...input, ref: params.ref ?? '' })
	),
	withdraw: formAction(VersionInput, (ctx, input, { params }) =>
		withdrawVisit(ctx, { ...input, ref: params.ref ?? '' })
	),
	cancel: formAction(CancelInput, (ctx, input, { params }) =>
		cancelVisit(ctx, { ...input, ref: params.ref ?? '' })
	)
} satisfies Actions;

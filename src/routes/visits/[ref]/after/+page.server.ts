import {
	AdoptionInput,
	CheckInput,
	ConfirmAdoptionInput,
	FeedbackInput
} from '#lib/adoptions/schema.ts';
import { confirmAdoption, recordAdoption } from '#lib/adoptions/server/adoptions.ts';
import { checkCommitment, getAfterVisit, giveFeedback } from '#lib/adoptions/server/after-visit.ts';
import { formAction } from '#lib/http/server/form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => getAfterVisit(locals.ctx, params.ref);

export const actions = {
	check: formAction(CheckInput, (ctx, input, { params }) =>
		checkCommitment(ctx, { ...input, ref: params.ref ?? '' })
	),
	feedback: formAction(FeedbackInput, (ctx, input, { params }) =>
		giveFeedback(ctx, { ...input, ref: params.ref ?? '' })
	),
	adopt: formAction(AdoptionInput, (ctx, input, { params }) =>
		recordAdoption(ctx, { ...input, ref: params.ref ?? '' })
	),
	confirm: formAction(ConfirmAdoptionInput, (ctx, input, { params }) =>
		confirmAdoption(ctx, { ...input, ref: params.ref ?? '' })
	)
} satisfies Actions;

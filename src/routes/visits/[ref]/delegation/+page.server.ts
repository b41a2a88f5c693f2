import { formAction } from '#lib/http/server/form-action.ts';
import * as v from 'valibot';
import { agendaText } from '#lib/visits/agenda.ts';
import {
	AgendaInput,
	CheckInInput,
	DelegateInput,
	RemoveDelegateInput
} from '#lib/visits/parts-schema.ts';
import {
	addDelegate,
	checkIn,
	getDelegation,
	openAttendance,
	removeDelegate,
	saveAgenda
} from '#lib/visits/server/delegation.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const delegation = await getDelegation(locals.ctx, params.ref);
	return { ...delegation, agendaText: agendaText(delegation.agenda) };
};

export const actions = {
	add: formAction(DelegateInput, (ctx, input, { params }) =>
		addDelegate(ctx, { ...input, ref: params.ref ?? '' })
	),
	remove: formAction(RemoveDelegateInput, (ctx, input, { params }) =>
		removeDelegate(ctx, { ...input, ref: params.ref ?? '' })
	),
	open: formAction(v.object({}), (ctx, _input, { params }) =>
		openAttendance(ctx, params.ref ?? '')
	),
	checkIn: formAction(CheckInInput, (ctx, input, { params }) =>
		checkIn(ctx, { ...input, ref: params.ref ?? '' })
	),
	agenda: formAction(AgendaInput, (ctx, input, { params }) =>
		saveAgenda(ctx, { ...input, ref: params.ref ?? '' })
	)
} satisfies Actions;

import { formAction } from '#lib/http/server/form-action.ts';
import { ReportFormInput } from '#lib/visits/report-schema.ts';
import { actionsOnVisit } from '#lib/visits/server/actions.ts';
import { getVisit } from '#lib/visits/server/read-visits.ts';
import { reportVisit } from '#lib/visits/server/report-visit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => getVisit(locals.ctx, params.ref);

/** Every action of the API is a form on the page, with the same schema and the same use case. */
const forms: Actions = {};
for (const [name, { schema, run }] of Object.entries(actionsOnVisit)) {
	forms[name] = formAction(schema, (ctx, input, { params }) =>
		run(ctx, { ...input, ref: params.ref ?? '' })
	);
}

export const actions: Actions = {
	...forms,
	// A form has no nested fields: its commitments come as columns.
	report: formAction(ReportFormInput, (ctx, input, { params }) =>
		reportVisit(ctx, { ...input, ref: params.ref ?? '' })
	)
};

import { formAction } from '#lib/http/server/form-action.ts';
import { HostInput } from '#lib/visits/host-schema.ts';
import { getManagedHost, saveHost } from '#lib/visits/server/manage-host.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	getManagedHost(locals.ctx, params.region);

export const actions = {
	default: formAction(HostInput, (ctx, input, { params }) =>
		saveHost(ctx, { ...input, region: params.region ?? '' })
	)
} satisfies Actions;

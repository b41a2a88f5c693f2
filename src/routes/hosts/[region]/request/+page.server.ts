import { redirect } from '@sveltejs/kit';
import { can, regionsOf } from '#lib/core/access.ts';
import { newId } from '#lib/core/ids.ts';
import { formAction } from '#lib/http/server/form-action.ts';
import { listInnovations } from '#lib/innovations/server/list-innovations.ts';
import { getRegions } from '#lib/regions/server/use-cases.ts';
import { VisitRequestInput } from '#lib/visits/schema.ts';
import { listSessions } from '#lib/visits/server/hosts.ts';
import { requestVisit } from '#lib/visits/server/request-visit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const { host, sessions } = await listSessions(ctx, { region: params.region });
	const { innovations } = await listInnovations(ctx, { region: params.region });
	const own = regionsOf(ctx.actor).filter(
		(regionCode) =>
			regionCode !== host.regionCode && can(ctx.actor, { do: 'visit.request', regionCode })
	);
	return {
		host,
		sessions: sessions.filter(({ closedReason }) => closedReason === null),
		innovations: innovations.map(({ slug, titleId, titleEn }) => ({ slug, titleId, titleEn })),
		innovation: url.searchParams.get('innovation') ?? '',
		ownRegions: (await getRegions(ctx, own)).map(({ code, name }) => ({ code, name })),
		submitKey: newId()
	};
};

export const actions = {
	default: formAction(VisitRequestInput, async (ctx, input) => {
		const { ref } = await requestVisit(ctx, input);
		redirect(303, `/visits/${ref}?sent`);
	})
} satisfies Actions;

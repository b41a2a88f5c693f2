import { can, regionsOf } from '#lib/core/access.ts';
import { getRegions } from '#lib/regions/server/use-cases.ts';
import { listDrafts } from '#lib/visits/server/drafts.ts';
import { listVisits } from '#lib/visits/server/read-visits.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const managed = regionsOf(ctx.actor).filter((regionCode) =>
		can(ctx.actor, { do: 'host.configure', regionCode })
	);
	return {
		...(await listVisits(ctx)),
		drafts: await listDrafts(ctx),
		managed: (await getRegions(ctx, managed)).map(({ code, name }) => ({ code, name }))
	};
};

import { can } from '#lib/core/access.ts';
import { listInnovations } from '#lib/innovations/server/list-innovations.ts';
import { listSessions } from '#lib/visits/server/hosts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const { host, today, sessions } = await listSessions(ctx, { region: params.region });
	const { innovations } = await listInnovations(ctx, { region: params.region });
	return {
		host,
		today,
		sessions,
		mayManage: can(ctx.actor, { do: 'host.configure', regionCode: host.regionCode }),
		openDays: sessions.filter(({ openDay, closedReason }) => openDay !== null && !closedReason),
		innovations: innovations.map(({ slug, titleId, titleEn }) => ({ slug, titleId, titleEn }))
	};
};

import { findGaps } from '#lib/benchmarks/server/gaps.ts';
import { can, regionsOf, requireActor } from '#lib/core/access.ts';
import { listReviewsToGive } from '#lib/peer-reviews/server/use-cases.ts';
import { listWriteUpWork } from '#lib/innovations/server/work.ts';
import { listNotifications } from '#lib/notifications/server/use-cases.ts';
import { whatNeedsMe } from '#lib/observations/server/needs.ts';
import { listHosts } from '#lib/visits/server/hosts.ts';
import { yearsWithoutHolidays } from '#lib/visits/server/manage-host.ts';
import { listVisits } from '#lib/visits/server/read-visits.ts';
import { openStates } from '#lib/visits/states.ts';
import type { PageServerLoad } from './$types';

const MAX_GAPS = 3;

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const actor = requireActor(ctx.actor);
	const regions = regionsOf(actor);
	const reviewed = regions.find((regionCode) =>
		can(actor, { do: 'observation.review', regionCode })
	);
	const { received, requested } = await listVisits(ctx);
	return {
		name: actor.name,
		roles: [...new Set(actor.grants.map(({ role }) => role))],
		mayModerate: [...regions, ''].some((regionCode) =>
			can(actor, { do: 'question.moderate', regionCode })
		),
		isPlatformAdmin: can(actor, { do: 'platform.configure' }),
		needs: (await whatNeedsMe(ctx)).map(({ region: { code, name }, ...needs }) => ({
			...needs,
			code,
			name
		})),
		gapRegion: reviewed ?? null,
		hosts: reviewed ? (await listHosts(ctx)).map(({ regionCode }) => regionCode) : [],
		yearsWithoutHolidays: can(actor, { do: 'platform.configure' })
			? await yearsWithoutHolidays(ctx)
			: [],
		gaps: reviewed ? await findGaps(ctx, reviewed, { limit: MAX_GAPS }) : [],
		visits: {
			toDecide: received.filter(({ state, hostRegionCode }) => {
				const mayDecide = can(actor, { do: 'visit.decide', hostRegionCode });
				return mayDecide && openStates.includes(state);
			}),
			waiting: requested.filter(({ state }) => openStates.includes(state)),
			ahead: [...received, ...requested].filter(({ state }) => state === 'scheduled')
		},
		writeUps: { ...(await listWriteUpWork(ctx)), toVerify: await listReviewsToGive(ctx) },
		notifications: await listNotifications(ctx)
	};
};

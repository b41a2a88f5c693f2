import { can, regionsOf } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import type { Day } from '#lib/core/period.ts';
import { datedStates, openStates } from '../states.ts';
import * as visits from './repository.ts';

export interface RequestHints {
	/** The region's own requests to this host that are still open or have a date. */
	readonly duplicates: {
		ref: string;
		state: visits.VisitWithNames['state'];
		innovationId: string | null;
	}[];
	/** Days on which the region receives or makes another visit. */
	readonly busyDays: { day: Day; ref: string; otherName: string }[];
}

/** What somebody who writes a request should know: it may exist already, or clash with a visit. */
export async function requestHints(ctx: Context, hostRegion: string): Promise<RequestHints> {
	const regions = regionsOf(ctx.actor).filter((regionCode) =>
		can(ctx.actor, { do: 'visit.request', regionCode })
	);
	if (regions.length === 0) return { duplicates: [], busyDays: [] };
	const own = await visits.listOfRegions(ctx.db, regions);
	return {
		duplicates: own
			.filter(
				({ hostRegionCode, visitorRegionCode, state }) =>
					hostRegionCode === hostRegion &&
					regions.includes(visitorRegionCode) &&
					[...openStates, ...datedStates].includes(state)
			)
			.map(({ ref, state, innovationId }) => ({ ref, state, innovationId })),
		busyDays: own.flatMap((visit) =>
			datedStates.includes(visit.state) && visit.sessionDay !== null
				? [
						{
							day: visit.sessionDay,
							ref: visit.ref,
							otherName: regions.includes(visit.hostRegionCode) ? visit.visitorName : visit.hostName
						}
					]
				: []
		)
	};
}

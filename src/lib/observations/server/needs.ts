import { regionsOf, requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { type Day, lastCompletedMonth, monthIndex, type Month } from '#lib/core/period.ts';
import type { Region } from '#lib/database/tables/regions.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import { dueDay, isOverdue } from '../reporting-month.ts';
import { isProvisional } from '../workflow.ts';
import * as entries from './repository.ts';
import { enterableKpis, isTurnaround, reviewableRegions } from './scope.ts';

/** What waits for the actor in one region. Every number is a count of entries. */
export interface RegionNeeds {
	readonly region: Region;
	/** The last month that is over. */
	readonly month: Month;
	readonly due: Day;
	readonly isOverdue: boolean;
	/** Services the actor enters, and those without an entry for the month. */
	readonly expected: number;
	readonly missing: number;
	/** Drafts of the month. */
	readonly drafts: number;
	/** Returned entries of any month. */
	readonly returned: number;
	/** Entries of any month that wait for the actor's review. */
	readonly toReview: number;
	/** Those of them that are verified, and only wait to be published. */
	readonly toPublish: number;
	/** Those that are published already, provisionally. */
	readonly provisional: number;
}

/** What needs the actor now, region by region; empty for those who neither enter nor review. */
export async function whatNeedsMe(ctx: Context): Promise<RegionNeeds[]> {
	const actor = requireActor(ctx.actor);
	const now = ctx.now();
	const month = lastCompletedMonth(now);
	const reviewable = reviewableRegions(actor);
	const needs: RegionNeeds[] = [];
	for (const code of regionsOf(actor)) {
		const kpis = (await enterableKpis(ctx, actor, code)).filter(isTurnaround);
		const mayReview = reviewable.includes(code);
		if (kpis.length === 0 && !mayReview) continue;

		const region = await getRegion(ctx, code);
		const kpiKeys = kpis.map(({ key }) => key);
		const ofMonth = await entries.list(ctx.db, region.key, {
			kpiKeys,
			from: monthIndex(month),
			to: monthIndex(month)
		});
		const returned = await entries.list(ctx.db, region.key, { kpiKeys, statuses: ['returned'] });
		const waiting = mayReview ? await entries.listWaiting(ctx.db, region.key) : [];
		needs.push({
			region,
			month,
			due: dueDay(month),
			isOverdue: isOverdue(month, now, region.timezone),
			expected: kpis.length,
			missing: kpis.length - ofMonth.length,
			drafts: ofMonth.filter(({ status }) => status === 'draft').length,
			returned: returned.length,
			toReview: waiting.length,
			toPublish: waiting.filter(({ status }) => status === 'verified').length,
			provisional: waiting.filter(isProvisional).length
		});
	}
	return needs;
}

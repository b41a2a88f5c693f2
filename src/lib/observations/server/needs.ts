import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { regionsOf, requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { type Day, lastCompletedMonth, monthIndex, type Month } from '#lib/core/period.ts';
import type { Region } from '#lib/database/tables/regions.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import { dueDay, isOverdue } from '../reporting-month.ts';
import { isProvisional } from '../workflow.ts';
import { dueRules } from './deadlines.ts';
import * as entries from './repository.ts';
import { notHandedIn } from './remind-of-deadlines.ts';
import { enterableKpis, isTurnaround, isTyped, reviewableRegions } from './scope.ts';
import { countClaimedCoverage } from './verify-coverage.ts';

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
	/** Services of the whole region that are not handed in, and all: for who reviews them. */
	readonly regionMissing: number;
	readonly regionExpected: number;
	/** Statements of the coverage register that wait for verification. */
	readonly claims: number;
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
	const all = (await listKpis(ctx)).filter((kpi) => isTyped(kpi) && isTurnaround(kpi));
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
		const rules = await dueRules(ctx, code);
		const waiting = mayReview ? await entries.listWaiting(ctx.db, region.key) : [];
		needs.push({
			region,
			month,
			due: dueDay(month, rules),
			isOverdue: isOverdue(month, now, region.timezone, rules),
			regionMissing: mayReview ? (await notHandedIn(ctx, region, month, '')).length : 0,
			regionExpected: all.length,
			claims: mayReview ? await countClaimedCoverage(ctx, code) : 0,
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

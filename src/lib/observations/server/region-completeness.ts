import { listKpis, listServices } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { endOfDay } from '#lib/core/as-of.ts';
import {
	addMonths,
	lastCompletedMonth,
	monthIndex,
	type Day,
	type Month
} from '#lib/core/period.ts';
import type { Service } from '#lib/database/tables/catalogue.ts';
import type { RegionSummary } from '#lib/regions/server/use-cases.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import { type Completeness, completenessOf, summariseCompleteness } from '../completeness.ts';
import { dueDay } from '../reporting-month.ts';
import { listDeadlines, type PublicDeadline } from './deadlines.ts';
import { entriesKnown } from './entries-known.ts';
import { type PublicEvidence, publicEvidence } from './public-evidence.ts';
import * as entries from './repository.ts';
import { isTurnaround } from './scope.ts';

const MONTHS_SHOWN = 12;

/** The last twelve months of a region: which services it reported, when, and why not. */
export interface RegionCompleteness {
	readonly region: RegionSummary;
	readonly services: readonly Service[];
	/** Newest first; the cells in the order of the services. */
	readonly months: readonly {
		readonly month: Month;
		readonly due: string;
		readonly cells: readonly Completeness[];
		readonly summary: ReturnType<typeof summariseCompleteness>;
	}[];
	readonly hasSample: boolean;
	/** The newest files that back the figures and that everyone may open. */
	readonly evidence: readonly PublicEvidence[];
	/** What the region has set as its deadline, newest first; empty for the default. */
	readonly deadlines: readonly PublicDeadline[];
}

/**
 * How complete and how punctual a region reports its services, for everyone to see; `not_found` for
 * an unknown region.
 * @param asOf the day at whose end it was known so; null or left out for now
 */
export async function getRegionCompleteness(
	ctx: Pick<Context, 'db' | 'now'>,
	regionCode: string,
	asOf: Day | null = null
): Promise<RegionCompleteness> {
	const region = await getRegion(ctx, regionCode);
	const then = asOf === null ? null : endOfDay(asOf);
	const now = then === null ? ctx.now() : new Date(then);
	const newest = lastCompletedMonth(now);
	const kpis = (await listKpis(ctx)).filter(
		(kpi) => isTurnaround(kpi) && kpi.family === 'TAT' && kpi.serviceCode !== null
	);
	const services = (await listServices(ctx)).filter(({ code }) =>
		kpis.some(({ serviceCode }) => serviceCode === code)
	);
	const asked = {
		kpiKeys: kpis.map(({ key }) => key),
		from: monthIndex(newest) - MONTHS_SHOWN + 1,
		to: monthIndex(newest)
	};
	const rows =
		then === null
			? await entries.list(ctx.db, region.key, asked)
			: await entriesKnown(ctx, region.key, { ...asked, asOf: then });
	const deadlines = (await listDeadlines(ctx, regionCode)).filter(
		({ setAt }) => then === null || setAt <= then
	);
	const rules = deadlines.toReversed();
	const months = Array.from({ length: MONTHS_SHOWN }, (_, i) => addMonths(newest, -i));
	return {
		region,
		services,
		evidence: await publicEvidence(ctx, regionCode, then),
		deadlines,
		hasSample: rows.some(({ isSample }) => isSample === 1),
		months: months.map((month) => {
			const cells = services.map(({ code }) => {
				const kpi = kpis.find(({ serviceCode }) => serviceCode === code);
				const entry = rows.find(
					(row) => row.kpiKey === kpi?.key && row.month === monthIndex(month)
				);
				return completenessOf(month, entry, { now, timezone: region.timezone, rules });
			});
			return { month, due: dueDay(month, rules), cells, summary: summariseCompleteness(cells) };
		})
	};
}

import type { GroupMonth } from '#lib/benchmarks/series.ts';
import { getSeries } from '#lib/benchmarks/server/series.ts';
import { getService, listKpis, type KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, type FieldProblem } from '#lib/core/errors.ts';
import {
	addMonths,
	type Day,
	isMonth,
	monthFromIndex,
	monthIndex,
	type Month
} from '#lib/core/period.ts';
import type { Service } from '#lib/database/tables/catalogue.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import type { RegionSummary } from '#lib/regions/server/use-cases.ts';
import { type EntryCounts, pickCounts } from '../counts.ts';
import { dueDay, isOverdue, isReportable } from '../reporting-month.ts';
import { summariseMonth, type MonthSummary } from '../month-summary.ts';
import { type EntryStatus, mayTake } from '../workflow.ts';
import { entryWarnings } from './checks.ts';
import { dueRules } from './deadlines.ts';
import { expectedVolumes } from './expected-volumes.ts';
import { publishedCountsOf } from './published-counts.ts';
import * as entries from './repository.ts';
import { entryRegion, requireService } from './scope.ts';

const HISTORY_MONTHS = 12;

export interface PastMonth {
	readonly month: Month;
	/** Null when nothing was entered. */
	readonly counts: EntryCounts | null;
	readonly summary: MonthSummary | null;
	readonly isSample: boolean;
	/** The share within 24 hours in regions of the same kind; null when none has published it. */
	readonly peers: Pick<GroupMonth, 'n' | 'p25' | 'p50' | 'p75' | 'nSample'> | null;
}

/** A service's month as the entry form needs it. */
export interface MonthEntry {
	readonly region: RegionSummary;
	readonly service: Service;
	readonly month: Month;
	readonly due: Day;
	readonly isOverdue: boolean;
	readonly kpi: KpiDetail;
	/** Null when nothing was entered yet. */
	readonly status: EntryStatus | null;
	/** 0 when nothing was entered yet. */
	readonly version: number;
	readonly counts: EntryCounts | null;
	readonly note: string;
	readonly returnReason: string | null;
	readonly changeReason: string | null;
	readonly updatedAt: string | null;
	readonly isSample: boolean;
	/** Whether the form may be saved in this status. */
	readonly isOpen: boolean;
	/** What is published, when the month was published before. */
	readonly published: EntryCounts | null;
	readonly summary: MonthSummary | null;
	/** What is unusual about the saved numbers: it needs a note. */
	readonly warnings: readonly FieldProblem[];
	/** The twelve months before, newest first; the last of them is the same month a year ago. */
	readonly history: readonly PastMonth[];
}

/**
 * A service's month with what was typed so far and the twelve months before it. `forbidden` when
 * the service is not the actor's, `not_found` without such a service or when the month is not over.
 */
export async function getMonthEntry(
	ctx: Context,
	input: { region?: string | undefined; month: string; service: string }
): Promise<MonthEntry> {
	const { region } = await entryRegion(ctx, input.region);
	const kpi = await requireService(ctx, region.code, input.service);
	const service = await getService(ctx, input.service);
	const { month } = input;
	if (!isMonth(month) || !isReportable(month, ctx.now())) throw new DomainError('not_found');

	const index = monthIndex(month);
	const rows = await entries.list(ctx.db, region.key, {
		kpiKeys: [kpi.key],
		from: index - HISTORY_MONTHS,
		to: index
	});
	const entry = rows.find((row) => row.month === index);
	const shareKpi = (await listKpis(ctx)).find(
		({ family, serviceCode }) => family === 'SLA' && serviceCode === service.code
	);
	const expectedOf = await expectedVolumes(ctx, region, index);
	const rules = await dueRules(ctx, region.code);
	const peers = await peerMonths(ctx, region, shareKpi, month);
	return {
		region,
		service,
		month,
		due: dueDay(month, rules),
		isOverdue: isOverdue(month, ctx.now(), region.timezone, rules),
		kpi,
		...savedPart(entry),
		warnings: entry ? entryWarnings(kpi, entry, rows, shareKpi, expectedOf(kpi)) : [],
		history: Array.from({ length: HISTORY_MONTHS }, (_, i) =>
			pastMonth(
				index - 1 - i,
				rows.find((row) => row.month === index - 1 - i),
				peers
			)
		)
	};
}

/** The quartiles of the share within 24 hours among cities or among regencies. */
async function peerMonths(
	ctx: Context,
	region: RegionSummary,
	shareKpi: KpiDetail | undefined,
	month: Month
): Promise<readonly GroupMonth[]> {
	if (!shareKpi) return [];
	const series = await getSeries(ctx, {
		kpi: shareKpi.code,
		regions: [],
		from: addMonths(month, -HISTORY_MONTHS),
		to: addMonths(month, -1),
		group: `kind:${region.kind}`
	});
	return series.group?.months ?? [];
}

function savedPart(entry: ObservationEntry | undefined) {
	return {
		status: entry?.status ?? null,
		version: entry?.version ?? 0,
		counts: entry ? pickCounts(entry) : null,
		note: entry?.note ?? '',
		returnReason: entry?.returnReason ?? null,
		changeReason: entry?.changeReason ?? null,
		updatedAt: entry?.updatedAt ?? null,
		isSample: entry?.isSample === 1,
		isOpen: !entry || mayTake('save', entry.status),
		published: entry ? publishedCountsOf(entry) : null,
		summary: entry ? summariseMonth(entry) : null
	};
}

function pastMonth(
	index: number,
	entry: ObservationEntry | undefined,
	peers: readonly GroupMonth[]
): PastMonth {
	const month = monthFromIndex(index);
	const group = peers.find((one) => one.month === month);
	return {
		peers: group && group.p50 !== null ? group : null,
		month,
		counts: entry ? pickCounts(entry) : null,
		summary: entry ? summariseMonth(entry) : null,
		isSample: entry?.isSample === 1
	};
}

import { getGroupRanges, type GroupRange } from '#lib/benchmarks/server/group-ranges.ts';
import { listKpis, listServices, type KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import {
	addMonths,
	type Day,
	isMonth,
	lastCompletedMonth,
	monthIndex,
	type Month
} from '#lib/core/period.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import type { RegionSummary } from '#lib/regions/server/use-cases.ts';
import type { EvidenceFile } from '../evidence.ts';
import { deriveEntered, type EnteredParts } from '../derive-entered.ts';
import type { CheckedKpi, PastEntry } from '../entry-check.ts';
import type { ExpectedVolume } from '../expected-volume.ts';
import { type GridTable, tableOf } from '../grid-row.ts';
import { summariseMonth } from '../month-summary.ts';
import { dueDay, isOverdue, isReportable } from '../reporting-month.ts';
import { fieldsOf, noParts, pickParts, type Presence, presenceOf } from '../row-kind.ts';
import { type EntryStatus, mayTake } from '../workflow.ts';
import { earlierEntries, MONTHS_BACK } from './checks.ts';
import { dueRules } from './deadlines.ts';
import { evidenceOfMonth } from './evidence.ts';
import { expectedVolumes } from './expected-volumes.ts';
import { headlineOf } from './list-for-review.ts';
import * as entries from './repository.ts';
import { entryRegion, isTurnaround } from './scope.ts';

const HISTORY_MONTHS = 12;

/** What a row's value is called and how it is written. */
export type Headline = Pick<
	KpiDetail,
	'code' | 'nameId' | 'nameEn' | 'unit' | 'decimals' | 'direction'
>;

/** One row of the month: a service's counts, or another KPI. */
export interface GridRow {
	readonly table: GridTable;
	readonly kpi: CheckedKpi;
	readonly nameId: string;
	readonly nameEn: string;
	/** What the parts of a ratio are; empty for the others. */
	readonly numerator: { readonly nameId: string; readonly nameEn: string };
	readonly denominator: { readonly nameId: string; readonly nameEn: string };
	readonly headline: Headline;
	/** Null when nothing was entered yet. */
	readonly status: EntryStatus | null;
	readonly version: number;
	readonly parts: EnteredParts;
	readonly presence: Presence;
	readonly note: string;
	readonly returnReason: string | null;
	/** Why a published month is being changed. */
	readonly changeReason: string | null;
	readonly updatedAt: string | null;
	readonly isSample: boolean;
	/** Whether the row may be typed in as it is; published rows are unlocked first. */
	readonly isOpen: boolean;
	readonly shareMin: number | null;
	/** What the region's population makes one expect of the service in a month. */
	readonly expectedVolume: ExpectedVolume | null;
	/** The months the checks look back on, newest first. */
	readonly earlier: readonly PastEntry[];
	/** The headline's value in the twelve months before, oldest first; null where there is none. */
	readonly history: readonly (number | null)[];
	/** The middle half of regions of the same kind; null when none has published it. */
	readonly peers: GroupRange | null;
	readonly evidence: readonly EvidenceFile[];
}

/** A month of an agency: everything it has to enter, in one form. */
export interface MonthGrid {
	readonly region: RegionSummary;
	readonly month: Month;
	readonly previous: Month;
	/** Null when the next month is not over yet. */
	readonly next: Month | null;
	readonly due: Day;
	readonly isOverdue: boolean;
	readonly rows: readonly GridRow[];
	/** Rows with an entry that was not returned. */
	readonly filled: number;
	/** Drafts: what can be submitted as it is. */
	readonly drafts: number;
}

/**
 * The month of everything the actor may enter in a region: by default the first region with the
 * right to, and the last month that is over. `forbidden` without such a right; a month that is not
 * over is `not_found`.
 */
export async function getMonthGrid(
	ctx: Context,
	input: { region?: string | undefined; month?: string | undefined } = {}
): Promise<MonthGrid> {
	const now = ctx.now();
	const month = input.month ?? lastCompletedMonth(now);
	const { region, kpis } = await entryRegion(ctx, input.region);
	if (!isMonth(month) || !isReportable(month, now)) throw new DomainError('not_found');

	const index = monthIndex(month);
	const [all, catalogue, services] = [
		await entries.list(ctx.db, region.key, {
			kpiKeys: kpis.map(({ key }) => key),
			from: index - MONTHS_BACK,
			to: index
		}),
		await listKpis(ctx),
		new Map((await listServices(ctx)).map((service) => [service.code, service]))
	];
	const ranges = await getGroupRanges(
		ctx,
		kpis.map((kpi) => headlineOf(kpi, catalogue).key),
		`kind:${region.kind}`,
		month
	);
	const codes = kpis.map(({ code }) => code);
	const files = await evidenceOfMonth(ctx, { region: region.code, month, kpis: codes });
	const expectedOf = await expectedVolumes(ctx, region, index);
	const rows = kpis.map((kpi) => {
		const headline = headlineOf(kpi, catalogue);
		const service = isTurnaround(kpi) ? services.get(kpi.serviceCode ?? '') : undefined;
		const { nameId, nameEn } = service ?? kpi;
		const peers = ranges.get(headline.key) ?? null;
		return {
			...rowOf(kpi, headline, index, all),
			nameId,
			nameEn,
			peers,
			evidence: files.get(kpi.code) ?? [],
			expectedVolume: expectedOf(kpi)
		};
	});
	const next = addMonths(month, 1);
	const rules = await dueRules(ctx, region.code);
	return {
		region,
		month,
		previous: addMonths(month, -1),
		next: isReportable(next, now) ? next : null,
		due: dueDay(month, rules),
		isOverdue: isOverdue(month, now, region.timezone, rules),
		rows,
		filled: rows.filter(({ status }) => status !== null && status !== 'returned').length,
		drafts: rows.filter(({ status }) => status === 'draft').length
	};
}

function rowOf(
	kpi: KpiDetail,
	headline: KpiDetail,
	index: number,
	all: readonly ObservationEntry[]
): Omit<GridRow, 'nameId' | 'nameEn' | 'peers' | 'evidence' | 'expectedVolume'> {
	const entry = all.find(({ kpiKey, month }) => kpiKey === kpi.key && month === index);
	const earlier = earlierEntries(kpi, index, all);
	const { version } = kpi;
	return {
		table: tableOf(kpi),
		kpi: checkedKpi(kpi),
		numerator: { nameId: version.numeratorId, nameEn: version.numeratorEn },
		denominator: { nameId: version.denominatorId, nameEn: version.denominatorEn },
		headline: {
			code: headline.code,
			nameId: headline.nameId,
			nameEn: headline.nameEn,
			unit: headline.unit,
			decimals: headline.decimals,
			direction: headline.direction
		},
		status: entry?.status ?? null,
		version: entry?.version ?? 0,
		parts: entry ? pickParts(entry) : noParts,
		presence: entry ? presenceOf(kpi, entry) : 'figures',
		note: entry?.note ?? '',
		returnReason: entry?.returnReason ?? null,
		changeReason: entry?.changeReason ?? null,
		updatedAt: entry?.updatedAt ?? null,
		isSample: entry?.isSample === 1,
		isOpen: !entry || (entry.status !== 'published' && mayTake('save', entry.status)),
		shareMin: headline.family === 'SLA' ? headline.warnMin : null,
		earlier: earlier.map((past) => pastEntry(kpi, past)),
		history: Array.from({ length: HISTORY_MONTHS }, (_, i) => {
			const past = earlier.find(({ month }) => month === index - HISTORY_MONTHS + i);
			return past ? valueOf(kpi, past) : null;
		})
	};
}

/** What the checks in the browser need, and no more: a year of eleven rows is a long list. */
function pastEntry(kpi: KpiDetail, past: ObservationEntry): PastEntry {
	const figures = fieldsOf(kpi).map((field) => [field, past[field] ?? null] as const);
	const { month, missingReason } = past;
	return { ...noParts, ...Object.fromEntries(figures), month, missingReason };
}

function valueOf(kpi: KpiDetail, entry: ObservationEntry): number | null {
	if (entry.missingReason !== null) return null;
	if (isTurnaround(kpi)) return summariseMonth(entry)?.withinDay ?? null;
	return deriveEntered(kpi, entry)?.value ?? null;
}

function checkedKpi(kpi: KpiDetail): CheckedKpi {
	const { code, kind, derivation, serviceCode, unit, hardMin, hardMax, warnMin, warnMax } = kpi;
	return { code, kind, derivation, serviceCode, unit, hardMin, hardMax, warnMin, warnMax };
}

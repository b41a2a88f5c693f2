import { listKpis, type KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import { requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { monthFromIndex, type Month } from '#lib/core/period.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import type { RegionSummary } from '#lib/regions/server/use-cases.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import { type EntryCounts, pickCounts } from '../counts.ts';
import { deriveEntered } from '../derive-entered.ts';
import type { EvidenceFile } from '../evidence.ts';
import { type MonthSummary, summariseMonth } from '../month-summary.ts';
import { isProvisional } from '../workflow.ts';
import { evidenceOfMonth } from './evidence.ts';
import * as facts from './facts-repository.ts';
import { isTurnaround, isTyped, reviewableRegions } from './scope.ts';
import * as entries from './repository.ts';

export type WaitingStatus = 'submitted' | 'verified' | 'provisional';

/** An entry that waits, with what it comes to and what was published before. */
export interface WaitingEntry {
	readonly kpi: KpiDetail;
	/** The KPI whose value stands for the entry: of a service, the share within 24 hours. */
	readonly headline: KpiDetail;
	/** What it waits for: verification, publication, or verification after publication. */
	readonly status: WaitingStatus;
	readonly version: number;
	readonly counts: EntryCounts;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly summary: MonthSummary | null;
	readonly value: number | null;
	readonly lastMonth: number | null;
	readonly lastYear: number | null;
	/** What is published for the same month, when the entry changes it. */
	readonly publishedValue: number | null;
	readonly note: string;
	readonly changeReason: string | null;
	readonly isSample: boolean;
	readonly submittedAt: string | null;
	readonly evidence: readonly EvidenceFile[];
}

export interface WaitingMonth {
	readonly region: RegionSummary;
	readonly month: Month;
	readonly entries: readonly WaitingEntry[];
}

/**
 * What waits for the actor's review in all regions it may review, oldest month first; `forbidden`
 * for those who review nowhere.
 */
export async function listForReview(ctx: Context): Promise<WaitingMonth[]> {
	const codes = reviewableRegions(requireActor(ctx.actor));
	if (codes.length === 0) throw new DomainError('forbidden');
	const kpis = await listKpis(ctx);
	const months: WaitingMonth[] = [];
	for (const code of codes) {
		const region = await getRegion(ctx, code);
		const waiting = await entries.listWaiting(ctx.db, region.key);
		const byMonth = Map.groupBy(waiting, ({ month }) => month);
		for (const [month, rows] of byMonth) {
			months.push({
				region,
				month: monthFromIndex(month),
				entries: await describe(ctx, region, month, rows, kpis)
			});
		}
	}
	return months.toSorted((a, b) => a.month.localeCompare(b.month));
}

async function describe(
	ctx: Context,
	region: RegionSummary,
	month: number,
	rows: readonly ObservationEntry[],
	kpis: readonly KpiDetail[]
): Promise<WaitingEntry[]> {
	const typed = kpis.filter(isTyped);
	const known = await facts.listOfRegion(
		ctx.db,
		region.key,
		rows.flatMap(({ kpiKey }) => {
			const kpi = typed.find(({ key }) => key === kpiKey);
			return kpi ? [headlineOf(kpi, kpis).key] : [];
		}),
		{ from: month - 12, to: month }
	);
	const waiting = typed.filter(({ key }) => rows.some(({ kpiKey }) => kpiKey === key));
	const files = await evidenceOfMonth(ctx, {
		region: region.code,
		month: monthFromIndex(month),
		kpis: waiting.map(({ code }) => code)
	});
	return waiting.flatMap((kpi) => {
		const entry = rows.find(({ kpiKey }) => kpiKey === kpi.key);
		if (!entry) return [];
		const headline = headlineOf(kpi, kpis);
		const valueIn = (index: number) =>
			known.find((fact) => fact.kpiKey === headline.key && fact.month === index)?.value ?? null;
		const summary = isTurnaround(kpi) ? summariseMonth(entry) : null;
		return [
			{
				kpi,
				headline,
				status: waitingAs(entry),
				version: entry.version,
				counts: pickCounts(entry),
				numerator: entry.numerator,
				denominator: entry.denominator,
				summary,
				value: summary ? summary.withinDay : (deriveEntered(kpi, entry)?.value ?? null),
				lastMonth: valueIn(month - 1),
				lastYear: valueIn(month - 12),
				publishedValue: entry.publishedAt === null ? null : valueIn(month),
				note: entry.note,
				changeReason: entry.changeReason,
				isSample: entry.isSample === 1,
				submittedAt: entry.submittedAt,
				evidence: files.get(kpi.code) ?? []
			}
		];
	});
}

function waitingAs(entry: ObservationEntry): WaitingStatus {
	if (isProvisional(entry)) return 'provisional';
	return entry.status === 'verified' ? 'verified' : 'submitted';
}

/** The KPI whose value stands for an entry: of a service, the share within 24 hours. */
export function headlineOf(kpi: KpiDetail, kpis: readonly KpiDetail[]): KpiDetail {
	if (!isTurnaround(kpi)) return kpi;
	return (
		kpis.find(({ family, serviceCode }) => family === 'SLA' && serviceCode === kpi.serviceCode) ??
		kpi
	);
}

import { listKpis, type KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import type { FieldProblem } from '#lib/core/errors.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import { listRegions } from '#lib/regions/server/use-cases.ts';
import { MONTHS_BACK, warningsAfter } from './checks.ts';
import { type ExpectedIn, expectedVolumesIn } from './expected-volumes.ts';
import { inStretches } from './in-stretches.ts';
import { isTurnaround } from './scope.ts';

/** An entry that an import would write, and the row it comes from. */
export interface WarnedEntry {
	readonly row: number;
	readonly kpi: KpiDetail;
	readonly entry: ObservationEntry;
}

type RowWarning = FieldProblem & { readonly row: number };

/**
 * What submitting the entries will ask a note for, each compared with the months before it, stored
 * or in the same file, and with what the region's population makes one expect. Entries that have
 * a note are left alone.
 */
export async function warningsOf(
	ctx: Pick<Context, 'db' | 'now'>,
	written: readonly WarnedEntry[],
	stored: readonly ObservationEntry[],
	signal: AbortSignal | undefined
): Promise<RowWarning[]> {
	const shareKpis = new Map(
		(await listKpis(ctx))
			.filter(({ family }) => family === 'SLA')
			.map((kpi) => [kpi.serviceCode, kpi])
	);
	const expectedOf = await expectationsOf(ctx, written);
	const series = seriesOf([...stored, ...written.map((one) => one.entry)]);
	const found: RowWarning[] = [];
	await inStretches(written, signal, ({ row, kpi, entry }) => {
		if (entry.note !== '') return;
		const months = series.get(seriesKey(entry)) ?? [];
		const earlier = monthsBefore(months, entry.month);
		const warnings = warningsAfter(
			kpi,
			entry,
			earlier,
			shareKpis.get(kpi.serviceCode),
			expectedOf(entry.regionKey, kpi, entry.month)
		);
		for (const warning of warnings) found.push({ ...warning, row });
	});
	return found;
}

/** What is expected of the services among the entries; nothing is read where there are none. */
async function expectationsOf(
	ctx: Pick<Context, 'db' | 'now'>,
	written: readonly WarnedEntry[]
): Promise<ExpectedIn> {
	const services = written.filter(({ kpi, entry }) => isTurnaround(kpi) && entry.note === '');
	const months = services.map(({ entry }) => entry.month);
	const keys = new Set(services.map(({ entry }) => entry.regionKey));
	if (keys.size === 0) return () => null;
	const regions = (await listRegions(ctx)).filter(({ key }) => keys.has(key));
	return expectedVolumesIn(ctx, regions, {
		from: months.reduce((a, b) => Math.min(a, b)),
		to: months.reduce((a, b) => Math.max(a, b))
	});
}

/** The entries of each region and KPI, newest first; of two about a month the later one given. */
function seriesOf(entries: readonly ObservationEntry[]): Map<number, ObservationEntry[]> {
	const series = new Map<number, Map<number, ObservationEntry>>();
	for (const entry of entries) {
		const key = seriesKey(entry);
		const months = series.get(key);
		if (months) months.set(entry.month, entry);
		else series.set(key, new Map([[entry.month, entry]]));
	}
	const sorted = new Map<number, ObservationEntry[]>();
	for (const [key, months] of series) {
		sorted.set(
			key,
			[...months.values()].sort((a, b) => b.month - a.month)
		);
	}
	return sorted;
}

/** The months before one that the checks look back to, of a series that begins with its newest. */
function monthsBefore(series: readonly ObservationEntry[], month: number): ObservationEntry[] {
	const from = series.findIndex((entry) => entry.month < month);
	if (from === -1) return [];
	const after = series.findIndex((entry) => entry.month < month - MONTHS_BACK);
	return series.slice(from, after === -1 ? undefined : after);
}

const KPI_KEYS = 100_000;

/** Keys are small whole numbers: a number is a cheaper key than a text. */
function seriesKey({ regionKey, kpiKey }: ObservationEntry): number {
	return regionKey * KPI_KEYS + kpiKey;
}

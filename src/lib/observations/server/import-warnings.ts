import { listKpis, type KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import type { FieldProblem } from '#lib/core/errors.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import { entryWarnings } from './checks.ts';
import { inStretches } from './in-stretches.ts';

/** An entry that an import would write, and the row it comes from. */
export interface WarnedEntry {
	readonly row: number;
	readonly kpi: KpiDetail;
	readonly entry: ObservationEntry;
}

/**
 * What submitting the entries will ask a note for, each compared with the months before it, stored
 * or in the same file. Entries that have a note are left alone.
 */
export async function warningsOf(
	ctx: Pick<Context, 'db'>,
	written: readonly WarnedEntry[],
	stored: readonly ObservationEntry[],
	signal: AbortSignal | undefined
): Promise<(FieldProblem & { readonly row: number })[]> {
	const shareKpis = new Map(
		(await listKpis(ctx))
			.filter(({ family }) => family === 'SLA')
			.map((kpi) => [kpi.serviceCode, kpi])
	);
	const series = new Map<string, Map<number, ObservationEntry>>();
	for (const entry of [...stored, ...written.map((one) => one.entry)]) {
		const key = seriesKey(entry);
		const months = series.get(key) ?? new Map<number, ObservationEntry>();
		series.set(key, months.set(entry.month, entry));
	}
	const found: (FieldProblem & { readonly row: number })[] = [];
	await inStretches(written, signal, ({ row, kpi, entry }) => {
		if (entry.note !== '') return;
		const months = [...(series.get(seriesKey(entry))?.values() ?? [])];
		const warnings = entryWarnings(kpi, entry, months, shareKpis.get(kpi.serviceCode));
		for (const warning of warnings) found.push({ ...warning, row });
	});
	return found;
}

function seriesKey({ regionKey, kpiKey }: ObservationEntry): string {
	return `${String(regionKey)} ${String(kpiKey)}`;
}

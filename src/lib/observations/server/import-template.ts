import type { Context } from '#lib/core/context.ts';
import { lastCompletedMonth, monthIndex } from '#lib/core/period.ts';
import type { Cell } from '#lib/spreadsheets/table.ts';
import { templateRows } from '../import-template.ts';
import * as entries from './repository.ts';
import { entryRegion } from './scope.ts';

const MONTHS = 12;

/**
 * A file to fill in for the actor's agency: a row for each of its KPIs and each of the last
 * twelve months that has no entry yet; where none is missing, the last month. `forbidden` for who
 * enters nothing.
 */
export async function importTemplate(
	ctx: Context,
	asked: string | undefined
): Promise<{ regionCode: string; rows: Cell[][] }> {
	const { region, kpis } = await entryRegion(ctx, asked);
	const last = monthIndex(lastCompletedMonth(ctx.now()));
	const months = Array.from({ length: MONTHS }, (_, i) => last - MONTHS + 1 + i);
	const filled = await entries.list(ctx.db, region.key, { from: last - MONTHS + 1, to: last });
	const known = new Set(filled.map(({ kpiKey, month }) => `${String(kpiKey)} ${String(month)}`));
	const wanted = kpis.map((kpi) => {
		const missing = months.filter((month) => !known.has(`${String(kpi.key)} ${String(month)}`));
		return { kpi, months: missing.length > 0 ? missing : [last] };
	});
	return { regionCode: region.code, rows: templateRows(ctx.locale, region.code, wanted) };
}

import { endOfDay } from '#lib/core/as-of.ts';
import type { Context } from '#lib/core/context.ts';
import type { Day, Month } from '#lib/core/period.ts';
import { controlSpan, type ControlSpan } from '../control.ts';
import { judgeSeries, seriesPoints, type JudgedKpi } from '../series-signal.ts';
import { listHolding, type Restart } from './baseline-repository.ts';
import { listRegionsKnown } from './known-repository.ts';
import { listPoints } from './signals-repository.ts';

/**
 * The control chart of a region's KPI, judged over all its months as `/signals` judges it, cut to a
 * stretch of them, with the months from which it is judged by limits of its own. Null where nothing
 * has been published.
 */
export async function getControl(
	{ db }: Pick<Context, 'db'>,
	query: {
		readonly kpi: JudgedKpi;
		readonly regionKey: number;
		readonly from: Month;
		readonly to: Month;
		readonly asOf: Day | null;
	}
): Promise<{ readonly control: ControlSpan | null; readonly restarts: readonly Restart[] }> {
	const { kpi, regionKey, asOf } = query;
	const points =
		asOf === null
			? await listPoints(db, kpi.key, [regionKey])
			: await listRegionsKnown(db, [regionKey], { kpiKeys: [kpi.key], asOf: endOfDay(asOf) });
	const restarts = await listHolding(db, {
		kpiKey: kpi.key,
		regionKey,
		asOf: asOf && endOfDay(asOf)
	});
	const months = restarts.map(({ month }) => month);
	const judged = judgeSeries(kpi, seriesPoints(points), months);
	return { control: judged && controlSpan(judged, query), restarts };
}

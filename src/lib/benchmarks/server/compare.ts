import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import {
	addMonths,
	lastCompletedMonth,
	monthFromIndex,
	type Day,
	type Month
} from '#lib/core/period.ts';
import { endOfDay } from '#lib/core/as-of.ts';
import { spanOf, type CompareQuery } from '../compare-query.ts';
import type { CompareEvent, ComparedKpi, Comparison } from '../comparison.ts';
import type { Series } from '../series.ts';
import { listCompareEvents } from './compare-events.ts';
import { canAddUp, getConstantSeries } from './constant-boundary.ts';
import { getControl } from './control.ts';
import { listNewestKnown, listNewestMonths } from './latest-month.ts';
import { getSeries } from './series.ts';

type ReadContext = Pick<Context, 'db' | 'now'>;

/**
 * What a comparison shows: for each chosen KPI the months of the chosen regions, the quartiles of
 * the chosen group, and what happened on the way. All KPIs span the same months. A comparison
 * without a KPI is `invalid`; unknown codes are `not_found`.
 */
export async function getComparison(ctx: ReadContext, query: CompareQuery): Promise<Comparison> {
	if (query.kpi === null) {
		throw new DomainError('invalid', { fields: [{ path: 'kpi', code: 'field.required' }] });
	}
	const codes = [query.kpi, ...query.moreKpis];
	const span = spanOf(query, await newestMonth(ctx, codes, query.asOf));
	const kpis: ComparedKpi[] = [];
	for (const kpi of codes) kpis.push(await compareKpi(ctx, kpi, query, span));
	const { view, against, base } = query;
	return { ...span, view, against, base, kpis };
}

interface Span {
	readonly from: Month;
	readonly to: Month;
}

/** The newest month in which any of the KPIs has a value, or had one on the day that is looked back to. */
async function newestMonth(
	ctx: ReadContext,
	codes: readonly string[],
	asOf: Day | null
): Promise<Month> {
	const kpis = (await listKpis(ctx)).filter(({ code }) => codes.includes(code));
	const newest =
		asOf === null ? await listNewestMonths(ctx) : await listNewestKnown(ctx, kpis, asOf);
	const months = kpis.flatMap(({ key }) => newest.get(key)?.month ?? []);
	const now = asOf === null ? ctx.now() : new Date(endOfDay(asOf));
	return months.toSorted().at(-1) ?? lastCompletedMonth(now);
}

async function compareKpi(
	ctx: ReadContext,
	kpi: string,
	query: CompareQuery,
	span: Span
): Promise<ComparedKpi> {
	const { regions, group, view, boundary, asOf } = query;
	const asked = { kpi, regions, group, isRolling: view === 'rolling12', asOf };
	const administered = await getSeries(ctx, { ...asked, ...span });
	// A control chart is of what a region itself has published.
	const isConstant = boundary === 'constant' && view !== 'control' && canAddUp(administered.kpi);
	const read = async (months: Span): Promise<Series> =>
		isConstant
			? getConstantSeries(ctx, { ...asked, ...months })
			: months === span
				? administered
				: getSeries(ctx, { ...asked, group: null, ...months });
	const series = await read(span);
	const events = await listCompareEvents(ctx, { kpi, regions, ...span });
	return {
		series,
		isConstant,
		yearAgo: view === 'year_ago' ? (await read(yearBefore(span))).regions : null,
		...(view === 'control'
			? await readControl(ctx, series, asOf, events)
			: { control: null, events })
	};
}

/** The control chart of the first region; where it was given new limits is an event of its own. */
async function readControl(
	ctx: ReadContext,
	{ kpi, regions, from, to }: Series,
	asOf: Day | null,
	events: readonly CompareEvent[]
): Promise<Pick<ComparedKpi, 'control' | 'events'>> {
	const [first] = regions;
	if (!first) return { control: null, events };
	const { key: regionKey, code: region } = first.region;
	const { control, restarts } = await getControl(ctx, { kpi, regionKey, from, to, asOf });
	const renewed = restarts
		.map(({ month, reason }) => ({
			kind: 'baseline' as const,
			month: monthFromIndex(month),
			region,
			reason
		}))
		.filter(({ month }) => month >= from && month <= to);
	const all = [...events, ...renewed];
	return { control, events: all.toSorted((a, b) => a.month.localeCompare(b.month)) };
}

function yearBefore({ from, to }: Span): Span {
	return { from: addMonths(from, -12), to: addMonths(to, -12) };
}

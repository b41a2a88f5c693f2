import type { ChartContext } from './chart-context.ts';
import { CONTROL_LINES, controlValue } from './control-lines.ts';
import type { Cell, ChartTable } from './model-parts.ts';
import type { ChartEvent, TrendModel } from './model-trend.ts';
import { valueCell } from './value-text.ts';

type Content = Pick<TrendModel, 'months' | 'series' | 'band' | 'target' | 'control' | 'events'> & {
	readonly caption: string;
};

/** Months as rows, newest first, one column for each region, then the peers' quartiles and what happened. */
export function trendTable(content: Content, context: ChartContext): ChartTable {
	const { months, series, band, target, control, events, caption } = content;
	const quartiles = band ? [band.p25, band.p50, band.p75] : [];
	return {
		caption,
		columns: [
			context.t('chart.column.month'),
			...series.map(({ name }) => name),
			...(band
				? [
						context.t('chart.column.p25', { peers: band.name }),
						band.medianName,
						context.t('chart.column.p75', { peers: band.name })
					]
				: []),
			...(target ? [target.name] : []),
			...(control ? [...CONTROL_LINES, 'marks' as const].map((line) => control.names[line]) : []),
			...(events.length > 0 ? [context.t('chart.column.events')] : [])
		],
		rows: months
			.map(({ month, long }, i) => ({
				header: long,
				isHighlighted: false,
				cells: [
					...series.flatMap(({ points }): Cell[] => (points[i] ? [points[i]] : [])),
					...quartiles.map((values) => valueCell({ value: values[i] ?? null }, context)),
					...(target ? [valueCell({ value: target.value }, context)] : []),
					...(control
						? [
								...CONTROL_LINES.map((line) => lineCell(controlValue(control, line, i), context)),
								textCell(control.marks.find(({ position }) => position === i)?.text ?? '')
							]
						: []),
					...(events.length > 0 ? [eventCell(events.filter((event) => event.month === month))] : [])
				]
			}))
			.toReversed()
	};
}

function eventCell(events: readonly ChartEvent[]): Cell {
	return textCell(events.map(({ label }) => label).join('; '));
}

/** Months without limits are no gap in the data: their cell is empty. */
function lineCell(value: number | null, context: ChartContext): Cell {
	return value === null ? textCell('') : valueCell({ value }, context);
}

function textCell(text: string): Cell {
	return { text, detail: '', value: null, missing: null };
}

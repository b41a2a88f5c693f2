import type { ChartDataset } from 'chart.js';
import { CONTROL_LINES, lineOver, MARK_LOOKS, MARK_RADIUS } from './control-lines.ts';
import { markerOf } from './markers.ts';
import type { TrendModel } from './model-trend.ts';
import type { ChartColors } from './palette.ts';

type Line = ChartDataset<'line', (number | null)[]>;

/** The lines of a control chart for each of its segments, then one dataset of marks for each meaning. */
export function controlDatasets(
	{ control, months, series }: TrendModel,
	colors: ChartColors
): Line[] {
	if (!control) return [];
	const lines = control.segments.flatMap((segment) =>
		CONTROL_LINES.map((line): Line => ({
			label: control.names[line],
			data: lineOver(segment, line, months.length),
			spanGaps: false,
			order: 6,
			pointRadius: 0,
			pointHoverRadius: 0,
			borderColor: colors.muted,
			borderWidth: line === 'centre' ? 1 : 1.75,
			segment: {
				borderDash: ({ p1DataIndex }) => (p1DataIndex >= segment.extendedFrom ? [8, 4] : undefined)
			}
		}))
	);
	const marks = (['better', 'worse', 'other'] as const).map((meaning): Line => {
		const marked = new Set(
			control.marks.flatMap((one) => (one.meaning === meaning ? [one.position] : []))
		);
		const { shape, color } = MARK_LOOKS[meaning];
		const { style, rotation } = markerOf(shape);
		return {
			label: meaning,
			data: months.map((_, i) => (marked.has(i) ? (series[0]?.points[i]?.value ?? null) : null)),
			showLine: false,
			order: 5,
			pointStyle: style,
			pointRotation: rotation,
			pointRadius: MARK_RADIUS,
			pointHoverRadius: MARK_RADIUS,
			pointBorderWidth: 1.75,
			pointBorderColor: colors.series[color] ?? colors.text,
			pointBackgroundColor: colors.page
		};
	});
	return [...lines, ...marks.filter(({ data }) => data.some((value) => value !== null))];
}

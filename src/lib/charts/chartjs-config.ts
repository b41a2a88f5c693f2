import type { ChartConfiguration, ChartDataset, ChartOptions, TooltipItem } from 'chart.js';
import { labelledMonths } from './axis.ts';
import { controlDatasets } from './chartjs-control.ts';
import { markedPoints } from './marked-points.ts';
import { markerOf } from './markers.ts';
import type { TrendModel, TrendSeries } from './model-trend.ts';
import type { ChartColors } from './palette.ts';
import { seriesText } from './reader.ts';
import { measures } from './svg-frame.ts';
import { trendGeometry } from './trend-geometry.ts';

export interface CanvasLook {
	readonly colors: ChartColors;
	readonly fontFamily: string;
	/** Of the canvas, in pixels. */
	readonly width: number;
}

type Line = ChartDataset<'line', (number | null)[]>;
export type TrendConfig = ChartConfiguration<'line', (number | null)[], string>;

/** Room above the lines for the unit and the numbers of events. */
export const TOP_ROOM = { plain: 30, events: 52 } as const;

/**
 * A trend as a Chart.js configuration. The time axis is a category axis over the complete list of
 * months, so that no month is skipped; lines break at gaps and are dashed where the SVG's are.
 * The arrays are copies: Chart.js hooks into those it is given.
 */
export function chartjsConfig(model: TrendModel, look: CanvasLook): TrendConfig {
	const datasets = [
		...backgroundLines(model, look),
		...controlDatasets(model, look.colors),
		...model.series.map((one) => line(one, look))
	];
	return {
		type: 'line',
		data: { labels: model.months.map(({ month }) => month), datasets },
		options: options(model, look, datasets.length - model.series.length)
	};
}

/** The peers' band and median, and the target: not named series, and not in the tooltip. */
function backgroundLines({ band, target, months }: TrendModel, { colors }: CanvasLook): Line[] {
	// A higher order is drawn earlier: band, median and target lie under the regions.
	const plain = {
		pointRadius: 0,
		pointHoverRadius: 0,
		spanGaps: false,
		borderWidth: 1.25,
		order: 9
	};
	const edge = { borderWidth: 1, borderColor: colors.bandEdge };
	const ofBand: Line[] = band
		? [
				{ ...plain, label: 'p25', data: [...band.p25], ...edge, fill: false },
				{
					...plain,
					label: 'p75',
					data: [...band.p75],
					...edge,
					fill: '-1',
					backgroundColor: colors.band
				},
				{
					...plain,
					label: band.medianName,
					data: [...band.p50],
					borderColor: colors.muted,
					order: 8
				}
			]
		: [];
	const ofTarget: Line[] = target
		? [
				{
					...plain,
					label: target.name,
					data: months.map(() => target.value),
					borderColor: colors.text,
					borderWidth: 1.5,
					order: 7,
					borderDash: [1, 4],
					borderCapStyle: 'round'
				}
			]
		: [];
	return [...ofBand, ...ofTarget];
}

function line(series: TrendSeries, { colors, width }: CanvasLook): Line {
	const { points, slot, isOwn, name } = series;
	const color = colors.series[slot] ?? colors.text;
	const isDense = points.length > 48;
	const isMarked = markedPoints(series, measures(width).isNarrow);
	const { style, rotation } = markerOf(slot);
	const radius = isOwn ? 4.5 : 3.5;
	return {
		label: name,
		data: points.map(({ value }) => value),
		spanGaps: false,
		order: isOwn ? 0 : 1,
		borderColor: color,
		borderWidth: (isOwn ? 3.5 : 1.75) * (isDense ? 0.714 : 1),
		borderJoinStyle: 'round',
		pointStyle: style,
		pointRotation: rotation,
		pointRadius: isMarked.map((marked) => (marked ? radius : 0)),
		pointHoverRadius: radius + 1.5,
		pointBorderColor: color,
		pointBorderWidth: 1.75,
		pointBackgroundColor: points.map(({ isProvisional }) => (isProvisional ? colors.page : color)),
		segment: {
			borderDash: ({ p1DataIndex }) => (points[p1DataIndex]?.isProvisional ? [6, 5] : undefined)
		}
	};
}

function options(model: TrendModel, look: CanvasLook, background: number): ChartOptions<'line'> {
	const { colors, fontFamily, width } = look;
	const size = measures(width);
	const font = { family: fontFamily, size: size.fontSize };
	const { left, right } = trendGeometry(model, size, { top: 0, bottom: 100 });
	const positions = labelledMonths(model.months, Math.floor((right - left) / (size.fontSize * 3)));
	const isYearly = (positions[1] ?? 0) - (positions[0] ?? 0) >= 12;
	const tickLabels = new Map(model.y.ticks.map(({ value, label }) => [value, label]));
	return {
		animation: false,
		responsive: false,
		maintainAspectRatio: false,
		layout: {
			padding: {
				top: model.events.length > 0 ? TOP_ROOM.events : TOP_ROOM.plain,
				right: width - right
			}
		},
		interaction: { mode: 'index', intersect: false, axis: 'x' },
		scales: {
			x: {
				grid: { display: false },
				border: { color: colors.muted },
				ticks: {
					font,
					autoSkip: false,
					maxRotation: 0,
					color: colors.muted,
					callback(_, i) {
						const month = positions.includes(i) ? model.months[i] : undefined;
						if (!month) return '';
						if (isYearly) return month.year;
						const isFirst = i === positions[0] || month.month.endsWith('-01');
						return isFirst ? [month.short, month.year] : month.short;
					}
				}
			},
			y: {
				min: model.y.min,
				max: model.y.max,
				grid: { color: colors.line },
				border: { display: false },
				afterBuildTicks(scale) {
					scale.ticks = model.y.ticks.map(({ value }) => ({ value }));
				},
				ticks: {
					font,
					color: colors.muted,
					callback: (value) => tickLabels.get(Number(value)) ?? ''
				}
			}
		},
		plugins: {
			filler: { propagate: false, drawTime: 'beforeDraw' },
			tooltip: {
				filter: ({ datasetIndex }) => datasetIndex >= background,
				usePointStyle: true,
				titleFont: font,
				bodyFont: font,
				callbacks: {
					title: (items) => model.months[items[0]?.dataIndex ?? -1]?.long ?? '',
					label: (item: TooltipItem<'line'>) =>
						seriesText(model, item.datasetIndex - background, item.dataIndex)
				}
			}
		}
	};
}

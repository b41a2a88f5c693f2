import type { Chart, Plugin } from 'chart.js';
import { drawPoint } from 'chart.js/helpers';
import type { CanvasLook } from '../chartjs-config.ts';
import { gapMarks } from '../gap-marks.ts';
import { layoutLabels } from '../label-layout.ts';
import { markerOf } from '../markers.ts';
import type { TrendModel } from '../model-trend.ts';
import { measures } from '../svg-frame.ts';
import { trendGeometry, type EndLabel } from '../trend-geometry.ts';

/** What Chart.js does not draw: the unit, the numbered events, the gaps, and the labels at the line ends. */
export function annotations(model: TrendModel, look: CanvasLook): Plugin<'line'> {
	return {
		id: 'annotations',
		beforeDatasetsDraw(chart) {
			drawEvents(chart, model, look);
			drawGuide(chart, look);
		},
		afterDatasetsDraw(chart) {
			drawUnit(chart, model, look);
			drawGaps(chart, model, look);
			drawEndLabels(chart, model, look);
		}
	};
}

function drawUnit({ ctx }: Chart<'line'>, model: TrendModel, look: CanvasLook): void {
	const { fontSize } = measures(look.width);
	ctx.save();
	ctx.font = `${String(fontSize)}px ${look.fontFamily}`;
	ctx.fillStyle = look.colors.muted;
	ctx.fillText(
		[model.y.unit, model.directionNote].filter((part) => part !== '').join(' · '),
		0,
		fontSize
	);
	ctx.restore();
}

function drawEvents(
	chart: Chart<'line'>,
	model: TrendModel,
	{ colors, width, fontFamily }: CanvasLook
): void {
	const { ctx, chartArea, scales } = chart;
	const { fontSize } = measures(width);
	const places = model.events.map(({ month }) => {
		return scales['x']?.getPixelForValue(model.months.findIndex((one) => one.month === month)) ?? 0;
	});
	const middles = layoutLabels(
		places,
		places.map(() => 20),
		chartArea.left,
		chartArea.right
	);
	const y = chartArea.top - 13;
	ctx.save();
	ctx.font = `${String(fontSize - 1)}px ${fontFamily}`;
	ctx.textAlign = 'center';
	ctx.textBaseline = 'middle';
	ctx.strokeStyle = colors.muted;
	for (const [i, { number }] of model.events.entries()) {
		const [x, place] = [middles[i] ?? 0, places[i] ?? 0];
		ctx.beginPath();
		ctx.moveTo(x, y + 9);
		ctx.lineTo(place, chartArea.top);
		ctx.lineTo(place, chartArea.bottom);
		ctx.stroke();
		ctx.beginPath();
		ctx.arc(x, y, 9, 0, 2 * Math.PI);
		ctx.stroke();
		ctx.fillStyle = colors.text;
		ctx.fillText(String(number), x, y);
	}
	ctx.restore();
}

/** The ticks of missing months, as in the SVG. */
function drawGaps(chart: Chart<'line'>, model: TrendModel, { colors }: CanvasLook): void {
	const { ctx, chartArea, scales } = chart;
	ctx.save();
	ctx.strokeStyle = colors.muted;
	ctx.lineWidth = 1;
	for (const { position } of gapMarks(model)) {
		const x = scales['x']?.getPixelForValue(position) ?? 0;
		ctx.beginPath();
		ctx.moveTo(x - 3, chartArea.bottom - 8);
		ctx.lineTo(x + 3, chartArea.bottom - 2);
		ctx.moveTo(x + 3, chartArea.bottom - 8);
		ctx.lineTo(x - 3, chartArea.bottom - 2);
		ctx.stroke();
	}
	ctx.restore();
}

/** A line through the month that is being read. */
function drawGuide(chart: Chart<'line'>, { colors }: CanvasLook): void {
	const [active] = chart.getActiveElements();
	if (!active) return;
	const { ctx, chartArea } = chart;
	ctx.save();
	ctx.strokeStyle = colors.text;
	ctx.lineWidth = 1;
	ctx.beginPath();
	ctx.moveTo(active.element.x, chartArea.top);
	ctx.lineTo(active.element.x, chartArea.bottom);
	ctx.stroke();
	ctx.restore();
}

function drawEndLabels(chart: Chart<'line'>, model: TrendModel, look: CanvasLook): void {
	const { ctx, chartArea } = chart;
	const size = measures(look.width);
	const { labels } = trendGeometry(model, size, { top: chartArea.top, bottom: chartArea.bottom });
	ctx.save();
	ctx.textBaseline = 'middle';
	for (const label of labels) {
		drawLeader(ctx, label, look);
		const isOwn = label.of === 'own';
		ctx.font = `${isOwn ? '700 ' : ''}${String(size.fontSize)}px ${look.fontFamily}`;
		ctx.fillStyle = textColor(label, look);
		ctx.fillText(label.text, label.x + (label.slot === null ? 0 : 14), label.y);
		if (label.slot !== null) {
			const { style, rotation } = markerOf(label.slot);
			const color = look.colors.series[label.slot] ?? look.colors.text;
			ctx.fillStyle = color;
			ctx.strokeStyle = color;
			ctx.lineWidth = 1.75;
			const marker = { pointStyle: style, rotation, radius: 4, borderWidth: 1.75 };
			drawPoint(ctx, marker, label.x + 5, label.y);
		}
	}
	ctx.restore();
}

function drawLeader(ctx: CanvasRenderingContext2D, label: EndLabel, { colors }: CanvasLook): void {
	if (Math.abs(label.y - label.lineY) <= 3) return;
	ctx.strokeStyle = colors.muted;
	ctx.lineWidth = 0.75;
	ctx.beginPath();
	ctx.moveTo(Math.max(label.lineX, label.x - 10) + 2, label.lineY);
	ctx.lineTo(label.x - 2, label.y);
	ctx.stroke();
}

function textColor({ of }: EndLabel, { colors }: CanvasLook): string {
	if (of === 'own') return colors.series[0] ?? colors.text;
	return of === 'series' ? colors.text : colors.muted;
}

import { gapMarks } from './gap-marks.ts';
import { layoutLabels } from './label-layout.ts';
import { bandPath, linePaths } from './line-paths.ts';
import { markedPoints } from './marked-points.ts';
import { markerElement } from './markers.ts';
import type { TrendModel, TrendSeries } from './model-trend.ts';
import { monthAxis, valueGrid } from './svg-axes.ts';
import { drawControl } from './svg-control.ts';
import { element, escapeXml, px, textElement } from './svg-element.ts';
import type { Measures } from './svg-frame.ts';
import { fitText } from './text-width.ts';
import { trendGeometry, type EndLabel, type TrendGeometry } from './trend-geometry.ts';

/** With more months than this, lines are drawn thinner. */
const DENSE_MONTHS = 48;

/** Draws a trend: band, grid, target, events, lines, and labels at the ends of the lines. */
export function drawTrend(model: TrendModel, size: Measures): { height: number; content: string } {
	const { fontSize, isNarrow, width } = size;
	const eventRoom = model.events.length > 0 ? 22 : 0;
	const top = fontSize * 2 + 4 + eventRoom;
	const bottom = top + (isNarrow ? 220 : 290);
	const geometry = trendGeometry(model, size, { top, bottom });
	const unit = [model.y.unit, model.directionNote].filter((part) => part !== '').join(' · ');
	const ownLast = model.series.toSorted((a, b) => Number(a.isOwn) - Number(b.isOwn));
	const content = [
		textElement({ class: 'chart-muted', x: 0, y: fontSize }, fitText(unit, width, fontSize)),
		drawBand(model, geometry),
		valueGrid(model.y.ticks, geometry, fontSize),
		monthAxis(model.months, geometry, size),
		drawEvents(model, geometry, fontSize),
		drawTarget(model, geometry),
		drawControl(model, geometry),
		element(
			'g',
			{ class: model.months.length > DENSE_MONTHS ? 'chart-dense' : null },
			ownLast.map((series) => drawSeries(series, model, geometry, isNarrow))
		),
		...geometry.labels.map((label) => drawLabel(label, fontSize))
	];
	return { height: bottom + fontSize * 2.3 + 8, content: content.join('') };
}

function drawBand({ band }: TrendModel, { x, y }: TrendGeometry): string {
	if (!band) return '';
	const area = bandPath(band.p25, band.p75, x, y);
	const median = linePaths(
		band.p50.map((value, i) =>
			value === null ? null : { x: x(i), y: y(value), isProvisional: false }
		)
	);
	return (
		(area === '' ? '' : element('path', { class: 'chart-band', d: area })) +
		(median.solid === '' ? '' : element('path', { class: 'chart-median', d: median.solid }))
	);
}

function drawTarget({ target }: TrendModel, { left, right, y }: TrendGeometry): string {
	if (!target) return '';
	const d = `M${px(left)} ${px(y(target.value))}H${px(right)}`;
	return element('path', { class: 'chart-target', d });
}

/** Numbers over thin lines; the list under the chart says what they are. */
function drawEvents({ events, months }: TrendModel, box: TrendGeometry, fontSize: number): string {
	const lines = events.map(({ month }) => box.x(months.findIndex((one) => one.month === month)));
	const middles = layoutLabels(
		lines,
		lines.map(() => 20),
		box.left,
		box.right
	);
	const y = box.top - 13;
	return events
		.map(({ number, label, monthText }, i) => {
			const x = middles[i] ?? 0;
			const line = `M${px(x)} ${px(y + 9)}L${px(lines[i] ?? 0)} ${px(box.top)}V${px(box.bottom)}`;
			const title = element('title', {}, [escapeXml(`${monthText}: ${label}`)]);
			return element('g', {}, [
				title,
				element('path', { class: 'chart-event', d: line }),
				element('circle', { class: 'chart-event-mark', cx: x, cy: y, r: 9 }),
				textElement(
					{ x, y: y + fontSize * 0.32, 'text-anchor': 'middle', 'font-size': fontSize - 1 },
					String(number)
				)
			]);
		})
		.join('');
}

function drawSeries(
	series: TrendSeries,
	model: TrendModel,
	{ x, y, bottom }: TrendGeometry,
	isNarrow: boolean
): string {
	const placed = series.points.map(({ value, isProvisional }, i) =>
		value === null ? null : { x: x(i), y: y(value), isProvisional }
	);
	const { solid, dashed } = linePaths(placed);
	const isMarked = markedPoints(series, isNarrow);
	const markers = placed.map((point, i) => {
		if (!point || !isMarked[i]) return '';
		const text = `${series.name}, ${model.months[i]?.long ?? ''}: ${series.points[i]?.text ?? ''}`;
		const title = element('title', {}, [escapeXml(text)]);
		const radius = series.isOwn ? 4.5 : 3.5;
		return markerElement(series.slot, [point.x, point.y], radius, point.isProvisional, [title]);
	});
	return element(
		'g',
		{
			class: `chart-slot-${String(series.slot)}${series.isOwn ? ' chart-own' : ''}`,
			'data-series': series.id
		},
		[
			solid === '' ? '' : element('path', { class: 'chart-line', d: solid }),
			dashed === ''
				? ''
				: element('path', { class: 'chart-line chart-line-provisional', d: dashed }),
			...markers,
			drawGaps(series, model, x, bottom)
		]
	);
}

/** A small tick on the time axis for each month that is missing between two values. */
function drawGaps(
	series: TrendSeries,
	model: TrendModel,
	x: TrendGeometry['x'],
	bottom: number
): string {
	const { name, points } = series;
	return gapMarks(model)
		.filter((mark) => mark.series === series)
		.map(({ position }) => {
			const month = model.months[position]?.long ?? '';
			const title = `${name}, ${month}: ${points[position]?.text ?? ''}`;
			const d = `M${px(x(position) - 3)} ${px(bottom - 8)}l6 6m0 -6l-6 6`;
			return element('path', { class: 'chart-gap', d }, [element('title', {}, [escapeXml(title)])]);
		})
		.join('');
}

function drawLabel(label: EndLabel, fontSize: number): string {
	const { of, slot, text, x, y, lineX, lineY } = label;
	const isMoved = Math.abs(y - lineY) > 3 || x - lineX > 16;
	const leader = `M${px(lineX + 6)} ${px(lineY)}L${px(x - 2)} ${px(y)}`;
	const look = of === 'own' ? 'chart-own-text' : of === 'series' ? '' : 'chart-muted';
	return (
		(isMoved ? element('path', { class: 'chart-leader', d: leader }) : '') +
		(slot === null
			? ''
			: element('g', { class: `chart-slot-${String(slot)}` }, [
					markerElement(slot, [x + 5, y], 4, false)
				])) +
		textElement({ class: look, x: x + (slot === null ? 0 : 14), y: y + fontSize * 0.35 }, text)
	);
}

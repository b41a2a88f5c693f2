import { beeswarm } from './beeswarm.ts';
import { markerElement } from './markers.ts';
import type { RegionMark, SpreadModel } from './model-regions.ts';
import { placeNames, type PlacedName } from './spread-names.ts';
import { clampMiddle } from './svg-axes.ts';
import { element, escapeXml, px, textElement } from './svg-element.ts';
import type { Measures } from './svg-frame.ts';
import { fitText, textWidth } from './text-width.ts';

interface Box {
	readonly top: number;
	readonly middle: number;
	readonly bottom: number;
	readonly x: (value: number) => number;
}

/** Draws a spread: all regions as dots on one axis, the middle half shaded, some regions named. */
export function drawSpread(
	model: SpreadModel,
	size: Measures
): { height: number; content: string } {
	const { fontSize, width, isNarrow } = size;
	const named = model.marks.filter(({ slot }) => slot !== null);
	const rows = placeNames(named, scale(model, width), size);
	const top = fontSize * 1.8 + 6 + rows.height;
	const half = isNarrow ? 44 : 56;
	const box: Box = {
		top,
		middle: top + half + 6,
		bottom: top + 2 * half + 12,
		x: scale(model, width)
	};
	const radius = (isNarrow ? 2.75 : 3.5) * (model.marks.length > 200 ? 0.75 : 1);
	const offsets = beeswarm(
		model.marks.map(({ value }) => box.x(value)),
		radius,
		half
	);

	const unit = [model.x.unit, model.directionNote].filter((part) => part !== '').join(' · ');
	const content = [
		textElement({ class: 'chart-muted', x: 0, y: fontSize }, fitText(unit, width, fontSize)),
		drawMiddleHalf(model, box, size),
		drawAxis(model, box, size),
		drawDots(model, box, offsets, radius),
		...named.map((mark, i) => {
			const offset = offsets[model.marks.indexOf(mark)] ?? 0;
			return drawNamed(mark, box, offset, rows.names[i], fontSize);
		})
	];
	const below = fontSize * (model.middleText === '' ? 1.6 : 3) + 8;
	return { height: box.bottom + below, content: content.join('') };
}

function scale({ x: axis }: SpreadModel, width: number): Box['x'] {
	const margin = 14;
	return (value) => margin + ((value - axis.min) / (axis.max - axis.min)) * (width - 2 * margin);
}

/** The others as one path of round dots: 500 regions stay a few kilobytes. */
function drawDots(
	model: SpreadModel,
	{ x, middle }: Box,
	offsets: readonly number[],
	radius: number
): string {
	const dots = model.marks.map((mark, i) =>
		mark.slot === null && !mark.isProvisional
			? `M${px(x(mark.value))} ${px(middle + (offsets[i] ?? 0))}h0`
			: ''
	);
	const provisional = model.marks.map((mark, i) =>
		mark.slot === null && mark.isProvisional
			? markerElement(0, [x(mark.value), middle + (offsets[i] ?? 0)], radius - 0.5, true)
			: ''
	);
	return element('g', { class: 'chart-others' }, [
		element('path', {
			class: 'chart-dots',
			'stroke-width': radius * 2,
			d: dots.join('') || 'M0 0'
		}),
		...provisional
	]);
}

function drawMiddleHalf(
	model: SpreadModel,
	{ x, top, bottom }: Box,
	{ fontSize, width }: Measures
): string {
	const [low, median, high] = model.references;
	if (!low || !median || !high) return '';
	const y = bottom + fontSize * 2.9;
	const text = fitText(model.middleText, width, fontSize);
	const middle = clampMiddle((x(low.value) + x(high.value)) / 2, textWidth(text, fontSize), width);
	return (
		element('rect', {
			class: 'chart-band',
			x: x(low.value),
			y: top,
			width: Math.max(1, x(high.value) - x(low.value)),
			height: bottom - top
		}) +
		element('path', {
			class: 'chart-median',
			d: `M${px(x(median.value))} ${px(top)}V${px(bottom)}`
		}) +
		textElement({ class: 'chart-muted', x: middle, y, 'text-anchor': 'middle' }, text)
	);
}

function drawAxis(
	{ x: axis }: SpreadModel,
	{ x, bottom }: Box,
	{ fontSize, width }: Measures
): string {
	const line = `M${px(x(axis.min))} ${px(bottom)}H${px(x(axis.max))}`;
	const ticks = axis.ticks.map(({ value, label }) => {
		const middle = clampMiddle(x(value), textWidth(label, fontSize), width);
		return (
			element('path', { class: 'chart-axis', d: `M${px(x(value))} ${px(bottom)}v4` }) +
			textElement(
				{ class: 'chart-muted', x: middle, y: bottom + 5 + fontSize, 'text-anchor': 'middle' },
				label
			)
		);
	});
	return element('path', { class: 'chart-axis', d: line }) + ticks.join('');
}

function drawNamed(
	mark: RegionMark,
	{ x, middle }: Box,
	offset: number,
	label: PlacedName | undefined,
	fontSize: number
): string {
	const at = x(mark.value);
	const y = middle + offset;
	const slot = mark.slot ?? 0;
	return element('g', { class: `chart-slot-${String(slot)}`, 'data-region': mark.id }, [
		element('title', {}, [escapeXml(`${mark.name}: ${mark.text}`)]),
		label
			? element('path', {
					class: 'chart-leader',
					d: `M${px(at)} ${px(y - 6)}V${px(label.y + 3)}`
				})
			: '',
		markerElement(slot, [at, y], mark.isOwn ? 6 : 5, mark.isProvisional),
		label
			? textElement(
					{
						class: `chart-halo ${mark.isOwn ? 'chart-own-text' : 'chart-strong'}`,
						x: label.middle,
						y: label.y,
						'text-anchor': 'middle',
						'font-size': fontSize
					},
					label.text
				)
			: ''
	]);
}

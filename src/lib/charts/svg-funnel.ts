import { markerElement } from './markers.ts';
import type { FunnelLimit, FunnelMark, FunnelModel } from './model-regions.ts';
import { clampMiddle, valueGrid } from './svg-axes.ts';
import { element, escapeXml, px, textElement } from './svg-element.ts';
import type { Measures } from './svg-frame.ts';
import { fitText, textWidth } from './text-width.ts';

interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
	readonly x: (denominator: number) => number;
	readonly y: (value: number) => number;
}

/** Draws a funnel: shares over cases, the limits around the common share, some regions named. */
export function drawFunnel(
	model: FunnelModel,
	size: Measures
): { height: number; content: string } {
	const { fontSize, width, isNarrow } = size;
	const box = layBox(model, size);
	const unit = [model.y.unit, model.directionNote].filter((part) => part !== '').join(' · ');
	const named = model.marks.filter(({ slot }) => slot !== null);
	const content = [
		textElement({ class: 'chart-muted', x: 0, y: fontSize }, fitText(unit, width, fontSize)),
		valueGrid(model.y.ticks, box, fontSize),
		drawCases(model, box, size),
		drawLimits(model, box),
		drawOthers(model, box, isNarrow ? 2.25 : 2.75),
		...named
			.toSorted((a, b) => Number(a.isOwn) - Number(b.isOwn))
			.map((mark) => drawNamed(mark, box, size))
	];
	return { height: box.bottom + fontSize * 2.9 + 6, content: content.join('') };
}

function layBox({ x: axis, y }: FunnelModel, { width, isNarrow, fontSize }: Measures): Box {
	const ticks = y.ticks.map(({ label }) => textWidth(label, fontSize));
	const left = Math.ceil(Math.max(0, ...ticks)) + 8;
	const right = width - 8;
	const top = fontSize * 2 + 4;
	const bottom = top + (isNarrow ? 220 : 300);
	const span = Math.log(axis.max) - Math.log(axis.min);
	const inset = 8;
	return {
		left,
		right,
		top,
		bottom,
		x: (denominator) =>
			left +
			inset +
			((Math.log(denominator) - Math.log(axis.min)) / span) * (right - left - 2 * inset),
		y: (value) => {
			const held = Math.min(y.max, Math.max(y.min, value));
			return bottom - ((held - y.min) / (y.max - y.min)) * (bottom - top);
		}
	};
}

function drawCases(
	{ x: axis }: FunnelModel,
	{ x, left, right, bottom }: Box,
	{ fontSize, width }: Measures
): string {
	let edge = -Infinity;
	const ticks = axis.ticks.map(({ value, label }) => {
		const length = textWidth(label, fontSize);
		const middle = clampMiddle(x(value), length, width);
		if (middle - length / 2 < edge + 8) return '';
		edge = middle + length / 2;
		return (
			element('path', { class: 'chart-axis', d: `M${px(x(value))} ${px(bottom)}v4` }) +
			textElement(
				{ class: 'chart-muted', x: middle, y: bottom + 5 + fontSize, 'text-anchor': 'middle' },
				label
			)
		);
	});
	return (
		element('path', { class: 'chart-axis', d: `M${px(left)} ${px(bottom)}H${px(right)}` }) +
		ticks.join('') +
		textElement(
			{ class: 'chart-muted', x: right, y: bottom + fontSize * 2.6, 'text-anchor': 'end' },
			axis.unit
		)
	);
}

function drawLimits({ limits, target }: FunnelModel, { x, y, left, right }: Box): string {
	const line = (value: (limit: FunnelLimit) => number) =>
		limits
			.map((limit, i) => `${i === 0 ? 'M' : 'L'}${px(x(limit.denominator))} ${px(y(value(limit)))}`)
			.join('');
	const dashes = { class: 'chart-reference', 'stroke-dasharray': '5 4' };
	const at = px(y(target.value));
	return [
		element('path', { class: 'chart-median', d: `M${px(left)} ${at}H${px(right)}` }),
		element('path', { ...dashes, d: line(({ low95 }) => low95) }),
		element('path', { ...dashes, d: line(({ high95 }) => high95) }),
		element('path', { class: 'chart-reference', d: line(({ low998 }) => low998) }),
		element('path', { class: 'chart-reference', d: line(({ high998 }) => high998) })
	].join('');
}

/** Regions within the limits as one path of round dots, those far outside as diamonds with names. */
function drawOthers({ marks }: FunnelModel, { x, y }: Box, radius: number): string {
	const others = marks.filter(({ slot }) => slot === null);
	const outside = others.filter(({ zone }) => zone === 'high99.8' || zone === 'low99.8');
	const dots = others
		.filter((mark) => !outside.includes(mark))
		.map((mark) => `M${px(x(mark.denominator))} ${px(y(mark.value))}h0`);
	return (
		element('g', { class: 'chart-others' }, [
			element('path', {
				class: 'chart-dots',
				'stroke-width': radius * 2,
				d: dots.join('') || 'M0 0'
			})
		]) +
		element(
			'g',
			{ class: 'chart-rest' },
			outside.map((mark) =>
				markerElement(3, [x(mark.denominator), y(mark.value)], radius + 1, false, [titleOf(mark)])
			)
		)
	);
}

function drawNamed(mark: FunnelMark, { x, y, left, right }: Box, { fontSize }: Measures): string {
	const [at, height] = [x(mark.denominator), y(mark.value)];
	const text = mark.shortName;
	const length = textWidth(text, fontSize, true);
	const isRight = at + 10 + length <= right;
	const start = isRight ? at + 10 : Math.max(left, at - 10 - length);
	return element('g', { class: `chart-slot-${String(mark.slot ?? 0)}`, 'data-region': mark.id }, [
		titleOf(mark),
		markerElement(mark.slot ?? 0, [at, height], mark.isOwn ? 6 : 5, false),
		textElement(
			{
				class: `chart-halo ${mark.isOwn ? 'chart-own-text' : 'chart-strong'}`,
				x: start,
				y: height + fontSize * 0.35,
				'font-size': fontSize
			},
			text
		)
	]);
}

function titleOf({ name, text, zoneText }: FunnelMark): string {
	return element('title', {}, [escapeXml(`${name}: ${text}, ${zoneText}`)]);
}

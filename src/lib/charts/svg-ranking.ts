import { markerElement } from './markers.ts';
import type { RankingModel, RankingRow } from './model-regions.ts';
import { clampMiddle } from './svg-axes.ts';
import { element, escapeXml, px, textElement } from './svg-element.ts';
import type { Measures } from './svg-frame.ts';
import { fitText, textWidth } from './text-width.ts';

const ROW = 22;

interface Columns {
	/** The right edge of the ranks, and the left one of the names. */
	readonly rank: number;
	readonly name: number;
	readonly nameWidth: number;
	readonly left: number;
	readonly right: number;
	readonly x: (value: number) => number;
}

/** Draws a ranking: one row a region with rank, name, dot, interval and value. */
export function drawRanking(
	model: RankingModel,
	size: Measures
): { height: number; content: string } {
	const { fontSize, width } = size;
	const columns = layColumns(model, size);
	const top = fontSize * 2.6 + 10;
	let y = top;
	const rows = model.rows.map((row) => {
		const before = row.skippedBefore > 0 ? drawSkipped(model, row.skippedBefore, y, columns) : '';
		if (row.skippedBefore > 0) y += ROW;
		y += ROW;
		return before + drawRow(row, y - ROW / 2, columns, size);
	});
	const after = model.skippedAfter > 0 ? drawSkipped(model, model.skippedAfter, y, columns) : '';
	if (model.skippedAfter > 0) y += ROW;

	const unit = [model.x.unit, model.directionNote].filter((part) => part !== '').join(' · ');
	const content = [
		textElement({ class: 'chart-muted', x: 0, y: fontSize }, fitText(unit, width, fontSize)),
		drawAxis(model, columns, top, y, fontSize),
		drawReferences(model, columns, top, y, size),
		...rows,
		after
	];
	const references = model.references.length * fontSize * 1.35;
	return { height: y + references + (references > 0 ? 10 : 4), content: content.join('') };
}

function layColumns(model: RankingModel, { width, isNarrow, fontSize }: Measures): Columns {
	const names = model.rows.map((row) =>
		textWidth(isNarrow ? row.shortName : row.name, fontSize, row.slot !== null)
	);
	const values = model.rows.map(({ shortText }) => textWidth(shortText, fontSize, true));
	const rank = Math.max(0, ...model.rows.map(({ rankText }) => textWidth(rankText, fontSize)));
	const name = rank + 7;
	const nameWidth = Math.min(Math.max(40, ...names), width * (isNarrow ? 0.38 : 0.32));
	const left = name + nameWidth + 6;
	const right = width - Math.max(0, ...values) - 6;
	const { min, max } = model.x;
	const inset = 6;
	const x = (value: number) =>
		left + inset + ((value - min) / (max - min)) * (right - left - 2 * inset);
	return { rank, name, nameWidth, left, right, x };
}

/** The ticks that fit, above the rows, with lines down through them. */
function drawAxis(
	{ x: axis }: RankingModel,
	{ x, left, right }: Columns,
	top: number,
	bottom: number,
	fontSize: number
): string {
	const widest = Math.max(...axis.ticks.map(({ label }) => textWidth(label, fontSize))) + 8;
	const every = Math.ceil((widest * (axis.ticks.length - 1)) / (right - left));
	return axis.ticks
		.filter((_, i) => i % Math.max(1, every) === 0)
		.map(({ value, label }) => {
			const at = x(value);
			return (
				element('path', { class: 'chart-grid', d: `M${px(at)} ${px(top)}V${px(bottom)}` }) +
				textElement({ class: 'chart-muted', x: at, y: top - 6, 'text-anchor': 'middle' }, label)
			);
		})
		.join('');
}

/** Quartile lines through all rows; each has its own line of text below, so that none can overlap. */
function drawReferences(
	model: RankingModel,
	{ x }: Columns,
	top: number,
	bottom: number,
	{ fontSize, width }: Measures
): string {
	const placed = model.references.map(({ value, name, endText }, i) => {
		const text = `${name}: ${endText}`;
		const y = bottom + fontSize * 1.35 * (i + 1);
		return {
			text,
			y,
			at: x(value),
			middle: clampMiddle(x(value), textWidth(text, fontSize), width)
		};
	});
	const lines = placed.map(({ at, y }) =>
		element('path', { class: 'chart-reference', d: `M${px(at)} ${px(top)}V${px(y - fontSize)}` })
	);
	const texts = placed.map(({ text, middle, y }) =>
		textElement({ class: 'chart-muted chart-halo', x: middle, y, 'text-anchor': 'middle' }, text)
	);
	return [...lines, ...texts].join('');
}

function drawRow(
	row: RankingRow,
	y: number,
	columns: Columns,
	{ fontSize, width, isNarrow }: Measures
): string {
	const shown = isNarrow ? row.shortName : row.name;
	const isHighlighted = row.slot !== null;
	const look = row.isOwn ? 'chart-own-text' : isHighlighted ? 'chart-strong' : '';
	const baseline = y + fontSize * 0.35;
	const { x, rank, name, nameWidth, left, right } = columns;
	const interval = row.interval
		? element('path', {
				class: 'chart-interval',
				d: `M${px(x(row.interval.low))} ${px(y)}H${px(x(row.interval.high))}`
			})
		: '';
	const radius = isHighlighted ? 5.5 : 4;
	return element(
		'g',
		{
			class: row.slot === null ? 'chart-rest' : `chart-slot-${String(row.slot)}`,
			'data-region': row.id
		},
		[
			element('title', {}, [escapeXml(`${row.rankText} ${row.name}: ${row.text}`)]),
			element('path', { class: 'chart-grid', d: `M${px(left)} ${px(y)}H${px(right)}` }),
			textElement(
				{ class: 'chart-muted', x: rank, y: baseline, 'text-anchor': 'end' },
				row.rankText
			),
			textElement(
				{ class: look, x: name, y: baseline },
				fitText(shown, nameWidth, fontSize, isHighlighted)
			),
			interval,
			markerElement(row.slot ?? 0, [x(row.value), y], radius, row.isProvisional),
			textElement({ class: look, x: width, y: baseline, 'text-anchor': 'end' }, row.shortText)
		]
	);
}

function drawSkipped(model: RankingModel, count: number, y: number, { name }: Columns): string {
	return textElement(
		{ class: 'chart-muted', x: name, y: y + ROW * 0.68 },
		model.skippedTexts[count] ?? ''
	);
}

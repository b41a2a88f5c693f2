import type { ChartModel } from './model.ts';
import { standaloneStyle } from './standalone-style.ts';
import { element, escapeXml, px, textElement } from './svg-element.ts';
import { wrapText } from './text-width.ts';

/** What a file needs that stands alone and a page says around the chart. */
export interface Standalone {
	/** Source, licence and date of retrieval, as the last line of the picture. */
	readonly source: string;
}

export interface SvgOptions {
	/** In pixels; the text keeps its size, so draw narrow charts for narrow screens. */
	readonly width: number;
	/** Unique in the page: title and description are found by it. */
	readonly id: string;
	/** For downloads and `<img>`: title, notes, source and style inside the file. */
	readonly standalone?: Standalone | null;
}

/** Sizes that follow from the width. */
export interface Measures {
	readonly width: number;
	readonly isNarrow: boolean;
	readonly fontSize: number;
}

const NARROW_BELOW = 520;

/** Around a picture that stands alone; in a page the page keeps its own. */
const MARGIN = 12;

/** The width that is left for the drawing itself. */
export function drawingWidth({ width, standalone }: SvgOptions): number {
	return standalone ? width - 2 * MARGIN : width;
}

export function measures(width: number): Measures {
	const isNarrow = width < NARROW_BELOW;
	return { width, isNarrow, fontSize: isNarrow ? 12 : 13 };
}

/** Puts a drawing of a given height into an SVG document that names and describes itself. */
export function svgFrame(
	model: ChartModel,
	options: SvgOptions,
	drawing: { readonly height: number; readonly content: string }
): string {
	const { width, id, standalone } = options;
	const head = standalone ? headLines(model, width) : NOTHING;
	const foot = standalone ? footLines(model, width, standalone) : NOTHING;
	const height = Math.ceil(head.height + drawing.height + foot.height);
	const body = [
		element('title', { id: `${id}-title` }, [escapeXml(`${model.title}. ${model.subtitle}`)]),
		element('desc', { id: `${id}-desc` }, [escapeXml(model.sentence)]),
		...(standalone
			? [
					element('style', {}, [standaloneStyle]),
					element('rect', { class: 'chart-page', width, height })
				]
			: []),
		head.content,
		standalone
			? element('g', { transform: `translate(${px(MARGIN)} ${px(head.height)})` }, [
					drawing.content
				])
			: drawing.content,
		foot.height > 0
			? element('g', { transform: `translate(0 ${px(head.height + drawing.height)})` }, [
					foot.content
				])
			: ''
	];
	return element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			class: `chart-svg chart-kind-${model.kind}`,
			viewBox: `0 0 ${px(width)} ${px(height)}`,
			width: standalone ? width : null,
			height: standalone ? height : null,
			role: 'img',
			'aria-labelledby': `${id}-title ${id}-desc`,
			'font-size': measures(width).fontSize
		},
		body
	);
}

interface Lines {
	readonly height: number;
	readonly content: string;
}

const NOTHING: Lines = { height: 0, content: '' };

function headLines(model: ChartModel, width: number): Lines {
	const { fontSize } = measures(width);
	const inner = width - 2 * MARGIN;
	return stack(
		[
			...wrapText(model.title, inner, fontSize + 3, true).map((text) => ({
				text,
				class: 'chart-title',
				size: fontSize + 3
			})),
			...wrapText(model.subtitle, inner, fontSize).map((text) => ({
				text,
				class: 'chart-muted',
				size: fontSize
			})),
			...(model.sampleMark
				? [{ text: model.sampleMark.toUpperCase(), class: 'chart-sample', size: fontSize }]
				: [])
		],
		MARGIN / 2
	);
}

function footLines(model: ChartModel, width: number, { source }: Standalone): Lines {
	const { fontSize } = measures(width);
	const size = fontSize - 1;
	const texts = [...eventTexts(model), ...model.notes, source].flatMap((text) =>
		wrapText(text, width - 2 * MARGIN, size).map((line) => ({
			text: line,
			class: 'chart-muted',
			size
		}))
	);
	return stack(texts, MARGIN / 2);
}

/** What the numbers on a time axis stand for, where no page lists it: `1 Oktober 2025: …`. */
export function eventTexts(model: ChartModel): string[] {
	if (model.kind !== 'trend') return [];
	return model.events.map(
		({ number, monthText, label }) => `${String(number)} ${monthText}: ${label}`
	);
}

function stack(
	lines: readonly { readonly text: string; readonly class: string; readonly size: number }[],
	gap: number
): Lines {
	let y = gap;
	const content = lines.map(({ text, class: look, size }) => {
		y += size * 1.4;
		return textElement({ class: look, x: MARGIN, y: y - size * 0.3, 'font-size': size }, text);
	});
	return { height: y + gap, content: content.join('') };
}

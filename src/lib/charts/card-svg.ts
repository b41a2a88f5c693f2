import { framedSvg, type ShareFrame } from './share-svg.ts';
import { element, textElement } from './svg-element.ts';
import { fitText, textWidth, wrapText } from './text-width.ts';

/** A line of a card: what it is, how much, and, where it is a share of a whole, how full. */
export interface CardRow {
	readonly label: string;
	readonly text: string;
	/** 0 to 1; null draws no bar. */
	readonly share: number | null;
}

export interface Card extends ShareFrame {
	/** Sentences under the heading. */
	readonly lead: string;
	readonly rows: readonly CardRow[];
}

const WIDTH = 1104;
const SIZE = 24;
const LABEL_WIDTH = 520;
const ROW_HEIGHT = 42;
const LEAD_LINES = 5;

/** A page's picture to share when it is about facts rather than a line: a card of 1200 by 630. */
export function cardSvg(card: Card): string {
	return framedSvg(card, (room) => {
		const lead = wrapText(card.lead, WIDTH, SIZE).slice(0, card.rows.length > 0 ? 2 : LEAD_LINES);
		const below = lead.length * SIZE * 1.4 + (lead.length > 0 ? 16 : 0);
		const rows = card.rows.slice(0, Math.floor((room - below) / ROW_HEIGHT));
		return element('g', { 'font-size': SIZE }, [
			...lead.map((text, i) => textElement({ x: 0, y: SIZE * (1 + i * 1.4) }, text)),
			...rows.map((row, i) => drawRow(row, below + i * ROW_HEIGHT))
		]);
	});
}

function drawRow({ label, text, share }: CardRow, top: number): string {
	const baseline = top + SIZE * 1.1;
	const valueWidth = textWidth(text, SIZE, true) + 20;
	const room = WIDTH - LABEL_WIDTH - valueWidth;
	const bar = (width: number, look: string) =>
		element('rect', { class: look, x: LABEL_WIDTH, y: baseline - 17, width, height: 20, rx: 3 });
	return element('g', {}, [
		textElement({ x: 0, y: baseline }, fitText(label, LABEL_WIDTH - 20, SIZE)),
		...(share === null
			? []
			: [
					bar(room, 'chart-band'),
					share === 0
						? ''
						: element('g', { class: 'chart-slot-0' }, [bar(room * share, 'chart-marker')])
				]),
		textElement({ class: 'chart-strong', x: WIDTH, y: baseline, 'text-anchor': 'end' }, text)
	]);
}

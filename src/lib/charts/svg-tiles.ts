import type { Tile, TilesModel } from './model-regions.ts';
import { element, escapeXml, px, textElement } from './svg-element.ts';
import type { Measures } from './svg-frame.ts';
import { fitText, textWidth } from './text-width.ts';
import { TILE_COLUMNS, TILE_ROWS } from './tile-layout.ts';

const GAP = 3;

/** Draws the provinces as tiles with their codes and, where there is room, their values. */
export function drawTiles(model: TilesModel, size: Measures): { height: number; content: string } {
	const { fontSize, width, isNarrow } = size;
	const side = Math.min(64, (width - (TILE_COLUMNS - 1) * GAP) / TILE_COLUMNS);
	const top = fontSize * 1.8;
	const bottom = top + TILE_ROWS * (side + GAP);
	const content = [
		textElement(
			{ class: 'chart-muted', x: 0, y: fontSize },
			fitText(model.directionNote, width, fontSize)
		),
		...model.tiles.map((tile) => drawTile(tile, top, side, fontSize, isNarrow)),
		drawLegend(model, bottom + 8, size)
	];
	const lines = isNarrow ? 2 : 1;
	return { height: bottom + 8 + lines * fontSize * 1.8, content: content.join('') };
}

function drawTile(
	tile: Tile,
	top: number,
	side: number,
	fontSize: number,
	isNarrow: boolean
): string {
	const x = tile.column * (side + GAP);
	const y = top + tile.row * (side + GAP);
	const middle = x + side / 2;
	const code = isNarrow ? fontSize - 2 : fontSize;
	const value = fontSize - 2.5;
	const hasRoom = !isNarrow && textWidth(tile.shortText, value) <= side;
	return element('g', { 'data-region': tile.id }, [
		element('title', {}, [escapeXml(`${tile.name}: ${tile.text}`)]),
		element('rect', {
			class: tile.shade === null ? 'chart-tile-empty' : `chart-tile-${String(tile.shade)}`,
			x,
			y,
			width: side,
			height: side,
			rx: 3
		}),
		tile.isOwn
			? element('rect', {
					class: 'chart-tile-own',
					x: x + 1,
					y: y + 1,
					width: side - 2,
					height: side - 2,
					rx: 2
				})
			: '',
		textElement(
			{
				class: 'chart-strong',
				x: middle,
				y: y + side / 2 + (hasRoom ? -2 : code * 0.35),
				'text-anchor': 'middle',
				'font-size': code
			},
			tile.short
		),
		hasRoom
			? textElement(
					{
						x: middle,
						y: y + side / 2 + value + 1,
						'text-anchor': 'middle',
						'font-size': value
					},
					tile.shortText
				)
			: ''
	]);
}

function drawLegend(
	{ legend }: TilesModel,
	top: number,
	{ fontSize, isNarrow, width }: Measures
): string {
	const step = isNarrow ? width / 2 : width / 4;
	return legend
		.map(({ shade, text }, i) => {
			const x = (isNarrow ? i % 2 : i) * step;
			const y = top + (isNarrow ? Math.floor(i / 2) : 0) * fontSize * 1.8;
			return (
				element('rect', {
					class: `chart-tile-${String(shade)}`,
					x,
					y,
					width: fontSize,
					height: fontSize,
					rx: 2
				}) +
				textElement(
					{ class: 'chart-muted', x: px(x + fontSize + 5), y: y + fontSize * 0.85 },
					fitText(text, step - fontSize - 8, fontSize)
				)
			);
		})
		.join('');
}

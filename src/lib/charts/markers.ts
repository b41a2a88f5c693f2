import { element, px } from './svg-element.ts';

/** A marker's shape in the words of Chart.js, so that both renderers draw the same one. */
export interface Marker {
	readonly style: 'circle' | 'rect' | 'triangle' | 'rectRot' | 'crossRot' | 'cross' | 'star';
	/** In degrees. */
	readonly rotation: number;
}

/** By slot. The own region is the circle; with the shapes nobody depends on the colours. */
const MARKERS: readonly Marker[] = [
	{ style: 'circle', rotation: 0 },
	{ style: 'rect', rotation: 0 },
	{ style: 'triangle', rotation: 0 },
	{ style: 'rectRot', rotation: 0 },
	{ style: 'triangle', rotation: 180 },
	{ style: 'crossRot', rotation: 0 },
	{ style: 'cross', rotation: 0 },
	{ style: 'star', rotation: 0 }
];

export function markerOf(slot: number): Marker {
	return MARKERS[slot % MARKERS.length] ?? { style: 'circle', rotation: 0 };
}

/** The marker of a slot around a point; hollow when the value is provisional. */
export function markerElement(
	slot: number,
	[x, y]: readonly [number, number],
	radius: number,
	isHollow: boolean,
	title: readonly string[] = []
): string {
	const { style, rotation } = markerOf(slot);
	const isStroke = style === 'cross' || style === 'crossRot' || style === 'star';
	const look = isStroke ? 'chart-marker-line' : isHollow ? 'chart-marker-hollow' : 'chart-marker';
	if (style === 'circle') {
		return element('circle', { class: look, cx: x, cy: y, r: radius }, title);
	}
	const d = outline(style, rotation === 180 ? -1 : 1, x, y, radius);
	return element('path', { class: look, d }, title);
}

function outline(style: Marker['style'], up: 1 | -1, x: number, y: number, r: number): string {
	const at = (dx: number, dy: number) => `${px(x + dx * r)} ${px(y + dy * r)}`;
	const cross = `M${at(-1.1, 0)}L${at(1.1, 0)}M${at(0, -1.1)}L${at(0, 1.1)}`;
	const diagonal = `M${at(-0.85, -0.85)}L${at(0.85, 0.85)}M${at(-0.85, 0.85)}L${at(0.85, -0.85)}`;
	switch (style) {
		case 'rect':
		case 'circle':
			return `M${at(-0.9, -0.9)}L${at(0.9, -0.9)}L${at(0.9, 0.9)}L${at(-0.9, 0.9)}Z`;
		case 'rectRot':
			return `M${at(0, -1.25)}L${at(1.25, 0)}L${at(0, 1.25)}L${at(-1.25, 0)}Z`;
		case 'triangle':
			return `M${at(0, -1.15 * up)}L${at(1.1, 0.85 * up)}L${at(-1.1, 0.85 * up)}Z`;
		case 'cross':
			return cross;
		case 'crossRot':
			return diagonal;
		case 'star':
			return cross + diagonal;
	}
}

import type { CanvasLook } from '../chartjs-config.ts';
import { MAX_NAMED_SERIES } from '../limits.ts';

/** The colours and the font that style sheets give an element, for a canvas that knows no CSS. */
export function readLook(element: Element, width: number): CanvasLook {
	const style = getComputedStyle(element);
	const color = (name: string) => style.getPropertyValue(`--chart-${name}`).trim();
	return {
		width,
		fontFamily: style.fontFamily,
		colors: {
			page: color('page'),
			text: color('text'),
			muted: color('muted'),
			line: color('line'),
			band: color('band'),
			bandEdge: color('band-edge'),
			series: Array.from({ length: MAX_NAMED_SERIES }, (_, slot) => color(String(slot)))
		}
	};
}

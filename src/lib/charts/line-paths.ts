import { px } from './svg-element.ts';

export interface LinePoint {
	readonly x: number;
	readonly y: number;
	readonly isProvisional: boolean;
}

export interface LinePaths {
	/** Path data; empty when there is no such part. */
	readonly solid: string;
	readonly dashed: string;
}

/**
 * The paths of a line over a complete list of months. A gap breaks the line; nothing is drawn
 * across it. A stretch is dashed when the value it leads to is provisional.
 */
export function linePaths(points: readonly (LinePoint | null)[]): LinePaths {
	let solid = '';
	let dashed = '';
	let pen: 'solid' | 'dashed' | null = null;
	for (const [i, to] of points.entries()) {
		const from = points[i - 1];
		if (!to || !from) {
			pen = null;
			continue;
		}
		const style = to.isProvisional ? 'dashed' : 'solid';
		const move = pen === style ? '' : `M${at(from)}`;
		if (style === 'dashed') dashed += `${move}L${at(to)}`;
		else solid += `${move}L${at(to)}`;
		pen = style;
	}
	return { solid, dashed };
}

/** The outline of a band, one closed part for each stretch without a gap. */
export function bandPath(
	low: readonly (number | null)[],
	high: readonly (number | null)[],
	x: (position: number) => number,
	y: (value: number) => number
): string {
	const parts: { x: number; low: number; high: number }[][] = [[]];
	for (const [i, bottom] of low.entries()) {
		const top = high[i] ?? null;
		if (bottom === null || top === null) parts.push([]);
		else parts.at(-1)?.push({ x: x(i), low: y(bottom), high: y(top) });
	}
	return parts
		.filter((part) => part.length > 1)
		.map((part) => {
			const along = part.map((one) => `${px(one.x)} ${px(one.high)}`);
			const back = part.toReversed().map((one) => `${px(one.x)} ${px(one.low)}`);
			return `M${[...along, ...back].join('L')}Z`;
		})
		.join('');
}

function at({ x, y }: LinePoint): string {
	return `${px(x)} ${px(y)}`;
}

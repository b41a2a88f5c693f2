/** The size of a sparkline's drawing, in its own units. */
export const SPARK_WIDTH = 96;
export const SPARK_HEIGHT = 24;
const MARGIN = 3;

/** A stretch of months without a gap, as the points of an SVG polyline. */
export interface SparkLine {
	readonly points: string;
	/** A month that stands alone is a dot: a line needs two. */
	readonly dot: { readonly x: number; readonly y: number } | null;
}

/** Lines through the months that have a value: a gap is a gap. Flat when all values are the same. */
export function sparkLines(values: readonly (number | null)[]): SparkLine[] {
	const known = values.flatMap((value) => value ?? []);
	if (known.length === 0) return [];
	const [min, max] = [Math.min(...known), Math.max(...known)];
	const x = (i: number) =>
		round(MARGIN + (i / Math.max(1, values.length - 1)) * (SPARK_WIDTH - 2 * MARGIN));
	const y = (value: number) =>
		max === min
			? SPARK_HEIGHT / 2
			: round(SPARK_HEIGHT - MARGIN - ((value - min) / (max - min)) * (SPARK_HEIGHT - 2 * MARGIN));

	const stretches: { x: number; y: number }[][] = [[]];
	for (const [i, value] of values.entries()) {
		if (value === null) stretches.push([]);
		else stretches.at(-1)?.push({ x: x(i), y: y(value) });
	}
	return stretches.flatMap((points) => {
		const [first] = points;
		if (!first) return [];
		return [
			{
				points: points.map((point) => `${String(point.x)},${String(point.y)}`).join(' '),
				dot: points.length === 1 ? first : null
			}
		];
	});
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}

/**
 * Stacks dots that would cover each other above and below a line. Each keeps its place along the
 * axis; columns as wide as a dot decide who stacks. A stack that does not fit is pressed together,
 * and its dots then overlap.
 * @param places along the axis, ascending or not
 * @returns the distance of each dot from the line, negative above it
 */
export function beeswarm(places: readonly number[], radius: number, halfHeight: number): number[] {
	const columns = new Map<number, number[]>();
	for (const [i, place] of places.entries()) {
		const column = Math.round(place / (2 * radius + 0.5));
		const members = columns.get(column) ?? [];
		members.push(i);
		columns.set(column, members);
	}
	const offsets = places.map(() => 0);
	for (const members of columns.values()) {
		const step = Math.min(2 * radius + 0.5, (2 * (halfHeight - radius)) / members.length);
		const start = (-(members.length - 1) / 2) * step;
		for (const [order, i] of members.entries()) offsets[i] = start + order * step;
	}
	return offsets;
}

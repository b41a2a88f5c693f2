import type { RegionMark } from './model-regions.ts';
import type { Measures } from './svg-frame.ts';
import { fitText, textWidth } from './text-width.ts';

/** A name over a dot, joined to it by a vertical line. */
export interface PlacedName {
	readonly text: string;
	readonly middle: number;
	/** The baseline of the text. */
	readonly y: number;
}

interface Candidate {
	readonly row: number;
	/** Where the line to the dot goes down. */
	readonly at: number;
	readonly start: number;
	readonly end: number;
}

const GAP = 8;

/**
 * Puts names over their dots in as few rows as they need, such that no two texts and, where the
 * dots leave room, no text and line cross.
 * @param x from a value to its place
 */
export function placeNames(
	named: readonly RegionMark[],
	x: (value: number) => number,
	{ fontSize, width, isNarrow }: Measures
): { height: number; names: PlacedName[] } {
	const lineHeight = fontSize * 1.35;
	const taken: Candidate[] = [];
	// From the middle outwards on each side: a name further out stands higher, and its line goes
	// down past the ends of the lower ones.
	const order = named
		.map((mark, i) => ({ mark, i, at: x(mark.value) }))
		.toSorted((a, b) => Math.abs(a.at - width / 2) - Math.abs(b.at - width / 2));
	const placed = order.map(({ mark, i, at }, position) => {
		const end = ` ${mark.shortText}`;
		const room = width * 0.7 - textWidth(end, fontSize, true);
		const name = fitText(isNarrow ? mark.shortName : mark.name, room, fontSize, true);
		const text = name + end;
		const later = order.slice(position + 1).map((other) => other.at);
		const spot = bestSpot(at, textWidth(text, fontSize, true), width, taken, later);
		taken.push(spot);
		return { i, text, spot };
	});
	const rows = Math.max(0, ...taken.map(({ row }) => row + 1));
	return {
		height: rows * lineHeight,
		names: placed
			.toSorted((a, b) => a.i - b.i)
			.map(({ text, spot }) => ({
				text,
				middle: (spot.start + spot.end) / 2,
				y: fontSize * 2.9 + (rows - 1 - spot.row) * lineHeight
			}))
	};
}

/**
 * The spot with the fewest crossings, then the lowest row, then with the text running from its line
 * towards the middle of the picture. Two texts never share a place.
 * @param later where lines of names will go down that are not placed yet
 */
function bestSpot(
	at: number,
	length: number,
	width: number,
	taken: readonly Candidate[],
	later: readonly number[]
): Candidate {
	const [rightwards, leftwards] = [at - 4, at + 4 - length];
	const inwards = at > width / 2 ? [leftwards, rightwards] : [rightwards, leftwards];
	const candidates = Array.from({ length: taken.length + 1 }, (_, row) =>
		[...inwards, at - length / 2].map((wanted) => {
			const start = Math.max(1, Math.min(width - length - 1, wanted));
			return { row, at, start, end: start + length };
		})
	).flat();
	const costs = candidates.map((one) => crossings(one, taken, later));
	const best = costs.indexOf(Math.min(...costs));
	return candidates[best] ?? { row: taken.length, at, start: 1, end: length };
}

function crossings(one: Candidate, taken: readonly Candidate[], later: readonly number[]): number {
	const ofPlaced = taken.map((other) => {
		if (one.row === other.row) {
			const isApart = one.end + GAP <= other.start || other.end + GAP <= one.start;
			return isApart ? 0 : Infinity;
		}
		const [lower, upper] = one.row < other.row ? [one, other] : [other, one];
		return Number(isOver(upper.at, lower));
	});
	const ofLater = later.map((at) => Number(isOver(at, one)));
	return [...ofPlaced, ...ofLater].reduce((sum, cost) => sum + cost, 0);
}

function isOver(at: number, { start, end }: Candidate): boolean {
	return at > start - 2 && at < end + 2;
}

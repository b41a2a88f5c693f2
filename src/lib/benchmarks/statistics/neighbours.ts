import {
	contextDifference,
	contextDistance,
	scaleProfiles,
	type ContextProfile,
	type ContextVariable,
	type ScaledProfile
} from './context-scale.ts';

/** How many neighbours are shown unless asked otherwise. */
export const DEFAULT_NEIGHBOURS = 10;

/** How many variables say why two regions differ most. */
const SHOWN_DIFFERENCES = 3;

export interface NeighbourDifference {
	readonly key: string;
	readonly own: number | string | null;
	readonly other: number | string | null;
	/** The share of the squared distance that comes from this variable, 0 to 1. */
	readonly share: number;
}

export interface Neighbour {
	readonly id: string;
	readonly distance: number;
	/** 0 to 100: how many per cent of all pairs of regions are farther apart. */
	readonly similarity: number;
	/** What differs most, largest first. */
	readonly differences: readonly NeighbourDifference[];
}

/**
 * The nearest regions of every region by context alone, never by results or budgets. Nearest first;
 * equal distances by id, so that the list is always the same. The lists are not symmetric: being
 * near does not make one of the other's ten nearest. Regions that share under 70 % of the weight of
 * the variables are no neighbours. Source: reference 2.6.
 */
export function findNeighbours(
	profiles: readonly ContextProfile[],
	variables: readonly ContextVariable[],
	k = DEFAULT_NEIGHBOURS
): Map<string, Neighbour[]> {
	const scaled = scaleProfiles(profiles, variables);
	const distances = scaled.map((own) =>
		scaled.map((other) => (own === other ? null : contextDistance(own, other, variables)))
	);
	const allPairs = Float64Array.from(
		distances.flatMap((row, i) => row.slice(i + 1).filter((distance) => distance !== null))
	).toSorted();

	return new Map(
		scaled.map((own, i) => {
			const nearest = scaled
				.flatMap((other, j) => {
					const distance = distances[i]?.[j] ?? null;
					return distance === null ? [] : [{ other, distance }];
				})
				.toSorted((a, b) => a.distance - b.distance || (a.other.id < b.other.id ? -1 : 1))
				.slice(0, k);
			return [
				own.id,
				nearest.map(({ other, distance }) => ({
					id: other.id,
					distance,
					similarity: similarityOf(distance, allPairs),
					differences: mostDifferent(own, other, variables)
				}))
			];
		})
	);
}

function similarityOf(distance: number, allPairs: Float64Array): number {
	let low = 0;
	let high = allPairs.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((allPairs[middle] ?? 0) <= distance) low = middle + 1;
		else high = middle;
	}
	return (100 * (allPairs.length - low)) / Math.max(1, allPairs.length);
}

function mostDifferent(
	own: ScaledProfile,
	other: ScaledProfile,
	variables: readonly ContextVariable[]
): NeighbourDifference[] {
	const parts = variables.map(({ key, weight }, i) => {
		const difference = contextDifference(own, other, i);
		return { key, square: difference === null ? 0 : weight * difference ** 2 };
	});
	const total = parts.reduce((sum, { square }) => sum + square, 0);
	return parts
		.filter(({ square }) => square > 0)
		.toSorted((a, b) => b.square - a.square)
		.slice(0, SHOWN_DIFFERENCES)
		.map(({ key, square }) => ({
			key,
			own: own.profile.values[key] ?? null,
			other: other.profile.values[key] ?? null,
			share: square / total
		}));
}

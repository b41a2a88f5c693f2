import type { PeerVariable } from '../context-variables.ts';
import type { ContextProfile } from '../statistics/context-scale.ts';
import { findNeighbours } from '../statistics/neighbours.ts';
import { quantileOfSorted } from '../statistics/quantile.ts';

/** What is kept of a model besides its profiles. */
export interface FrozenPeers {
	/** By region, the codes of its neighbours, nearest first. */
	readonly lists: readonly (readonly [string, readonly string[]])[];
	/** The 0th to 100th percentile of the distances of all pairs. */
	readonly percentiles: readonly number[];
}

/** Finds the neighbours of all regions: about 130,000 distances. */
export function findPeers(input: {
	readonly profiles: readonly ContextProfile[];
	readonly variables: readonly PeerVariable[];
	readonly k: number;
}): FrozenPeers {
	const { profiles, variables, k } = input;
	const all = findNeighbours(profiles, variables, profiles.length);
	const distances = [...all].flatMap(([own, others]) =>
		others.filter(({ id }) => own < id).map(({ distance }) => distance)
	);
	const sorted = distances.toSorted((a, b) => a - b);
	return {
		lists: [...all].map(([own, others]) => [own, others.slice(0, k).map(({ id }) => id)]),
		percentiles: Array.from({ length: 101 }, (_, i) => quantileOfSorted(sorted, i / 100) ?? 0)
	};
}

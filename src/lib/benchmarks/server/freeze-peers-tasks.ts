import type { PeerVariable } from '../context-variables.ts';
import {
	contextDistance,
	scaleProfiles,
	type ContextProfile
} from '../statistics/context-scale.ts';
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
	const lists = [...findNeighbours(profiles, variables, k)];
	const sorted = [...pairDistances(profiles, variables).toSorted()];
	return {
		lists: lists.map(([own, others]) => [own, others.map(({ id }) => id)]),
		percentiles: Array.from({ length: 101 }, (_, i) => quantileOfSorted(sorted, i / 100) ?? 0)
	};
}

function pairDistances(
	profiles: readonly ContextProfile[],
	variables: readonly PeerVariable[]
): Float64Array {
	const scaled = scaleProfiles(profiles, variables);
	const distances: number[] = [];
	for (const [i, own] of scaled.entries()) {
		for (const other of scaled.slice(i + 1)) {
			const distance = contextDistance(own, other, variables);
			if (distance !== null) distances.push(distance);
		}
	}
	return Float64Array.from(distances);
}

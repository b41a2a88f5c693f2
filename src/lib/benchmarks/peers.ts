import type { ContextKey, PeerVariable } from './context-variables.ts';
import {
	contextDifference,
	contextDistance,
	scaleProfiles,
	type ContextProfile,
	type ScaledProfile
} from './statistics/context-scale.ts';

/** How a region's peers are chosen. */
export const PEER_MODELS = ['structure', 'kind', 'province', 'family'] as const;
export type PeerModelName = (typeof PEER_MODELS)[number];

/** A frozen list: `2026-1`. */
export interface PeerVersion {
	readonly year: number;
	readonly version: number;
}

/** One variable of a region beside its peer's. */
export interface PeerReason {
	readonly key: ContextKey;
	readonly own: number | string | null;
	readonly other: number | string | null;
	/** The share of the squared distance that comes from it, 0 to 1. */
	readonly share: number;
}

export interface RankedPeer {
	readonly id: string;
	/** Null when the two have too few variables in common. */
	readonly distance: number | null;
	/** 0 to 100: how many per cent of all pairs of regions are farther apart. */
	readonly similarity: number | null;
	/** Every variable, in the order of the model. */
	readonly reasons: readonly PeerReason[];
}

/**
 * The candidates as peers of a region, nearest first and those without a distance last, each with
 * every variable, both values, and how much it counts in the distance.
 * @param profiles of all regions of the model: the scale is made from them
 * @param percentiles the 0th to 100th percentile of the distances of all pairs
 */
export function rankPeers(
	profiles: readonly ContextProfile[],
	variables: readonly PeerVariable[],
	own: string,
	candidates: readonly string[],
	percentiles: readonly number[]
): RankedPeer[] {
	const scaled = new Map(scaleProfiles(profiles, variables).map((one) => [one.id, one]));
	const ownProfile = scaled.get(own);
	if (!ownProfile) return [];
	const ranked = candidates.flatMap((id) => {
		const other = id === own ? undefined : scaled.get(id);
		if (!other) return [];
		const distance = contextDistance(ownProfile, other, variables);
		const similarity = distance === null ? null : similarityOf(distance, percentiles);
		return [{ id, distance, similarity, reasons: reasonsOf(ownProfile, other, variables) }];
	});
	return ranked.toSorted(
		(a, b) => (a.distance ?? Infinity) - (b.distance ?? Infinity) || (a.id < b.id ? -1 : 1)
	);
}

function reasonsOf(
	own: ScaledProfile,
	other: ScaledProfile,
	variables: readonly PeerVariable[]
): PeerReason[] {
	const squares = variables.map(
		({ weight }, i) => weight * (contextDifference(own, other, i) ?? 0) ** 2
	);
	const total = squares.reduce((sum, square) => sum + square, 0);
	return variables.map(({ key }, i) => ({
		key,
		own: own.profile.values[key] ?? null,
		other: other.profile.values[key] ?? null,
		share: total === 0 ? 0 : (squares[i] ?? 0) / total
	}));
}

/** The share of all pairs that are farther apart, interpolated between whole percentiles. */
function similarityOf(distance: number, percentiles: readonly number[]): number {
	const above = percentiles.findIndex((one) => one > distance);
	if (above === -1) return 0;
	if (above === 0) return 100;
	const low = percentiles[above - 1] ?? 0;
	const high = percentiles[above] ?? low;
	return 100 - (above - 1 + (distance - low) / (high - low || 1));
}

/** Reads `2026-1`; null for anything else. */
export function parsePeerVersion(text: string): PeerVersion | null {
	const [, year, version] = /^(\d{4})-([1-9]\d{0,3})$/.exec(text) ?? [];
	return year && version ? { year: Number(year), version: Number(version) } : null;
}

export function peerVersionText({ year, version }: PeerVersion): string {
	return `${String(year)}-${String(version)}`;
}

import type { ContextVariable } from './statistics/context-scale.ts';

/** What peers by structure are found by: facts about a place, never about its results. */
export const CONTEXT_KEYS = [
	'districts',
	'villages',
	'urban_share',
	'islands',
	'kind',
	'island_group',
	'population',
	'density',
	'area'
] as const;
export type ContextKey = (typeof CONTEXT_KEYS)[number];

/** Those that the register of regions itself tells. */
export const REGISTER_KEYS = ['villages', 'urban_share', 'islands'] as const;

/** Those that an operator imports. */
export const IMPORTED_KEYS = ['population', 'density', 'area'] as const;
export type ImportedKey = (typeof IMPORTED_KEYS)[number];

/** A known key with how it is brought on a scale and how much it counts. */
export type PeerVariable = ContextVariable & { readonly key: ContextKey };

/**
 * Weights are a judgement and open to question (decision 0019): being a city or a regency counts
 * double because tasks and offices differ; the island group half, because it only stands for
 * distances and transport. Population and density, once imported, say more than counts of villages.
 */
const VARIABLES: readonly PeerVariable[] = [
	{ key: 'districts', kind: 'number', transform: 'log', weight: 1 },
	{ key: 'villages', kind: 'number', transform: 'log', weight: 1 },
	{ key: 'urban_share', kind: 'number', transform: 'logit', weight: 1 },
	{ key: 'islands', kind: 'number', transform: 'log1p', weight: 0.5 },
	{ key: 'kind', kind: 'category', weight: 2 },
	{ key: 'island_group', kind: 'category', weight: 0.5 },
	{ key: 'population', kind: 'number', transform: 'log', weight: 2 },
	{ key: 'density', kind: 'number', transform: 'log', weight: 1 },
	{ key: 'area', kind: 'number', transform: 'log', weight: 1 }
];

/** An imported variable counts only when this share of the regions has it. */
const MIN_KNOWN_SHARE = 0.8;

/** The variables that enough of the regions have, so that none is left without peers. */
export function usableVariables(
	profiles: readonly { readonly values: Readonly<Record<string, unknown>> }[]
): PeerVariable[] {
	return VARIABLES.filter(({ key }) => {
		const known = profiles.filter(({ values }) => (values[key] ?? null) !== null);
		return known.length > 0 && known.length >= MIN_KNOWN_SHARE * profiles.length;
	});
}

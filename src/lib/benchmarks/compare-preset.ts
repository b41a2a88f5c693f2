/** A set of regions that is chosen with one click. */
export interface ComparePreset {
	readonly key: 'compare.preset.family' | 'compare.preset.cities' | 'compare.preset.regencies';
	readonly values: Readonly<Record<string, string>>;
	readonly regions: readonly string[];
}

import type { MissingReason } from '#lib/charts/model-parts.ts';
import type { PeerQuartiles, TrendObservation } from '#lib/charts/trend-model.ts';
import type { Month } from '#lib/core/period.ts';
import type { Against, CompareView } from './compare-query.ts';
import type { RegionSeries, Series, SeriesCell } from './series.ts';

/** How a comparison looks at its months. */
export interface CompareLook {
	readonly view: CompareView;
	readonly against: Against;
	/** The month that counts as 100; null for the first one shown. */
	readonly base: Month | null;
}

export const PLAIN_LOOK: CompareLook = { view: 'value', against: 'region', base: null };

/** A region's months as the chosen way to look shows them; `plain` is the figure behind each. */
export interface ViewedRegion {
	readonly code: string;
	readonly observations: readonly (TrendObservation & { readonly plain: number | null })[];
}

export interface Viewed {
	readonly regions: readonly ViewedRegion[];
	/** Null where a way to look has no quartiles of the group. */
	readonly quartiles: readonly PeerQuartiles[] | null;
}

/**
 * Turns the figures of a comparison into what the chosen way to look shows. All but rolling twelve
 * months, which are sums and made where the figures are read, are made here: a difference is in the
 * KPI's unit (percentage points for percentages), an index has 100 in the base month.
 * @param reference the region that differences are taken to, when they are taken to a region
 * @param yearAgo the same regions twelve months earlier, in the same order
 */
export function viewSeries(
	series: Series,
	look: CompareLook,
	reference: string | null,
	yearAgo: readonly RegionSeries[] | null
): Viewed {
	const quartiles = series.group?.months ?? null;
	switch (look.view) {
		case 'value':
		case 'rolling12':
			return { regions: series.regions.map(asTheyAre), quartiles };
		case 'control':
			return { regions: series.regions.map(asTheyAre), quartiles: null };
		case 'difference': {
			const references = referencesOf(series, look.against, reference);
			return {
				regions: series.regions.map((one) =>
					derived(one, (value, i) => minus(value, references[i] ?? null))
				),
				quartiles: quartiles?.map((one, i) => shifted(one, references[i] ?? null)) ?? null
			};
		}
		case 'index': {
			const month = look.base ?? series.from;
			return {
				regions: series.regions.map((one) => {
					const base = one.cells.find((cell) => cell.month === month)?.value ?? null;
					return derived(one, (value) =>
						base === null || base === 0 ? null : (100 * value) / base
					);
				}),
				quartiles: null
			};
		}
		case 'year_ago':
			return {
				regions: series.regions.map((one, region) =>
					derived(one, (value, i) => minus(value, yearAgo?.[region]?.cells[i]?.value ?? null))
				),
				quartiles: null
			};
	}
}

/** The region that differences are taken to: the reader's own, or else the first. */
export function referenceOf(series: Series, own: readonly string[]): string | null {
	const codes = series.regions.map(({ region }) => region.code);
	return codes.find((code) => own.includes(code)) ?? codes[0] ?? null;
}

function referencesOf(
	{ regions, group }: Series,
	against: Against,
	reference: string | null
): (number | null)[] {
	if (against === 'group') return group?.months.map(({ p50 }) => p50) ?? [];
	const cells = regions.find(({ region }) => region.code === reference)?.cells ?? [];
	return cells.map(({ value }) => value);
}

function asTheyAre({ region, cells }: RegionSeries): ViewedRegion {
	return {
		code: region.code,
		observations: cells.map((cell) => ({ ...cell, plain: cell.value }))
	};
}

/** What is made of a figure loses its cases: they are not what it counts. */
function derived(
	{ region, cells }: RegionSeries,
	make: (value: number, position: number) => number | null
): ViewedRegion {
	return {
		code: region.code,
		observations: cells.map((cell, i) => {
			const value = cell.value === null ? null : make(cell.value, i);
			return {
				month: cell.month,
				value,
				missing: missingOf(cell, value),
				isProvisional: cell.isProvisional,
				plain: cell.value
			};
		})
	};
}

function missingOf(cell: SeriesCell, value: number | null): MissingReason | null {
	if (value !== null) return null;
	return cell.value === null ? (cell.missing ?? 'no_data') : 'no_reference';
}

function minus(value: number, reference: number | null): number | null {
	return reference === null ? null : value - reference;
}

function shifted({ month, p25, p50, p75 }: PeerQuartiles, by: number | null): PeerQuartiles {
	const move = (value: number | null) => (value === null || by === null ? null : value - by);
	return { month, p25: move(p25), p50: move(p50), p75: move(p75) };
}

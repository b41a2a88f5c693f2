import type { ComparedKpi, Comparison } from './comparison.ts';
import { packRows, unpackRows, type PackedRows } from './packed-rows.ts';
import type { GroupMonth, RegionSeries, Series, SeriesCell } from './series.ts';

interface PackedRegion extends Omit<RegionSeries, 'cells'> {
	readonly cells: PackedRows<SeriesCell>;
}

interface PackedKpi extends Omit<ComparedKpi, 'series' | 'yearAgo'> {
	readonly series: Omit<Series, 'regions' | 'group'> & {
		readonly regions: readonly PackedRegion[];
		readonly group:
			| (Omit<NonNullable<Series['group']>, 'months'> & { readonly months: PackedRows<GroupMonth> })
			| null;
	};
	readonly yearAgo: readonly PackedRegion[] | null;
}

/** A comparison on its way to the page: months by months of eight regions and six KPIs. */
export interface PackedComparison extends Omit<Comparison, 'kpis'> {
	readonly kpis: readonly PackedKpi[];
}

/** Packs the months of a comparison, where every cell would repeat seven names. */
export function packComparison(comparison: Comparison): PackedComparison {
	return {
		...comparison,
		kpis: comparison.kpis.map(({ series, yearAgo, ...compared }) => ({
			...compared,
			yearAgo: yearAgo?.map(packRegion) ?? null,
			series: {
				...series,
				regions: series.regions.map(packRegion),
				group: series.group && { ...series.group, months: packRows(series.group.months) }
			}
		}))
	};
}

/** The inverse of {@link packComparison}. */
export function unpackComparison(packed: PackedComparison): Comparison {
	return {
		...packed,
		kpis: packed.kpis.map(({ series, yearAgo, ...compared }) => ({
			...compared,
			yearAgo: yearAgo?.map(unpackRegion) ?? null,
			series: {
				...series,
				regions: series.regions.map(unpackRegion),
				group: series.group && { ...series.group, months: unpackRows(series.group.months) }
			}
		}))
	};
}

function packRegion({ region, cells }: RegionSeries): PackedRegion {
	return { region, cells: packRows(cells) };
}

function unpackRegion({ region, cells }: PackedRegion): RegionSeries {
	return { region, cells: unpackRows(cells) };
}

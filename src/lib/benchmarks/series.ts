import type { MissingReason } from '#lib/charts/model-parts.ts';
import type { Month } from '#lib/core/period.ts';
import type { Region } from '#lib/database/tables/regions.ts';
import type { DefinedKpi } from './defined-kpi.ts';
import type { GroupLabel } from './group.ts';
import { rollingYear, ROLLING_MONTHS } from './statistics/rolling.ts';

/** One month of a region: a value, or the reason why there is none. */
export interface SeriesCell {
	readonly month: Month;
	/** In the KPI's unit, unrounded. */
	readonly value: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly missing: MissingReason | null;
	readonly isProvisional: boolean;
	readonly isSample: boolean;
}

export interface RegionSeries {
	readonly region: Region;
	/** One for each month of the answer. */
	readonly cells: readonly SeriesCell[];
}

/** A group's quartiles of a month; null where no region has a value. */
export interface GroupMonth {
	readonly month: Month;
	readonly n: number;
	readonly nExpected: number;
	readonly nSample: number;
	readonly p25: number | null;
	readonly p50: number | null;
	readonly p75: number | null;
}

export interface Series {
	readonly kpi: DefinedKpi;
	readonly from: Month;
	readonly to: Month;
	/** In the order asked for. */
	readonly regions: readonly RegionSeries[];
	readonly group: {
		readonly code: string;
		readonly label: GroupLabel;
		/** One for each month of the answer. */
		readonly months: readonly GroupMonth[];
	} | null;
	/** Whether the values are rolling twelve months. */
	readonly isRolling: boolean;
}

/** Whether twelve months of a KPI can be put together: medians and scores cannot. */
export function canRoll({ kind, derivation }: { kind: string; derivation: string }): boolean {
	// A backlog or a coverage is the position at a month's end, which is not added up.
	if (derivation === 'coverage') return false;
	return kind === 'proportion' || kind === 'mean';
}

/**
 * The rolling twelve months of a region: sum(num) / sum(den) over each month and the eleven before
 * it. The first eleven cells only feed the others and are left out of the answer.
 * @param cells a complete list of months, beginning eleven months early
 * @param scale what the KPI's unit multiplies a ratio by: 100 for a percentage
 */
export function rollCells(cells: readonly SeriesCell[], scale: number): SeriesCell[] {
	const rolled = rollingYear(
		cells.map(({ value, numerator, denominator }) =>
			value === null || numerator === null ? null : { numerator, denominator }
		)
	);
	return cells.slice(ROLLING_MONTHS - 1).map((cell, i) => {
		const window = cells.slice(i, i + ROLLING_MONTHS);
		const sum = rolled[i + ROLLING_MONTHS - 1] ?? null;
		return {
			month: cell.month,
			value: sum === null ? null : sum.value * scale,
			numerator: sum?.numerator ?? null,
			denominator: sum?.denominator ?? null,
			missing: sum === null ? (cell.missing ?? 'no_data') : null,
			isProvisional: window.some((one) => one.isProvisional),
			isSample: window.some((one) => one.isSample)
		};
	});
}

/** The last month up to one in which a region has a value; null where it has none among the months. */
export function lastKnown(
	series: readonly RegionSeries[],
	regionCode: string,
	until: Month | null
): SeriesCell | null {
	const cells = series.find(({ region }) => region.code === regionCode)?.cells ?? [];
	return (
		cells.findLast(({ month, value }) => value !== null && (until === null || month <= until)) ??
		null
	);
}

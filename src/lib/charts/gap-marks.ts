import type { TrendModel, TrendSeries } from './model-trend.ts';

/** A month that is missing between two values of a series. */
export interface GapMark {
	readonly series: TrendSeries;
	/** In the list of months. */
	readonly position: number;
}

/**
 * The gaps that get a small tick on the time axis: those of the reader's own region, or of the only
 * one. With many regions nobody could tell whose a tick is; their reasons stand in the table.
 */
export function gapMarks({ series }: Pick<TrendModel, 'series'>): GapMark[] {
	return series
		.filter(({ isOwn }) => isOwn || series.length === 1)
		.flatMap((one) => {
			const first = one.points.findIndex(({ value }) => value !== null);
			const last = one.points.findLastIndex(({ value }) => value !== null);
			return one.points.flatMap(({ value }, position) =>
				value === null && position > first && position < last ? [{ series: one, position }] : []
			);
		});
}

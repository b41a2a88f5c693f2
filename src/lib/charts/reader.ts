import type { TrendModel } from './model-trend.ts';

/** One region in one month: `Kabupaten Nabire: 90,8% (262 dari 300)`, or why there is no value. */
export function seriesText(model: TrendModel, seriesIndex: number, position: number): string {
	const series = model.series[seriesIndex];
	const point = series?.points[position];
	if (!series || !point) return '';
	const mark = model.control?.marks.find((one) => one.position === position)?.text ?? '';
	return [
		`${series.name}: ${point.text}`,
		point.detail === '' ? '' : ` (${point.detail})`,
		mark === '' ? '' : `, ${mark}`
	].join('');
}

/** What is read at a month: a line for every region, or for one of them. */
export function readingLines(
	model: TrendModel,
	position: number,
	seriesIndex: number | null
): string[] {
	const indexes = seriesIndex === null ? model.series.keys().toArray() : [seriesIndex];
	return indexes.map((index) => seriesText(model, index, position));
}

export interface Reading {
	readonly position: number;
	/** Null while all regions are read. */
	readonly series: number | null;
}

/**
 * Where a key leads: left and right by month, Home and End to the ends, up and down by region, Esc
 * to all regions. It stops at the ends and never wraps.
 * @returns null for a key that is not ours
 */
export function moveReading(
	model: TrendModel,
	{ position, series }: Reading,
	key: string
): Reading | null {
	const lastMonth = model.months.length - 1;
	const lastSeries = model.series.length - 1;
	switch (key) {
		case 'ArrowLeft':
			return { series, position: Math.max(0, position - 1) };
		case 'ArrowRight':
			return { series, position: Math.min(lastMonth, position + 1) };
		case 'Home':
			return { series, position: 0 };
		case 'End':
			return { series, position: lastMonth };
		case 'ArrowDown':
			return { position, series: Math.min(lastSeries, (series ?? -1) + 1) };
		case 'ArrowUp':
			return { position, series: series === null || series === 0 ? null : series - 1 };
		case 'Escape':
			return series === null ? null : { position, series: null };
		default:
			return null;
	}
}

/** The last month in which any region has a value: where reading starts. */
export function latestPosition(model: TrendModel): number {
	const latest = model.series.map(({ points }) =>
		points.findLastIndex(({ value }) => value !== null)
	);
	return Math.max(0, ...latest);
}

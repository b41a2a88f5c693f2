import { toCsv, type CsvCell } from '#lib/http/csv.ts';
import { CONTROL_LINES, controlValue } from './control-lines.ts';
import type { RegionRecord } from './model-regions.ts';
import type { TrendModel } from './model-trend.ts';
import type { ChartModel } from './model.ts';

const TREND_COLUMNS = [
	'month',
	'region',
	'name',
	'value',
	'numerator',
	'denominator',
	'provisional',
	'sample',
	'missing_reason'
];

/** Of a control chart: its lines as they are drawn, and what a rule says of the month. */
const CONTROL_COLUMNS = ['upper_limit', 'mean', 'lower_limit', 'signal'];

const REGION_COLUMNS = [
	'region',
	'name',
	'rank',
	'rank_low',
	'rank_high',
	'value',
	'numerator',
	'denominator',
	'provisional',
	'sample',
	'missing_reason'
];

/**
 * The figures of a chart as CSV, one observation a line, numbers with a point and unrounded, a
 * missing value empty with its reason beside it. The column names are the API's.
 */
export function chartCsv(model: ChartModel): string {
	return model.kind === 'trend'
		? toCsv([...TREND_COLUMNS, ...(model.control ? CONTROL_COLUMNS : [])], trendRows(model))
		: toCsv(REGION_COLUMNS, recordRows(model.records));
}

function trendRows({ series, control }: TrendModel): CsvCell[][] {
	return series.flatMap(({ id, name, isSample, points }) =>
		points.map((point, i): CsvCell[] => [
			point.month,
			id,
			name,
			point.value,
			point.numerator,
			point.denominator,
			Number(point.isProvisional),
			Number(isSample),
			point.missing,
			...(control
				? [
						...CONTROL_LINES.map((line) => controlValue(control, line, i)),
						control.marks.find(({ position }) => position === i)?.text ?? ''
					]
				: [])
		])
	);
}

function recordRows(records: readonly RegionRecord[]): CsvCell[][] {
	return records.map((record): CsvCell[] => [
		record.id,
		record.name,
		record.rank,
		record.rankLow,
		record.rankHigh,
		record.value,
		record.numerator,
		record.denominator,
		Number(record.isProvisional),
		Number(record.isSample),
		record.missing
	]);
}

import type { ChartModel, RegionRecord, TrendModel } from './model.ts';

type Field = string | number | null;

/**
 * The figures of a chart as CSV (RFC 4180: CRLF, quotes doubled), one observation a line, numbers
 * with a point and unrounded, a missing value empty with its reason beside it. The column names are
 * the API's. Texts that a spreadsheet would run as a formula are made harmless.
 */
export function chartCsv(model: ChartModel): string {
	const rows = model.kind === 'trend' ? trendRows(model) : recordRows(model.records);
	return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function trendRows({ series }: TrendModel): Field[][] {
	const header = [
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
	const rows = series.flatMap(({ id, name, isSample, points }) =>
		points.map((point): Field[] => [
			point.month,
			id,
			name,
			point.value,
			point.numerator,
			point.denominator,
			Number(point.isProvisional),
			Number(isSample),
			point.missing
		])
	);
	return [header, ...rows];
}

function recordRows(records: readonly RegionRecord[]): Field[][] {
	const header = [
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
	const rows = records.map((record): Field[] => [
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
	return [header, ...rows];
}

function field(value: Field): string {
	if (value === null) return '';
	if (typeof value === 'number') return String(value);
	const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

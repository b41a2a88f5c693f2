import { formatMonth } from '#lib/i18n/format.ts';
import type { Locale, Translate } from '#lib/i18n/translate.ts';
import type { ExportTable } from '#lib/spreadsheets/export-table.ts';
import type { Cell } from '#lib/spreadsheets/table.ts';
import { capitalised, groupText, unitText } from './chart-context.ts';
import { aboutKpi, definitionText } from './export-about.ts';
import { kpiFunnel } from './kpi-funnel.ts';
import type { RankedRegion, Ranking } from './ranking.ts';

interface Reader {
	readonly locale: Locale;
	readonly t: Translate;
}

/** The page of a KPI as rows: ranks with their interval, place in the funnel, and the spread. */
export function kpiExport(ranking: Ranking, reader: Reader): ExportTable {
	const { locale, t } = reader;
	const { kpi, month, summary } = ranking;
	const funnel = kpiFunnel(ranking, { own: null, selected: [] }, reader);
	const zones = new Map(funnel?.marks.map(({ id, zoneText }) => [id, zoneText]));
	const monthText = month === null ? '' : formatMonth(locale, month);
	return {
		name: t('export.kpi.sheet'),
		fileName: ['studi-tiru', kpi.code, month ?? '', ranking.group.replaceAll(':', '-')].join('_'),
		columns: [
			t('export.regionCode'),
			t('kpi.table.region'),
			t('entry.month'),
			t('kpi.table.rank'),
			t('export.rankLow'),
			t('export.rankHigh'),
			t('kpi.table.value'),
			t('export.unit'),
			t('export.numerator'),
			t('export.denominator'),
			t('export.missing'),
			t('export.funnel'),
			t('kpi.table.notes')
		],
		rows: ranking.rows.map((row) => [
			row.code,
			row.name,
			month,
			row.rank,
			row.rankLow,
			row.rankHigh,
			row.value,
			unitText(kpi.unit, t),
			row.numerator,
			row.denominator,
			row.missing === null ? null : t(`chart.missing.${row.missing}`),
			zones.get(row.code) ?? null,
			notesOf(row, ranking, t)
		]),
		definitions: ranking.rows.map(() => definitionText(kpi, locale)),
		about: [
			...aboutKpi(kpi, reader),
			[t('entry.month'), monthText],
			[t('export.group'), capitalised(groupText(ranking.groupLabel, t))],
			[
				t('export.reported'),
				t('completeness.of', { published: ranking.n, expected: ranking.nExpected })
			]
		],
		more: [
			{
				name: t('kpi.spread.title').slice(0, MAX_SHEET_NAME),
				rows: [
					[t('kpi.spread.measure'), t('kpi.table.value')],
					[t('kpi.quantile.p10'), summary.p10],
					[t('chart.quartile.p25'), summary.p25],
					[t('chart.quartile.p50'), summary.p50],
					[t('chart.quartile.p75'), summary.p75],
					[t('kpi.quantile.p90'), summary.p90]
				]
			}
		]
	};
}

/** Excel takes no longer name of a sheet. */
const MAX_SHEET_NAME = 31;

function notesOf(row: RankedRegion, { isRanked }: Ranking, t: Translate): Cell {
	return row.flags
		.filter((flag) => flag !== 'not_ranked' || isRanked)
		.map((flag) => t(`kpi.flag.${flag}`))
		.join('; ');
}

import type { TrendModel } from '#lib/charts/model-trend.ts';
import type { Locale, Translate } from '#lib/i18n/translate.ts';
import type { ExportTable } from '#lib/spreadsheets/export-table.ts';
import type { Cell } from '#lib/spreadsheets/table.ts';
import { aboutKpi, definitionText } from './export-about.ts';
import type { Comparison } from './comparison.ts';

/**
 * A comparison as rows: a figure of an indicator, region and month each, then the group's quartiles.
 * @param models of the comparison's indicators, in their order: what is drawn is what is exported
 */
export function compareExport(
	comparison: Comparison,
	models: readonly TrendModel[],
	reader: { readonly locale: Locale; readonly t: Translate }
): ExportTable {
	const { locale, t } = reader;
	const kpis = comparison.kpis.map(({ series }) => series.kpi);
	const rows = models.map((model, i) => rowsOf(model, kpis[i]?.code ?? '', t));
	return {
		name: t('export.compare.sheet'),
		fileName: ['studi-tiru', kpis[0]?.code ?? '', comparison.from, comparison.to].join('_'),
		columns: [
			t('export.kpiCode'),
			t('export.indicator'),
			t('export.regionCode'),
			t('kpi.table.region'),
			t('entry.month'),
			t('kpi.table.value'),
			t('export.unit'),
			t('export.numerator'),
			t('export.denominator'),
			t('export.missing'),
			t('kpi.table.notes')
		],
		rows: rows.flat(),
		definitions: rows.flatMap((own, i) => {
			const kpi = kpis[i];
			return own.map(() => (kpi ? definitionText(kpi, locale) : ''));
		}),
		about: models.flatMap((model, i) => {
			const kpi = kpis[i];
			if (!kpi) return [];
			return [
				...aboutKpi(kpi, reader),
				[t('export.content'), `${model.subtitle}. ${model.sentence}`] as [string, string]
			];
		})
	};
}

function rowsOf(model: TrendModel, kpi: string, t: Translate): Cell[][] {
	const { title, y, band } = model;
	const regions = model.series.flatMap(({ id, name, isSample, points }) =>
		points.map((point): Cell[] => [
			kpi,
			title,
			id,
			name,
			point.month,
			point.value,
			y.unit,
			point.numerator,
			point.denominator,
			point.missing === null ? null : t(`chart.missing.${point.missing}`),
			[
				...(point.isProvisional ? [t('kpi.flag.provisional')] : []),
				...(isSample ? [t('sample.mark')] : [])
			].join('; ')
		])
	);
	const quartiles = (['p25', 'p50', 'p75'] as const).flatMap((quartile) =>
		model.months.map(({ month }, i): Cell[] => [
			kpi,
			title,
			null,
			`${band?.name ?? ''}: ${t(`chart.quartile.${quartile}`)}`,
			month,
			band?.[quartile][i] ?? null,
			y.unit,
			null,
			null,
			null,
			null
		])
	);
	return band ? [...regions, ...quartiles] : regions;
}

import type { Locale, Translate } from '#lib/i18n/translate.ts';
import { localName } from '#lib/i18n/translate.ts';
import type { ExportTable } from '#lib/spreadsheets/export-table.ts';
import type { RegionCompleteness } from './server/region-completeness.ts';

/** A region's completeness as rows: a month each, the services beside each other as on the page. */
export function completenessExport(
	{ region, services, months, hasSample }: RegionCompleteness,
	{ locale, t }: { readonly locale: Locale; readonly t: Translate }
): ExportTable {
	return {
		name: t('export.completeness.sheet'),
		fileName: `studi-tiru_${region.code}_completeness`,
		columns: [
			t('export.regionCode'),
			t('kpi.table.region'),
			t('entry.month'),
			t('completeness.published'),
			t('export.expected'),
			t('completeness.due'),
			...services.map((service) => localName(locale, service)),
			t('kpi.table.notes')
		],
		rows: months.map(({ month, due, cells, summary }) => [
			region.code,
			region.name,
			month,
			summary.published,
			summary.expected,
			due,
			...cells.map((cell) => t(`completeness.${cell}`)),
			hasSample ? t('sample.mark') : null
		]),
		definitions: months.map(() => t('completeness.lead')),
		about: [[t('export.content'), t('completeness.lead')]]
	};
}

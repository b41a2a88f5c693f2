import type { Locale, Translate } from '#lib/i18n/translate.ts';
import { localName } from '#lib/i18n/translate.ts';
import type { ExportTable } from '#lib/spreadsheets/export-table.ts';
import { COVERAGE_MODES, type CoverageRow } from './coverage.ts';

/** The coverage of a region on a day, as its page shows it. */
interface CoverageMatrixView {
	readonly day: string;
	readonly services: readonly { readonly nameId: string; readonly nameEn: string }[];
	readonly rows: readonly CoverageRow[];
	readonly hasSample: boolean;
}

/** The coverage matrix as rows: a kecamatan each, the services beside each other as on the page. */
export function coverageExport(
	region: { readonly code: string; readonly name: string },
	{ day, services, rows, hasSample }: CoverageMatrixView,
	{ locale, t }: { readonly locale: Locale; readonly t: Translate }
): ExportTable {
	return {
		name: t('export.coverage.sheet'),
		fileName: `studi-tiru_${region.code}_coverage_${day}`,
		columns: [
			t('export.regionCode'),
			t('kpi.table.region'),
			t('export.districtCode'),
			t('coverage.district'),
			t('export.day'),
			...services.map((service) => localName(locale, service)),
			t('kpi.table.notes')
		],
		rows: rows.map(({ code, name, modes }) => [
			region.code,
			region.name,
			code,
			name,
			day,
			...modes.map((mode) => t(`coverage.mode.${mode ?? 'unknown'}`)),
			hasSample ? t('sample.mark') : null
		]),
		definitions: rows.map(() => t('coverage.lead')),
		about: [
			[t('export.content'), t('coverage.lead')],
			...[...COVERAGE_MODES, null].map((mode): [string, string] => [
				t(`coverage.mode.${mode ?? 'unknown'}`),
				t(`coverage.explain.${mode ?? 'unknown'}`)
			])
		]
	};
}

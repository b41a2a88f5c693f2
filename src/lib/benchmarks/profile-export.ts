import type { Locale, Translate } from '#lib/i18n/translate.ts';
import { localName } from '#lib/i18n/translate.ts';
import type { ExportTable } from '#lib/spreadsheets/export-table.ts';
import { unitText } from './chart-context.ts';
import { aboutKpi, definitionText } from './export-about.ts';
import type { DefinedKpi } from './defined-kpi.ts';
import type { RegionProfile } from './profile.ts';

/** A region's profile as rows: each indicator's newest figure, its variation, and the gap to its peers. */
export function profileExport(
	region: { readonly code: string; readonly name: string },
	profile: RegionProfile,
	kpis: readonly DefinedKpi[],
	reader: { readonly locale: Locale; readonly t: Translate }
): ExportTable {
	const { locale, t } = reader;
	const definedKpis = kpis.filter(({ code }) => profile.rows.some(({ kpi }) => kpi.code === code));
	return {
		name: t('export.profile.sheet'),
		fileName: `studi-tiru_${region.code}_${profile.to}`,
		columns: [
			t('export.regionCode'),
			t('kpi.table.region'),
			t('export.kpiCode'),
			t('export.indicator'),
			t('entry.month'),
			t('kpi.table.value'),
			t('export.unit'),
			t('export.numerator'),
			t('export.denominator'),
			t('export.variation'),
			t('export.assurance'),
			t('export.peerTop'),
			t('kpi.table.notes')
		],
		rows: profile.rows.map((row) => [
			region.code,
			region.name,
			row.kpi.code,
			localName(locale, row.kpi),
			row.month,
			row.value,
			unitText(row.kpi.unit, t),
			row.numerator,
			row.denominator,
			row.variation === null ? null : t(`variation.${row.variation}`),
			row.assurance === null ? null : t(`assurance.${row.assurance}`),
			row.gap?.best ?? null,
			[
				...(row.isProvisional ? [t('kpi.flag.provisional')] : []),
				...(row.isSample ? [t('kpi.flag.sample')] : [])
			].join('; ')
		]),
		definitions: profile.rows.map(({ kpi }) => {
			const defined = definedKpis.find(({ code }) => code === kpi.code);
			return defined ? definitionText(defined, locale) : '';
		}),
		about: definedKpis.flatMap((kpi) => aboutKpi(kpi, reader))
	};
}

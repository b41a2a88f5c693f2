import type { Role } from '#lib/core/access.ts';
import type { Locale, MessageKey, Translate } from '#lib/i18n/translate.ts';
import { localName } from '#lib/i18n/translate.ts';
import { unitText } from '#lib/benchmarks/chart-context.ts';
import type { DefinedKpi } from '#lib/benchmarks/defined-kpi.ts';
import { aboutKpi, definitionText } from '#lib/benchmarks/export-about.ts';
import type { ExportTable } from '#lib/spreadsheets/export-table.ts';
import { reasonText } from './revision-text.ts';
import type { Revision } from './server/revision-list.ts';

/**
 * The list of revisions as rows, in the order of the page.
 * @param kpis the catalogue, for what the figures mean
 */
export function revisionExport(
	revisions: readonly Revision[],
	kpis: readonly DefinedKpi[],
	reader: { readonly locale: Locale; readonly t: Translate }
): ExportTable {
	const { locale, t } = reader;
	const revised = new Set(revisions.map(({ kpi }) => kpi.code));
	const defined = new Map(
		kpis.filter(({ code }) => revised.has(code)).map((kpi) => [kpi.code, kpi])
	);
	const definitions = new Map(
		[...defined.values()].map((kpi) => [kpi.code, definitionText(kpi, locale)])
	);
	return {
		name: t('revision.title').slice(0, 31),
		fileName: 'studi-tiru_revisions',
		columns: [
			t('revision.when'),
			t('export.kpiCode'),
			t('export.indicator'),
			t('export.regionCode'),
			t('kpi.table.region'),
			t('entry.month'),
			t('export.revision'),
			t('revision.old'),
			t('revision.new'),
			t('export.unit'),
			t('revision.why'),
			t('revision.by'),
			t('kpi.table.notes')
		],
		rows: revisions.map((one) => [
			one.changedAt,
			one.kpi.code,
			localName(locale, one.kpi),
			one.region.code,
			one.region.name,
			one.month,
			one.revision,
			one.oldValue,
			one.newValue,
			unitText(one.kpi.unit, t),
			reasonText(one.reason, t),
			one.role === '' ? null : t(`role.${one.role as Role}` satisfies MessageKey),
			one.isSample ? t('sample.mark') : null
		]),
		definitions: revisions.map(({ kpi }) => definitions.get(kpi.code) ?? ''),
		about: [
			[t('export.content'), t('revision.lead')],
			...[...defined.values()].flatMap((kpi) => aboutKpi(kpi, reader))
		]
	};
}

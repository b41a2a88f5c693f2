import type { Role } from '#lib/core/access.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import type { Locale, MessageKey, Translate } from '#lib/i18n/translate.ts';
import { localName } from '#lib/i18n/translate.ts';
import { unitText } from '#lib/benchmarks/chart-context.ts';
import type { DefinedKpi } from '#lib/benchmarks/defined-kpi.ts';
import { aboutKpi, definitionText } from '#lib/benchmarks/export-about.ts';
import type { ExportTable } from '#lib/spreadsheets/export-table.ts';
import { reasonText } from './revision-text.ts';
import type { Revision } from './server/revision-list.ts';

/** The name of the file, without its ending. */
export const REVISIONS_FILE = 'studi-tiru_revisions';

/**
 * The list of revisions as rows, in the order of the page.
 * @param kpis the catalogue, for what the figures mean
 * @param isCut whether older ones are left out, which the file then says
 */
export function revisionExport(
	revisions: readonly Revision[],
	kpis: readonly DefinedKpi[],
	reader: { readonly locale: Locale; readonly t: Translate },
	{ isCut = false }: { readonly isCut?: boolean } = {}
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
		fileName: REVISIONS_FILE,
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
			...(isCut ? [cutNote(revisions.length, reader)] : []),
			...[...defined.values()].flatMap((kpi) => aboutKpi(kpi, reader))
		]
	};
}

/** The same in parts, for a file that holds them all, however many. */
export async function* revisionExportParts(
	slices: AsyncIterable<readonly Revision[]>,
	kpis: readonly DefinedKpi[],
	reader: { readonly locale: Locale; readonly t: Translate }
): AsyncGenerator<ExportTable, void> {
	for await (const slice of slices) yield revisionExport(slice, kpis, reader);
}

function cutNote(
	count: number,
	{ locale, t }: { readonly locale: Locale; readonly t: Translate }
): [label: string, text: string] {
	return [t('export.cut'), t('revision.cut', { count: formatNumber(locale, count) })];
}

import { monthFromIndex } from '#lib/core/period.ts';
import type { Kpi } from '#lib/database/tables/catalogue.ts';
import { localName, type Locale } from '#lib/i18n/translate.ts';
import type { Cell } from '#lib/spreadsheets/table.ts';
import type { ImportField } from './import-columns.ts';

type Column = ImportField | 'name';

/** The template's columns with headers that the import knows; the KPI's name is only for people. */
const HEADERS: readonly (readonly [Column, Readonly<Record<Locale, string>>])[] = [
	['kpi', { id: 'kode indikator', en: 'kpi' }],
	['name', { id: 'nama indikator', en: 'kpi name' }],
	['region', { id: 'kode daerah', en: 'region' }],
	['period', { id: 'bulan', en: 'month' }],
	['received', { id: 'masuk', en: 'received' }],
	['bucket_1', { id: 'sampai 1 jam', en: 'up to 1 hour' }],
	['bucket_2', { id: '1-24 jam', en: '1-24 hours' }],
	['bucket_3', { id: '1-3 hari', en: '1-3 days' }],
	['bucket_4', { id: '3-7 hari', en: '3-7 days' }],
	['bucket_5', { id: 'lebih dari 7 hari', en: 'more than 7 days' }],
	['returned', { id: 'dikembalikan', en: 'returned' }],
	['backlog', { id: 'tertunda', en: 'backlog' }],
	['online', { id: 'daring', en: 'online' }],
	['numerator', { id: 'pembilang', en: 'numerator' }],
	['denominator', { id: 'penyebut', en: 'denominator' }],
	['value', { id: 'nilai', en: 'value' }],
	['note', { id: 'catatan', en: 'note' }]
];

/** A KPI and the months, by index, for which the template has a row. */
export interface TemplateKpi {
	readonly kpi: Pick<Kpi, 'code' | 'nameId' | 'nameEn'>;
	readonly months: readonly number[];
}

/** The rows of a template: the headers, then a row for each KPI and month, to be filled in. */
export function templateRows(
	locale: Locale,
	regionCode: string,
	kpis: readonly TemplateKpi[]
): Cell[][] {
	return [
		HEADERS.map(([, header]) => header[locale]),
		...kpis.flatMap(({ kpi, months }) =>
			months.map((month) => {
				const known: Partial<Record<Column, string>> = {
					kpi: kpi.code,
					name: localName(locale, kpi),
					region: regionCode,
					period: monthFromIndex(month)
				};
				return HEADERS.map(([column]) => known[column] ?? null);
			})
		)
	];
}

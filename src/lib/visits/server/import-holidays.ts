import { parse } from 'csv-parse/sync';
import type { Context } from '#lib/core/context.ts';
import { DomainError, type FieldProblem } from '#lib/core/errors.ts';
import { isDay } from '#lib/core/period.ts';
import { hasPersonalNumber } from '#lib/core/personal-number.ts';
import type { Holiday } from '#lib/database/tables/visits.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { getRegions } from '#lib/regions/server/use-cases.ts';
import { saveHolidays } from './manage-repository.ts';

const KINDS: Readonly<Record<string, Holiday['kind']>> = {
	libur_nasional: 'national',
	national: 'national',
	cuti_bersama: 'collective_leave',
	collective_leave: 'collective_leave',
	libur_daerah: 'regional',
	regional: 'regional'
};

/** The names a column may have, in either language. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
	day: ['date', 'day', 'tanggal'],
	kind: ['type', 'kind', 'jenis'],
	nameId: ['name_id', 'nama'],
	nameEn: ['name_en', 'nama_inggris'],
	regionCode: ['region', 'daerah']
};

export interface HolidayImport {
	readonly rows: number;
	/** Holidays by year, as the file has them. */
	readonly years: Readonly<Record<string, number>>;
}

/**
 * Reads a list of holidays, `date,type,name_id,name_en[,region]`, and stores all of it or, when a
 * row is wrong, nothing: each wrong row is named. A day that is there already is brought up to date.
 * @param input.isDryRun only checks the file.
 */
export async function importHolidays(
	ctx: Pick<Context, 'db' | 'now'>,
	input: { readonly csv: string; readonly isDryRun: boolean }
): Promise<HolidayImport> {
	const problems: FieldProblem[] = [];
	const holidays: Holiday[] = [];
	const seen = new Set<string>();
	const rows: Record<string, string>[] = parse(input.csv, {
		bom: true,
		columns: (header: string[]) => header.map(columnName),
		skip_empty_lines: true,
		trim: true,
		relax_column_count: true
	});
	for (const [i, row] of rows.entries()) {
		const path = `row ${String(i + 2)}`;
		const kind = KINDS[(row.kind ?? '').toLowerCase()];
		const regionCode = row.regionCode ?? '';
		const key = `${row.day ?? ''} ${regionCode}`;
		if (!isDay(row.day ?? '')) problems.push({ path, code: 'field.day' });
		else if (!kind) problems.push({ path, code: 'holiday.kind' });
		else if (!row.nameId) problems.push({ path, code: 'holiday.name' });
		else if (hasPersonalNumber(`${row.nameId} ${row.nameEn ?? ''}`)) {
			problems.push({ path, code: 'field.nik' });
		} else if ((kind === 'regional') !== (regionCode !== '')) {
			problems.push({ path, code: 'holiday.region' });
		} else if (seen.has(key)) problems.push({ path, code: 'holiday.twice' });
		else {
			seen.add(key);
			const { day = '', nameId, nameEn } = row;
			holidays.push({ day, regionCode, kind, nameId, nameEn: nameEn || nameId });
		}
	}
	const regions = [...new Set(holidays.flatMap(({ regionCode }) => regionCode || []))];
	const known = new Set((await getRegions(ctx, regions)).map(({ code }) => code));
	for (const region of regions) {
		if (!known.has(region)) problems.push({ path: region, code: 'holiday.region' });
	}
	if (rows.length === 0) problems.push({ path: 'file', code: 'holiday.empty' });
	if (problems.length > 0) throw new DomainError('invalid', { fields: problems });

	if (!input.isDryRun) await inTransaction(ctx, ({ db }) => saveHolidays(db, holidays));
	const years: Record<string, number> = {};
	for (const { day } of holidays) years[day.slice(0, 4)] = (years[day.slice(0, 4)] ?? 0) + 1;
	return { rows: holidays.length, years };
}

function columnName(header: string): string {
	const name = header.trim().toLowerCase();
	return Object.entries(COLUMNS).find(([, names]) => names.includes(name))?.[0] ?? name;
}

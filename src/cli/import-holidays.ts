import { readFile } from 'node:fs/promises';
import type { Context } from '#lib/core/context.ts';
import { importHolidays } from '#lib/visits/server/import-holidays.ts';
import { requiredWord, type CommandLine } from './options.ts';

/** Imports a year's holidays from a CSV file; returns what to print. */
export async function importHolidaysFile(
	ctx: Pick<Context, 'db' | 'now'>,
	line: CommandLine
): Promise<string> {
	const csv = await readFile(requiredWord(line, 2, 'file'), 'utf8');
	const { rows, years } = await importHolidays(ctx, { csv, isDryRun: line.isTrial });
	const counted = Object.entries(years).map(([year, n]) => `${year}: ${String(n)}`);
	return line.isTrial
		? `The file is in order: ${String(rows)} days (${counted.join(', ')}). Nothing was written.`
		: `Stored ${String(rows)} days (${counted.join(', ')}).`;
}

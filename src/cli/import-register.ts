import { readFile } from 'node:fs/promises';
import { readDistricts, type ReadFile, readRegions } from '#db/reference/register-file.ts';
import { upsertDistricts, upsertRegions } from '#db/reference/upserts.ts';
import type { Context } from '#lib/core/context.ts';
import type { Db } from '#lib/database/connection.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { bumpReferenceVersion } from '#lib/observations/server/data-version.ts';
import { listProvinces, listRegions } from '#lib/regions/server/use-cases.ts';
import { requiredWord, type CommandLine } from './options.ts';
import { UsageError } from './usage-error.ts';

type ImportContext = Pick<Context, 'db' | 'now'>;

/** More problems than this are counted, not printed. */
const SHOWN_PROBLEMS = 20;

/** Adds regencies and cities to the register, or brings their names up to date. */
export async function importRegions(ctx: ImportContext, line: CommandLine): Promise<string> {
	const provinces = new Set((await listProvinces(ctx)).map(({ code }) => code));
	const read = readRegions(await textOf(line), provinces);
	return store(ctx, line, { read, upsert: upsertRegions, what: 'regions' });
}

/** Adds districts to the register, or brings their names up to date. */
export async function importDistricts(ctx: ImportContext, line: CommandLine): Promise<string> {
	const regions = new Set((await listRegions(ctx)).map(({ code }) => code));
	const read = readDistricts(await textOf(line), regions);
	return store(ctx, line, { read, upsert: upsertDistricts, what: 'districts' });
}

async function textOf(line: CommandLine): Promise<string> {
	return readFile(requiredWord(line, 2, 'CSV file'), 'utf8');
}

interface Part<Row> {
	readonly read: ReadFile<Row>;
	readonly upsert: (db: Db, rows: readonly Row[]) => Promise<void>;
	readonly what: string;
}

async function store<Row>(
	ctx: ImportContext,
	{ isTrial }: CommandLine,
	{ read: { rows, problems }, upsert, what }: Part<Row>
): Promise<string> {
	if (problems.length > 0) {
		const shown = problems
			.slice(0, SHOWN_PROBLEMS)
			.map(({ line, text }) => `line ${String(line)}: ${text}`);
		throw new UsageError(
			[`Nothing was imported: ${String(problems.length)} lines cannot be used.`, ...shown].join(
				'\n'
			)
		);
	}
	if (isTrial) return `The file is sound: ${String(rows.length)} ${what}. Nothing was written.`;
	await inTransaction(ctx, async (ctx) => {
		await upsert(ctx.db, rows);
		await bumpReferenceVersion(ctx);
	});
	return `Imported ${String(rows.length)} ${what}.`;
}

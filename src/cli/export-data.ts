import { createHash } from 'node:crypto';
import { mkdir, open, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Context } from '#lib/core/context.ts';
import { toCsv } from '#lib/http/csv.ts';
import { cellOf } from '#lib/http/csv-rows.ts';
import { ATTRIBUTION, LICENCE } from '#lib/http/server/list-response.ts';
import { listInnovations } from '#lib/innovations/server/list-innovations.ts';
import { writeUpDocument } from '#lib/peer-reviews/server/write-up-document.ts';
import { type ExportTable, exportTables } from './export-tables.ts';
import { requiredWord, type CommandLine } from './options.ts';
import { UsageError } from './usage-error.ts';

interface Resource {
	readonly name: string;
	readonly path: string;
	readonly format: 'csv' | 'json';
	readonly rows: number;
	readonly hash: string;
}

/**
 * Writes all that the site publishes into an empty folder, in open formats: a CSV file for each
 * table of the API, the write-ups as JSON, and a `datapackage.json` that lists them with the
 * number of rows and the SHA-256 of each. Source: Data Package 2.0 of frictionlessdata.io.
 */
export async function exportData(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	line: CommandLine
): Promise<string> {
	const folder = requiredWord(line, 1, 'folder to write to');
	await mkdir(folder, { recursive: true });
	if ((await readdir(folder)).length > 0) throw new UsageError(`${folder} is not empty.`);

	const ctx: Context = { db, now, actor: null, locale: 'id' };
	const resources: Resource[] = [];
	for (const table of exportTables) resources.push(await writeTable(ctx, folder, table));
	resources.push(await writeInnovations(ctx, folder));
	await writeFile(path.join(folder, 'datapackage.json'), describe(resources, now()));
	const rows = resources.reduce((sum, each) => sum + each.rows, 0);
	return `Wrote ${String(rows)} rows in ${String(resources.length)} files to ${folder}.`;
}

async function writeTable(ctx: Context, folder: string, table: ExportTable): Promise<Resource> {
	const file = `${table.name}.csv`;
	const handle = await open(path.join(folder, file), 'wx');
	const hash = createHash('sha256');
	let columns: string[] | undefined;
	let rows = 0;
	try {
		for await (const portion of table.portions(ctx)) {
			const [first] = portion;
			if (!first) continue;
			const isFirst = columns === undefined;
			const names = (columns ??= Object.keys(first));
			const text = toCsv(
				names,
				portion.map((row) => names.map((name) => cellOf(row[name])))
			);
			// The header is written once, before the first portion.
			const part = isFirst ? text : text.slice(text.indexOf('\r\n') + 2);
			hash.update(part);
			await handle.write(part);
			rows += portion.length;
		}
		await handle.sync();
	} finally {
		await handle.close();
	}
	return { name: table.name, path: file, format: 'csv', rows, hash: hash.digest('hex') };
}

async function writeInnovations(ctx: Context, folder: string): Promise<Resource> {
	const { innovations } = await listInnovations(ctx);
	const documents = [];
	for (const { slug } of innovations) {
		documents.push(await writeUpDocument(ctx, slug));
	}
	const text = JSON.stringify(documents, null, '\t') + '\n';
	await writeFile(path.join(folder, 'innovations.json'), text);
	const hash = createHash('sha256').update(text).digest('hex');
	return {
		name: 'innovations',
		path: 'innovations.json',
		format: 'json',
		rows: documents.length,
		hash
	};
}

function describe(resources: readonly Resource[], now: Date): string {
	const document = {
		$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
		name: 'studi-tiru',
		created: now.toISOString(),
		licenses: [{ name: LICENCE.replaceAll(' ', '-'), title: LICENCE }],
		attribution: ATTRIBUTION,
		resources: resources.map(({ hash, rows, ...resource }) => ({
			...resource,
			hash: `sha256:${hash}`,
			rows
		}))
	};
	return JSON.stringify(document, null, '\t') + '\n';
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Db } from '#lib/database/connection.ts';

/** What the register says about a region besides its districts. */
interface RegisterContextRow {
	readonly regionCode: string;
	readonly variable: 'villages' | 'urban_share' | 'islands';
	readonly value: number;
}

const PACKAGE = 'idn-area-data';

/** The version of the package that the register comes from: its files change only with it. */
export async function registerPackageVersion(): Promise<string> {
	const manifest = JSON.parse(await readFile(manifestPath(), 'utf8')) as { version: string };
	return `${PACKAGE} ${manifest.version}`;
}

/**
 * Loads how many villages and islands each region has and which share of the villages are urban
 * (kelurahan) from the package's largest files, which are read for nothing else.
 */
export async function loadRegisterContext(db: Db, source: string): Promise<void> {
	const rows = await readRegisterContext();
	const updatedAt = new Date().toISOString();
	const known = await db.selectFrom('region').select('code').execute();
	const codes = new Set(known.map(({ code }) => code));
	const values = rows
		.filter(({ regionCode }) => codes.has(regionCode))
		.map((row) => ({ ...row, source, updatedAt }));
	for (let from = 0; from < values.length; from += ROWS_PER_STATEMENT) {
		await db
			.insertInto('regionContext')
			.values(values.slice(from, from + ROWS_PER_STATEMENT))
			.onConflict((conflict) =>
				conflict.columns(['regionCode', 'variable']).doUpdateSet((eb) => ({
					value: eb.ref('excluded.value'),
					source: eb.ref('excluded.source'),
					updatedAt: eb.ref('excluded.updatedAt')
				}))
			)
			.execute();
	}
}

const ROWS_PER_STATEMENT = 500;

/** The codes begin their lines, and the last part of a village's begins with 1 for a kelurahan. */
const VILLAGE = /^(\d{2}\.\d{2})\.\d{2}\.(\d)\d{3},/gm;
const ISLAND = /^(\d{2}\.\d{2})\.\d{5},/gm;

async function readRegisterContext(): Promise<RegisterContextRow[]> {
	const [villages, islands] = await Promise.all([read('villages'), read('islands')]);
	const counts = new Map<string, { villages: number; urban: number; islands: number }>();
	const of = (regionCode: string) => {
		const known = counts.get(regionCode) ?? { villages: 0, urban: 0, islands: 0 };
		counts.set(regionCode, known);
		return known;
	};
	for (const [, regionCode = '', type] of villages.matchAll(VILLAGE)) {
		of(regionCode).villages += 1;
		if (type === '1') of(regionCode).urban += 1;
	}
	for (const [, regionCode = ''] of islands.matchAll(ISLAND)) of(regionCode).islands += 1;
	return [...counts].flatMap(([regionCode, { villages, urban, islands }]) => [
		{ regionCode, variable: 'villages', value: villages },
		{ regionCode, variable: 'urban_share', value: villages === 0 ? 0 : urban / villages },
		{ regionCode, variable: 'islands', value: islands }
	]);
}

function read(name: string): Promise<string> {
	return readFile(path.join(path.dirname(manifestPath()), 'data', `${name}.csv`), 'utf8');
}

function manifestPath(): string {
	return createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`);
}

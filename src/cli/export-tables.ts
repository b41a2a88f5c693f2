import { kpiDocument } from '#lib/benchmarks/server/catalogue-rows.ts';
import { listKpis, listServices } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { coverageRows } from '#lib/observations/server/coverage-rows.ts';
import { getCoverage } from '#lib/observations/server/coverage.ts';
import { listObservations, listRevisions } from '#lib/observations/server/list-observations.ts';
import { registerRow } from '#lib/regions/server/register-row.ts';
import { listRegister } from '#lib/regions/server/register.ts';
import { listDistricts, listRegions } from '#lib/regions/server/use-cases.ts';
import { hostRow } from '#lib/visits/server/api-rows.ts';
import { listHosts } from '#lib/visits/server/hosts.ts';

type Row = Readonly<Record<string, unknown>>;

/** A public table of the site: the rows that the API gives, in portions. */
export interface ExportTable {
	readonly name: string;
	readonly portions: (ctx: Context) => AsyncIterable<readonly Row[]>;
}

const PORTION = 5000;

/** Every public table, under the name of its path in the API. */
export const exportTables: readonly ExportTable[] = [
	{
		name: 'regions',
		portions: once(async (ctx) => (await listRegister(ctx, {})).map(registerRow))
	},
	{ name: 'districts', portions: districts },
	{
		name: 'services',
		portions: once(async (ctx) =>
			(await listServices(ctx)).map(({ code, groupCode, nameId, nameEn }) => ({
				code,
				group: groupCode,
				name_id: nameId,
				name_en: nameEn
			}))
		)
	},
	{ name: 'kpis', portions: once(async (ctx) => (await listKpis(ctx)).map(kpiDocument)) },
	{ name: 'observations', portions: observations },
	{ name: 'revisions', portions: revisions },
	{ name: 'coverage', portions: coverage },
	{
		name: 'hosts',
		portions: once(async (ctx) => (await listHosts(ctx)).map((host) => hostRow(host, ctx.locale)))
	}
];

function once(read: (ctx: Context) => Promise<readonly Row[]>) {
	return async function* (ctx: Context): AsyncIterable<readonly Row[]> {
		yield await read(ctx);
	};
}

async function* districts(ctx: Context): AsyncIterable<readonly Row[]> {
	for (const { code: region } of await listRegions(ctx)) {
		yield (await listDistricts(ctx, region)).map(({ code, name }) => ({ code, name, region }));
	}
}

/** Region by region, so that no portion lies far from the beginning of what is read. */
async function* observations(ctx: Context): AsyncIterable<readonly Row[]> {
	for (const { code } of await listRegions(ctx)) {
		for (let cursor = 0; ; cursor += PORTION) {
			const page = await listObservations(ctx, { region: [code], limit: PORTION, cursor });
			yield page.rows;
			if (!page.hasMore) break;
		}
	}
}

async function* revisions(ctx: Context): AsyncIterable<readonly Row[]> {
	for (let cursor = 0; ; cursor += PORTION) {
		const page = await listRevisions(ctx, { limit: PORTION, cursor });
		yield page.rows;
		if (!page.hasMore) break;
	}
}

async function* coverage(ctx: Context): AsyncIterable<readonly Row[]> {
	for (const { code: region } of await listRegions(ctx)) {
		const rows = coverageRows(await getCoverage(ctx, { region }));
		yield rows.map((row) => ({ region, ...row }));
	}
}

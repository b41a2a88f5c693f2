import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadReferenceData } from '#db/reference/load.ts';
import { getRanking } from '#lib/benchmarks/server/ranking.ts';
import { refreshMissingSignals } from '#lib/benchmarks/server/refresh-signals.ts';
import { getRegionProfile } from '#lib/benchmarks/server/profile.ts';
import type { Context } from '#lib/core/context.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import { readTable } from '#lib/spreadsheets/server/table-tasks.ts';
import { rowsOfPart, type Cell } from '#lib/spreadsheets/table.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { GET as compareFile } from '../../../src/routes/compare/[file]/+server.ts';
import { GET as kpiFile } from '../../../src/routes/kpis/[code]/[file]/+server.ts';
import { GET as completenessFile } from '../../../src/routes/regions/[code]/completeness/[file]/+server.ts';
import { GET as coverageFile } from '../../../src/routes/regions/[code]/coverage/[file]/+server.ts';
import { GET as profileFile } from '../../../src/routes/regions/[code]/[file]/+server.ts';
import { GET as revisionsFile } from '../../../src/routes/revisions/[file]/+server.ts';
import { publishShares } from './figures.ts';

const KPI = 'ADM-SLA-KTP';
const t = translateIn('id');

describe.each(databaseNames)('what is seen, as a file, on %s', (name) => {
	let ctx: Context;
	const get = async (
		endpoint: (event: never) => Response | Promise<Response>,
		address: string,
		params: Record<string, string>
	) => {
		const event = {
			url: new URL(address, 'http://localhost:3000'),
			params,
			locals: { ctx, locale: 'id', t }
		};
		// The endpoints read only these; the rest of an event needs a running server.
		return endpoint(event as never);
	};
	const csv = async (...asked: Parameters<typeof get>) =>
		parse<Record<string, string>>(await (await get(...asked)).text(), { columns: true });
	const xlsx = async (...asked: Parameters<typeof get>) => {
		const response = await get(...asked);
		const result = await readTable({ bytes: new Uint8Array(await response.arrayBuffer()) });
		if (!result.ok) throw new Error(result.problem.code);
		const { headers, parts } = result.table;
		return parts
			.flatMap(rowsOfPart)
			.map(([, ...cells]) =>
				Object.fromEntries(headers.map((header, i): [string, Cell] => [header, cells[i] ?? null]))
			);
	};

	beforeAll(async () => {
		const db = await openDatabase(name);
		await loadReferenceData(db);
		ctx = { db, actor: null, now: () => new Date('2026-11-24T03:00:00Z'), locale: 'id' };
		await publishShares(
			db,
			KPI,
			['36.01', '36.02', '36.03', '36.04', '36.71', '36.72', '36.73', '36.74'].flatMap(
				(region, i) =>
					['2026-09', '2026-10'].map((month) => ({
						region,
						month,
						numerator: 60 + 4 * i,
						denominator: 97,
						isSample: region === '36.71',
						isProvisional: region === '36.72'
					}))
			)
		);
		await refreshMissingSignals(ctx);
	});

	test('holds the ranking of a KPI as its page shows it, row by row, in both formats', async () => {
		const address = `/kpis/${KPI}/data.csv?group=province:36&month=2026-10`;
		const ranking = await getRanking(ctx, { kpi: KPI, month: '2026-10', group: 'province:36' });
		const rows = await csv(kpiFile, address, { code: KPI, file: 'data.csv' });
		expect(
			rows.map((row) => [row[t('export.regionCode')], Number(row[t('kpi.table.value')])])
		).toEqual(ranking.rows.map(({ code, value }) => [code, value]));
		expect(rows.map((row) => row[t('kpi.table.rank')])).toEqual(
			ranking.rows.map(({ rank }) => (rank === null ? '' : String(rank)))
		);
		const own = rows.find((row) => row[t('export.regionCode')] === '36.71');
		expect(own?.[t('kpi.table.notes')]).toContain('Data contoh');
		expect(own?.[t('export.licence')]).toBe('CC BY 4.0');
		expect(own?.[t('export.source')]).toContain(`/kpis/${KPI}?month=2026-10&group=province:36`);

		const sheet = await xlsx(kpiFile, address, { code: KPI, file: 'data.xlsx' });
		expect(sheet.map((row) => row[t('kpi.table.value')])).toEqual(
			ranking.rows.map(({ value }) => value)
		);
		expect(sheet.map((row) => row[t('kpi.table.region')])).toEqual(
			ranking.rows.map(({ name }) => name)
		);
	});

	test('holds every month and region of a comparison', async () => {
		const address = `/compare/data.csv?kpi=${KPI}&regions=36.71,36.03&from=2026-08&to=2026-10`;
		const rows = await csv(compareFile, address, { file: 'data.csv' });
		const told = rows
			.filter((row) => row[t('export.regionCode')] === '36.71')
			.map((row) => [row[t('entry.month')], row[t('export.numerator')], row[t('export.missing')]]);
		expect(told).toEqual([
			['2026-08', '', expect.stringMatching(/./)],
			['2026-09', '76', ''],
			['2026-10', '76', '']
		]);
		expect(await xlsx(compareFile, address, { file: 'data.xlsx' })).toHaveLength(rows.length);
	});

	test('holds the indicators of a region, its coverage, completeness and the revisions', async () => {
		const { rows } = await getRegionProfile(ctx, '36.71');
		const profile = await xlsx(profileFile, '/regions/36.71/data.xlsx', {
			code: '36.71',
			file: 'data.xlsx'
		});
		expect(profile.map((row) => [row[t('export.kpiCode')], row[t('kpi.table.value')]])).toEqual(
			rows.map(({ kpi, value }) => [kpi.code, value])
		);
		const months = await csv(completenessFile, '/', { code: '36.71', file: 'data.csv' });
		expect(months).toHaveLength(12);
		expect(months[0]?.[t('entry.month')]).toBe('2026-10');
		expect((await get(coverageFile, '/', { code: '36.71', file: 'data.csv' })).status).toBe(200);
		expect((await get(revisionsFile, '/', { file: 'data.csv' })).status).toBe(200);
	});

	test('is found under no other name, and of no other region or indicator', async () => {
		const refused = { code: 'not_found' };
		await expect(get(kpiFile, '/', { code: KPI, file: 'data.exe' })).rejects.toMatchObject(refused);
		await expect(get(kpiFile, '/', { code: 'X-X', file: 'data.csv' })).rejects.toMatchObject(
			refused
		);
		await expect(get(profileFile, '/', { code: '99.99', file: 'data.csv' })).rejects.toMatchObject(
			refused
		);
	});
});

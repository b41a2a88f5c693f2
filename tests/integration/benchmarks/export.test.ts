import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadReferenceData } from '#db/reference/load.ts';
import { insertMany } from '#db/insert-many.ts';
import { getRanking } from '#lib/benchmarks/server/ranking.ts';
import { refreshMissingSignals } from '#lib/benchmarks/server/refresh-signals.ts';
import { getRegionProfile } from '#lib/benchmarks/server/profile.ts';
import { getKpi, getService } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { monthIndex } from '#lib/core/period.ts';
import type { Db } from '#lib/database/connection.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import { readTable } from '#lib/spreadsheets/server/table-tasks.ts';
import { rowsOfPart, type Cell } from '#lib/spreadsheets/table.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { readLastSheet } from '#tests/support/last-sheet.ts';
import { GET as compareFile } from '../../../src/routes/compare/[file]/+server.ts';
import { GET as kpiFile } from '../../../src/routes/kpis/[code]/[file]/+server.ts';
import { GET as completenessFile } from '../../../src/routes/regions/[code]/completeness/[file]/+server.ts';
import { GET as coverageFile } from '../../../src/routes/regions/[code]/coverage/[file]/+server.ts';
import { GET as profileFile } from '../../../src/routes/regions/[code]/[file]/+server.ts';
import { revisionExport } from '#lib/observations/revision-export.ts';
import { newestRevisions } from '#lib/observations/server/revision-list.ts';
import { GET as revisionsFile } from '../../../src/routes/revisions/[file]/+server.ts';
import { publishShares } from './figures.ts';

const KPI = 'ADM-SLA-KTP';
const t = translateIn('id');

const REVISED_KPI = 'ADM-SLA-KK';
/** More than are read at a time, and many at one instant. */
const REVISED = 1200;

async function addRevisions(db: Db): Promise<void> {
	const { key: kpiKey } = await getKpi({ db }, REVISED_KPI);
	const facts = [3671, 3672, 3673, 3674].flatMap((regionKey) =>
		Array.from({ length: REVISED / 4 }, (_, i) => ({
			kpiKey,
			regionKey,
			month: monthIndex('2001-01') + i,
			numerator: 50,
			denominator: 100,
			value: 50,
			missingReason: null,
			verification: 'verified' as const,
			isSample: 1 as const,
			publishedAt: '2026-11-10T03:00:00.000Z'
		}))
	);
	await insertMany(
		db,
		'observation',
		facts.map((fact) => ({ ...fact, revision: 2, note: '' }))
	);
	await insertMany(
		db,
		'observationRevision',
		facts.map((fact, i) => ({
			...fact,
			numerator: 40,
			value: 40,
			revision: 1,
			supersededAt: `2026-11-${i % 3 === 0 ? '11' : '10'}T03:00:00.000Z`,
			reason: '=HYPERLINK("http://contoh.test")',
			changedByRole: 'agency_head'
		}))
	);
}

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

	const aboutSheet = async (...asked: Parameters<typeof get>) => {
		const bytes = new Uint8Array(await (await get(...asked)).arrayBuffer());
		return readLastSheet(bytes);
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
		await addRevisions(db);
		await db
			.insertInto('districtCoverage')
			.values(
				[
					{ districtCode: '36.71.01', mode: 'full' as const, validFrom: '2026-01-01' },
					{
						districtCode: '36.71.02',
						mode: 'mobile' as const,
						validFrom: '2026-01-01',
						validTo: '2026-10-31'
					},
					{ districtCode: '36.71.02', mode: 'limited' as const, validFrom: '2026-11-01' }
				].map((row) => ({
					validTo: null,
					...row,
					serviceCode: 'REK',
					datePrecision: 'day' as const,
					source: 'Contoh',
					isSample: 1 as const,
					updatedAt: '2026-11-10T03:00:00.000Z'
				}))
			)
			.execute();
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

	test('holds the indicators of a region and its completeness', async () => {
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
	});

	test('says of each figure what it means, in which unit, and that it is sample data', async () => {
		const { version } = await getKpi(ctx, KPI);
		const address = '/regions/36.71/data';
		const [row] = await csv(profileFile, `${address}.csv`, { code: '36.71', file: 'data.csv' });
		expect(row).toMatchObject({
			[t('export.kpiCode')]: KPI,
			[t('export.unit')]: t('unit.percent'),
			[t('export.definition')]: version.definitionId,
			[t('export.licence')]: 'CC BY 4.0',
			[t('kpi.table.notes')]: t('kpi.flag.sample')
		});
		const about = await aboutSheet(profileFile, `${address}.xlsx`, {
			code: '36.71',
			file: 'data.xlsx'
		});
		expect(about).toEqual(
			expect.arrayContaining([
				[t('export.definition'), version.definitionId],
				[t('export.unit'), t('unit.percent')],
				[t('export.source'), 'http://localhost:3000/regions/36.71'],
				[t('export.licence'), 'CC BY 4.0']
			])
		);
	});

	test('holds the register of coverage: a kecamatan a line, on the day and with the modes shown', async () => {
		const of = { code: '36.71', file: 'data.csv' };
		const { nameId: service } = await getService(ctx, 'REK');
		const rows = await csv(coverageFile, '/?period=2026-09', of);
		expect(rows).toHaveLength(13);
		expect(rows[0]).toMatchObject({
			[t('export.districtCode')]: '36.71.01',
			[t('export.day')]: '2026-09-30',
			[service]: t('coverage.mode.full'),
			[t('kpi.table.notes')]: t('sample.mark'),
			[t('export.definition')]: t('coverage.lead'),
			[t('export.source')]: 'http://localhost:3000/regions/36.71?period=2026-09#coverage',
			[t('export.licence')]: 'CC BY 4.0'
		});
		expect(rows[1]?.[service]).toBe(t('coverage.mode.mobile'));
		expect(rows[2]?.[service]).toBe(t('coverage.mode.unknown'));
		const now = await csv(coverageFile, '/', of);
		expect(now[1]?.[service]).toBe(t('coverage.mode.limited'));

		const book = { code: '36.71', file: 'data.xlsx' };
		const told = (row: Record<string, unknown>) => [row[t('export.districtCode')], row[service]];
		expect((await xlsx(coverageFile, '/', book)).map(told)).toEqual(now.map(told));
		expect(await aboutSheet(coverageFile, '/', book)).toContainEqual([
			t('coverage.mode.mobile'),
			t('coverage.explain.mobile')
		]);
	});

	test('holds every revision once, newest first, and runs none of its reasons as a formula', async () => {
		const rows = await csv(revisionsFile, '/revisions/data.csv', { file: 'data.csv' });
		expect(rows).toHaveLength(REVISED);
		const places = rows.map(
			(row) => `${row[t('export.regionCode')] ?? ''} ${row[t('entry.month')] ?? ''}`
		);
		expect(new Set(places).size).toBe(REVISED);
		const times = rows.map((row) => row[t('revision.when')] ?? '');
		expect(times).toEqual(times.toSorted().reverse());
		expect(rows[0]).toMatchObject({
			[t('export.kpiCode')]: REVISED_KPI,
			[t('revision.old')]: '40',
			[t('revision.new')]: '50',
			[t('export.unit')]: t('unit.percent'),
			[t('revision.why')]: `'=HYPERLINK("http://contoh.test")`,
			[t('revision.by')]: t('role.agency_head'),
			[t('kpi.table.notes')]: t('sample.mark'),
			[t('export.definition')]: (await getKpi(ctx, REVISED_KPI)).version.definitionId,
			[t('export.licence')]: 'CC BY 4.0'
		});

		const address = '/revisions/data.xlsx?region=36.71';
		const sheet = await xlsx(revisionsFile, address, { file: 'data.xlsx' });
		expect(sheet).toHaveLength(REVISED / 4);
		expect(sheet[0]).toMatchObject({
			[t('revision.old')]: 40,
			[t('revision.why')]: '=HYPERLINK("http://contoh.test")'
		});
		expect(await aboutSheet(revisionsFile, address, { file: 'data.xlsx' })).toContainEqual([
			t('export.source'),
			'http://localhost:3000/revisions?region=36.71'
		]);
	});

	test('says when a workbook leaves out older revisions, which a CSV never does', async () => {
		expect(await newestRevisions(ctx, {}, REVISED)).toMatchObject({ isCut: false });
		const { revisions, isCut } = await newestRevisions(ctx, {}, 700);
		expect(revisions).toHaveLength(700);
		expect(isCut).toBe(true);
		const { about } = revisionExport(revisions, [], { locale: 'id', t }, { isCut });
		expect(about).toContainEqual([t('export.cut'), t('revision.cut', { count: '700' })]);
		expect(revisionExport(revisions, [], { locale: 'id', t }).about).toHaveLength(1);

		const none = await get(revisionsFile, `/revisions/data.csv?kpi=${KPI}`, { file: 'data.csv' });
		expect((await none.text()).trim().split('\n')).toHaveLength(1);
		await expect(
			get(revisionsFile, '/revisions/data.csv?kpi=XXX', { file: 'data.csv' })
		).rejects.toMatchObject({ code: 'not_found' });
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

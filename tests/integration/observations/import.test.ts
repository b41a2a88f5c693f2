import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { addMonths } from '#lib/core/period.ts';
import { applyImport } from '#lib/observations/server/apply-import.ts';
import { importFile } from '#lib/observations/server/import-file.ts';
import { importTemplate } from '#lib/observations/server/import-template.ts';
import { publishEntries } from '#lib/observations/server/publish.ts';
import { putObservations } from '#lib/observations/server/put-observations.ts';
import { getImport, listImports } from '#lib/observations/server/read-imports.ts';
import { verifyEntries } from '#lib/observations/server/review.ts';
import { cancelImport, mapColumns, startImport } from '#lib/observations/server/start-import.ts';
import { submitEntries } from '#lib/observations/server/submit.ts';
import { undoImport } from '#lib/observations/server/undo-import.ts';
import { databaseNames } from '#tests/support/databases.ts';
import {
	agencyHead,
	foreignAgencyHead,
	institutionAdmin,
	openForEntry,
	secretary
} from '#tests/support/observation-actors.ts';
import { workbookParts, zip } from '#tests/support/zip.ts';

const HEADER = 'kpi;daerah;bulan;sampai 1 jam;1-24 jam;1-3 hari;3-7 hari;lebih dari 7 hari;catatan';
const bytesOf = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\r\n'));
const row = (month: string, first = 40, kpi = 'ADM-TAT-KTP') =>
	`${kpi};36.71;${month};${String(first)};120;30;8;2;`;

describe.each(databaseNames)('importing observations on %s', (name) => {
	let ctx: Context;
	const as = (actor: Actor | null): Context => ({ ...ctx, actor });
	const upload = (lines: readonly string[], actor: Actor = agencyHead) =>
		startImport(as(actor), { bytes: bytesOf(lines), fileName: 'data.csv' });
	const entriesOf = (month: string) =>
		ctx.db
			.selectFrom('observationEntry')
			.selectAll()
			.where('month', '=', Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1)
			.execute();

	beforeAll(async () => {
		ctx = await openForEntry(name);
	});

	test('shows what would happen before anything is written, then writes drafts', async () => {
		const id = await upload([HEADER, row('2025-01'), row('Feb 2025'), row('03/2025')]);

		const found = await getImport(as(agencyHead), id);
		expect(found).toMatchObject({
			state: 'preview',
			missing: [],
			months: [],
			outcome: { accepted: 3, unchanged: 0, rejected: 0 }
		});
		expect(found.mapping.slice(0, 4)).toEqual(['kpi', 'region', 'period', 'bucket_1']);
		expect(await entriesOf('2025-01')).toEqual([]);

		expect(await applyImport(as(agencyHead), { id, isPartial: false })).toBe(3);
		expect(await entriesOf('2025-02')).toMatchObject([
			{ status: 'draft', version: 1, bucket1: 40, completed: 200, isSample: 0 }
		]);
		await expect(applyImport(as(agencyHead), { id, isPartial: false })).rejects.toMatchObject({
			code: 'illegal_transition'
		});
		const { imports } = await listImports(as(agencyHead), undefined);
		expect(imports[0]).toMatchObject({ id, state: 'applied', accepted: 3 });
		const { months } = await getImport(as(agencyHead), id);
		expect(months).toEqual(['2025-03', '2025-02', '2025-01']);
	});

	test('is given up when the uploader goes away while it is checked', async () => {
		const given = new AbortController();
		const lines = [HEADER, ...Array.from({ length: 2000 }, () => row('2025-03'))];
		// As a closed connection does once the file is read and its rows wait to be checked.
		const db = ctx.db.withPlugin({
			transformQuery: ({ node }) => {
				if (node.kind === 'InsertQueryNode') given.abort();
				return node;
			},
			transformResult: ({ result }) => Promise.resolve(result)
		});
		const uploading = startImport(
			{ ...as(agencyHead), db },
			{ bytes: bytesOf(lines), fileName: 'ditinggal.csv', signal: given.signal }
		);
		await expect(uploading).rejects.toMatchObject({ details: { message: 'import.cancelled' } });
		const left = ctx.db.selectFrom('observationImport').where('fileName', '=', 'ditinggal.csv');
		expect(await left.select('state').execute()).toEqual([{ state: 'cancelled' }]);
		const parts = await left
			.innerJoin('observationImportPart', 'observationImportPart.importId', 'observationImport.id')
			.select('number')
			.execute();
		expect(parts).toEqual([]);
	});

	test('writes all or nothing, or the good rows when asked to', async () => {
		const id = await upload([HEADER, row('2025-04'), row('2025-13'), row('2025-05')]);

		await expect(applyImport(as(agencyHead), { id, isPartial: false })).rejects.toMatchObject({
			code: 'invalid',
			details: { message: 'import.hasErrors' }
		});
		expect(await entriesOf('2025-04')).toEqual([]);
		expect(await applyImport(as(agencyHead), { id, isPartial: true })).toBe(2);
		expect(await entriesOf('2025-05')).toHaveLength(1);
	});

	test('undoes an import: new entries go, replaced ones come back, later changes stay', async () => {
		const fields = { kpi: 'ADM-TAT-KTP', region: '36.71', buckets: [1, 2, 3, 4, 5] };
		const put = (period: string, more = {}) =>
			putObservations(as(agencyHead), [{ ...fields, period, ...more }], {
				isDryRun: false,
				isPartial: false
			});
		await put('2024-01');
		const id = await upload([HEADER, row('2024-01'), row('2024-02'), row('2024-03')]);
		await applyImport(as(agencyHead), { id, isPartial: false });
		await put('2024-03', { buckets: [9, 9, 9, 9, 9] });

		expect(await undoImport(as(agencyHead), { id })).toEqual({ restored: 2, kept: 1 });
		expect(await entriesOf('2024-01')).toMatchObject([{ bucket1: 1, version: 3 }]);
		expect(await entriesOf('2024-02')).toEqual([]);
		expect(await entriesOf('2024-03')).toMatchObject([{ bucket1: 9 }]);
		await expect(undoImport(as(agencyHead), { id })).rejects.toMatchObject({
			code: 'illegal_transition'
		});
	});

	test('cannot be undone once something of it is published', async () => {
		const id = await upload([HEADER, row('2024-05') + 'Uji', row('2024-06') + 'Uji']);
		await applyImport(as(agencyHead), { id, isPartial: false });
		const step = { region: '36.71', month: '2024-05' };
		await submitEntries(as(agencyHead), step);
		await verifyEntries(as(secretary), step);
		await publishEntries(as(secretary), step);

		await expect(undoImport(as(agencyHead), { id })).rejects.toMatchObject({
			code: 'conflict',
			details: { message: 'import.published' }
		});
		expect(await entriesOf('2024-06')).toHaveLength(1);
	});

	test('asks for a note where a value is unusual, without refusing the row', async () => {
		const id = await upload([
			HEADER,
			...Array.from({ length: 6 }, (_, i) => row(addMonths('2023-01', i))),
			row('2023-07', 4000)
		]);
		const { outcome } = await getImport(as(agencyHead), id);

		expect(outcome).toMatchObject({ accepted: 7, rejected: 0 });
		expect(outcome?.warnings).toEqual(
			expect.arrayContaining([expect.objectContaining({ row: 8, header: 'sampai 1 jam' })])
		);
	});

	test('remembers what an agency said its columns hold', async () => {
		const lines = ['Kode;Waktu;Cepat;b2;b3;b4;b5', 'ADM-TAT-KTP;2022-01;40;120;30;8;2'];
		const id = await upload(lines);
		expect(await getImport(as(agencyHead), id)).toMatchObject({
			missing: ['kpi', 'period'],
			outcome: null
		});

		const columns = ['kpi', 'period', 'bucket_1', 'bucket_2', 'bucket_3', 'bucket_4', 'bucket_5'];
		await mapColumns(as(agencyHead), { id, columns });
		expect(await getImport(as(agencyHead), id)).toMatchObject({ outcome: { accepted: 1 } });
		const next = await upload(lines);
		expect(await getImport(as(agencyHead), next)).toMatchObject({
			mapping: columns,
			outcome: { accepted: 1 }
		});
		await expect(mapColumns(as(agencyHead), { id, columns: ['kpi', 'kpi'] })).rejects.toMatchObject(
			{ details: { fields: [{ path: 'columns.0' }, { path: 'columns.1' }] } }
		);
	});

	test('is given up in the middle without leaving anything behind', async () => {
		const id = await upload([HEADER, row('2022-05'), row('2022-06')]);
		const leaving = new AbortController();
		leaving.abort();
		const given = { message: 'import.cancelled' };
		await expect(
			applyImport(as(agencyHead), { id, isPartial: false, signal: leaving.signal })
		).rejects.toMatchObject({ code: 'invalid', details: given });
		await expect(
			startImport(as(agencyHead), {
				bytes: bytesOf([HEADER, row('2022-07')]),
				fileName: 'left.csv',
				signal: leaving.signal
			})
		).rejects.toMatchObject({ code: 'invalid', details: given });

		expect(await entriesOf('2022-05')).toEqual([]);
		expect(await getImport(as(agencyHead), id)).toMatchObject({ state: 'preview' });
		const { imports } = await listImports(as(agencyHead), undefined);
		expect(imports.map(({ fileName }) => fileName)).not.toContain('left.csv');
		expect(await applyImport(as(agencyHead), { id, isPartial: false })).toBe(2);
	});

	test('refuses a hostile workbook beside the file’s field, and keeps nothing of it', async () => {
		const macros = zip(
			workbookParts('<worksheet/>', [{ name: 'xl/vbaProject.bin', content: 'x' }])
		);
		const emptyRows = '<row/>'.repeat(1_000_000);
		const million = zip(
			workbookParts(`<worksheet><sheetData>${emptyRows}</sheetData></worksheet>`)
		);
		for (const [bytes, code] of [
			[macros, 'import.macros'],
			// A million empty rows pack too well to be a table.
			[million, 'import.zipBomb']
		] as const) {
			await expect(
				startImport(as(agencyHead), { bytes, fileName: 'jahat.xlsx' })
			).rejects.toMatchObject({ code: 'invalid', details: { fields: [{ path: 'file', code }] } });
		}
		const { imports } = await listImports(as(agencyHead), undefined);
		expect(imports.map(({ fileName }) => fileName)).not.toContain('jahat.xlsx');
	});

	test('belongs to its agency and the admin of its institution, and to nobody else', async () => {
		const id = await upload([HEADER, row('2022-03')]);

		expect(await getImport(as(institutionAdmin), id)).toMatchObject({ id });
		for (const stranger of [foreignAgencyHead, secretary]) {
			await expect(getImport(as(stranger), id)).rejects.toMatchObject({ code: 'not_found' });
			await expect(cancelImport(as(stranger), { id })).rejects.toMatchObject({
				code: 'not_found'
			});
		}
		await cancelImport(as(agencyHead), { id });
		expect(await getImport(as(agencyHead), id)).toMatchObject({ state: 'cancelled', rows: [] });
	});

	test('gives a template that it takes back once it is filled', async () => {
		const { rows } = await importTemplate({ ...as(agencyHead), locale: 'en' }, undefined);
		const filled = rows.map((cells, i) =>
			cells.map((cell, column) => {
				const header = String(rows[0]?.[column]);
				const isBucket = /hour|day/.test(header);
				return i > 0 && isBucket && String(cells[0]).startsWith('ADM-TAT') ? '5' : (cell ?? '');
			})
		);
		const lines = filled
			.filter((cells, i) => i === 0 || cells.includes('5'))
			.map((cells) => cells.join(','));
		const id = await upload(lines);

		const { outcome } = await getImport(as(agencyHead), id);
		expect(outcome).toMatchObject({ rejected: 0, problems: [], accepted: lines.length - 1 });
		await cancelImport(as(agencyHead), { id });
	});

	test('names all 20 faults among 50,000 rows by row and column', async () => {
		const regions = await ctx.db.selectFrom('region').select('code').orderBy('code').execute();
		const some = regions.slice(0, 100).map(({ code }) => code);
		const everywhere: Actor = {
			accountId: 'all',
			name: 'all',
			grants: some.map((regionCode) => ({ role: 'institution_admin', regionCode, agencyId: null }))
		};
		const months = Array.from({ length: 72 }, (_, i) => addMonths('2026-10', -i));
		const kpis = ['REK', 'KTP', 'KK', 'AKL', 'AKM', 'KIA', 'PDG'].map((code) => `ADM-TAT-${code}`);
		const cells = some
			.flatMap((region) =>
				months.flatMap((month) =>
					kpis.map((kpi) => [kpi, region, month, '40', '120', '30', '8', '2'])
				)
			)
			.slice(0, 50_000);
		const columns = HEADER.split(';');
		const faults: [column: number, value: string][] = [
			[0, 'ADM-XXX'],
			[0, ''],
			[0, 'ADM-SLA-KTP'],
			[1, '99.99'],
			[1, 'Tangerang'],
			[2, '2026-11'],
			[2, '2026-13'],
			[2, '01/10/2026'],
			[2, ''],
			[3, '-1'],
			[3, '1.234'],
			[3, '12,5'],
			[4, 'dua'],
			[4, '600000'],
			[5, '=1+1'],
			[5, ''],
			[6, '#REF!'],
			[6, '1e3'],
			[7, 'NaN'],
			[7, '2 hari']
		];
		const planted = faults.map(([column, value], i) => {
			const at = 100 + i * 2400;
			const line = cells[at];
			if (line) line[column] = value;
			return { row: at + 2, header: columns[column] };
		});
		const { outcome } = await importFile(as(everywhere), {
			bytes: bytesOf([HEADER, ...cells.map((line) => line.join(';'))]),
			fileName: 'all.csv',
			isDryRun: true,
			isPartial: false
		});

		expect(outcome.problems.map(({ row, header }) => ({ row, header }))).toEqual(planted);
		const codes = outcome.problems.map(({ code }) => code);
		expect(codes.filter((code) => code === 'field.required')).toHaveLength(2);
		expect(outcome).toMatchObject({ accepted: 49_980, rejected: 20, problemCount: 20 });
	});
});

import { describe, expect, test } from 'vitest';
import { writeWorkbook } from '#lib/spreadsheets/server/workbook-tasks.ts';
import { readTable } from '#lib/spreadsheets/server/table-tasks.ts';
import { rowsOfPart } from '#lib/spreadsheets/table.ts';
import { workbookParts, zip } from '#tests/support/zip.ts';

const text = (content: string) => new TextEncoder().encode(content);
const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const cell = (address: string, value: string) =>
	`<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;

async function rows(bytes: Uint8Array) {
	const result = await readTable({ bytes });
	if (!result.ok) return result.problem;
	const { headers, parts, notes } = result.table;
	return { headers, rows: parts.flatMap(rowsOfPart), notes };
}

describe('reading a CSV file', () => {
	test.each([
		['semicolons', 'kpi;nilai\nA;12,5\n'],
		['commas', 'kpi,nilai\r\nA,"12,5"\r\n'],
		['tabs', 'kpi\tnilai\nA\t12,5'],
		["Excel's hint", 'sep=|\nkpi|nilai\nA|12,5']
	])('finds its cells between %s', async (_, content) => {
		expect(await rows(text(content))).toEqual({
			headers: ['kpi', 'nilai'],
			rows: [[2, 'A', '12,5']],
			notes: []
		});
	});

	test.each([
		['UTF-8 with a mark', Buffer.from('\ufeffkpi;catatan\nA;é', 'utf8')],
		['UTF-16 little-endian', Buffer.from('\ufeffkpi;catatan\nA;é', 'utf16le')],
		['UTF-16 without a mark', Buffer.from('kpi;catatan\nA;é', 'utf16le')],
		['UTF-16 big-endian', Buffer.from('\ufeffkpi;catatan\nA;é', 'utf16le').swap16()]
	])('reads %s', async (_, bytes) => {
		expect(await rows(bytes)).toMatchObject({
			headers: ['kpi', 'catatan'],
			rows: [[2, 'A', 'é']]
		});
	});

	test('takes other bytes for Windows-1252 and says so', async () => {
		expect(await rows(Buffer.from('kpi;catatan\nA;\xe9', 'latin1'))).toMatchObject({
			rows: [[2, 'A', 'é']],
			notes: [{ code: 'import.note.windows1252' }]
		});
	});

	test('numbers rows as a spreadsheet does, over empty ones and line breaks in cells', async () => {
		expect(await rows(text('kpi;catatan\n\nA;"satu\ndua"\n;\nB;tiga'))).toMatchObject({
			rows: [
				[3, 'A', 'satu\ndua'],
				[5, 'B', 'tiga']
			]
		});
	});

	test.each([
		['an open quotation mark', text('kpi;nilai\nA;"12'), 'import.badQuotes'],
		['nothing', text(''), 'import.empty'],
		['headers alone', text('kpi;nilai\n'), 'import.onlyHeaders'],
		['control characters', text('kpi;nilai\nA;\u0001'), 'import.binary'],
		[
			'a million empty rows',
			text(`kpi;nilai\n${';\n'.repeat(1_000_000)}`),
			'import.tooManySheetRows'
		],
		['more rows than allowed', text(`kpi\n${'A\n'.repeat(50_001)}`), 'import.tooManyRows'],
		['a PDF', text('%PDF-1.7'), 'import.pdf'],
		['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'import.oldExcel'],
		['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'import.binary']
	])('refuses %s', async (_, bytes, code) => {
		expect(await rows(bytes)).toMatchObject({ code });
	});
});

describe('reading an XLSX file', () => {
	test('gives back what was written: texts as texts, numbers as numbers', async () => {
		const data = [
			['kpi', 'daerah', 'nilai'],
			['=1+1', '36.70', 12.5],
			[null, 'é <&>', 0]
		];
		const bytes = await writeWorkbook({ sheets: [{ name: 'Data', rows: data }] });

		expect(await rows(bytes)).toEqual({
			headers: ['kpi', 'daerah', 'nilai'],
			rows: [
				[2, '=1+1', '36.70', 12.5],
				[3, null, 'é <&>', 0]
			],
			notes: []
		});
	});

	test('reads the first of several sheets and says which', async () => {
		const pages = ['Isian', 'Petunjuk'].map((name) => ({ name, rows: [['kpi'], [name]] }));
		expect(await rows(await writeWorkbook({ sheets: pages }))).toMatchObject({
			rows: [[2, 'Isian']],
			notes: [{ code: 'import.note.firstSheet', values: { sheet: 'Isian' } }]
		});
	});

	const good = `<row r="1">${cell('A1', 'kpi')}</row><row r="4">${cell('A4', 'A')}</row>`;
	const packed = (content: string, more: Parameters<typeof workbookParts>[1] = []) =>
		zip(workbookParts(content, more));

	const emptyRows = Array.from({ length: 200_000 }, (_, i) => `<row r="${String(i + 5)}"/>`).join(
		''
	);

	test('keeps the numbers of the rows', async () => {
		expect(await rows(packed(sheet(good)))).toMatchObject({ rows: [[4, 'A']] });
	});

	test.each([
		[
			'a formula, by its cell',
			sheet(`${good}<row r="5"><c r="AB5"><f>1+1</f></c></row>`),
			'formula'
		],
		['a document type', `<!DOCTYPE x [<!ENTITY a "b">]>${sheet(good)}`, 'doctype'],
		['broken XML', '<worksheet><sheetData><row>', 'damaged'],
		['rows out of order', sheet(`${good}<row r="2"/>`), 'damaged'],
		['a hundred thousand empty rows', sheet(good + emptyRows), 'tooManySheetRows']
	])('refuses %s', async (_, content, code) => {
		expect(await rows(packed(content))).toMatchObject({ code: `import.${code}` });
	});

	test('names the cell of a formula', async () => {
		const content = sheet(`${good}<row r="5"><c r="AB5"><f>1+1</f></c></row>`);
		expect(await rows(packed(content))).toMatchObject({ values: { cell: 'AB5' } });
	});

	const bomb = Buffer.alloc(50 * 1024 * 1024, ' ');
	test.each([
		['macros', [{ name: 'xl/vbaProject.bin', content: 'x' }], 'macros'],
		['a zip bomb', [{ name: 'xl/media/a.xml', content: bomb }], 'zipBomb'],
		['another archive', [{ name: 'xl/embeddings/a.xlsx', content: 'x' }], 'zipInZip'],
		[
			'hundreds of parts',
			Array.from({ length: 300 }, (_, i) => ({ name: `xl/${String(i)}.xml`, content: 'x' })),
			'zipTooManyFiles'
		]
	])('refuses %s', async (_, more, code) => {
		expect(await rows(packed(sheet(good), more))).toMatchObject({ code: `import.${code}` });
	});

	test('refuses a part that is larger than it says', async () => {
		const parts = workbookParts(sheet(good + '<row/>'.repeat(1000))).map((part) =>
			part.name.includes('sheet1') ? { ...part, claimedSize: 100 } : part
		);
		expect(await rows(zip(parts))).toMatchObject({ code: 'import.damaged' });
	});

	test('refuses a zip that is no workbook, and half of one', async () => {
		const other = zip([{ name: 'word/document.xml', content: 'x' }]);
		expect(await rows(other)).toMatchObject({ code: 'import.notSpreadsheet' });
		const half = packed(sheet(good)).subarray(0, 400);
		expect(await rows(half)).toMatchObject({ code: 'import.damaged' });
	});
});

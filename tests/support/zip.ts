import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
	readonly name: string;
	readonly content: string | Buffer;
	/** What the directory claims instead of the true size. */
	readonly claimedSize?: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;

/** Makes a zip file, an honest one or one that lies about its sizes. */
export function zip(parts: readonly ZipPart[]): Buffer {
	const locals: Buffer[] = [];
	const centrals: Buffer[] = [];
	let offset = 0;
	for (const { name, content, claimedSize } of parts) {
		const raw = Buffer.from(content);
		const packed = deflateRawSync(raw);
		const sums = Buffer.alloc(12);
		sums.writeUInt32LE(crc32(raw), 0);
		sums.writeUInt32LE(packed.length, 4);
		sums.writeUInt32LE(claimedSize ?? raw.length, 8);
		const names = Buffer.from(name);
		const lengths = Buffer.alloc(4);
		lengths.writeUInt16LE(names.length, 0);
		const method = Buffer.alloc(8);
		method.writeUInt16LE(20, 0);
		method.writeUInt16LE(DEFLATED, 4);
		const local = Buffer.concat([
			uint32(LOCAL),
			method,
			Buffer.alloc(2),
			sums,
			lengths,
			names,
			packed
		]);
		const central = Buffer.concat([
			uint32(CENTRAL),
			Buffer.from([20, 0]),
			method,
			Buffer.alloc(2),
			sums,
			lengths,
			Buffer.alloc(10),
			uint32(offset),
			names
		]);
		locals.push(local);
		centrals.push(central);
		offset += local.length;
	}
	const directory = Buffer.concat(centrals);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(parts.length, 4);
	end.writeUInt16LE(parts.length, 6);
	end.writeUInt32LE(directory.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...locals, directory, uint32(END), end]);
}

/** The parts of a workbook with one sheet, whose XML is given. */
export function workbookParts(sheet: string, more: readonly ZipPart[] = []): ZipPart[] {
	return [
		{ name: '[Content_Types].xml', content: '<Types/>' },
		{
			name: 'xl/workbook.xml',
			content:
				'<workbook xmlns:r="http://r"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>'
		},
		{
			name: 'xl/_rels/workbook.xml.rels',
			content:
				'<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'
		},
		{ name: 'xl/worksheets/sheet1.xml', content: sheet },
		...more
	];
}

function uint32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}

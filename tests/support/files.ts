import { Buffer } from 'node:buffer';
import sharp from 'sharp';
import writeXlsxFile from 'write-excel-file/node';

/** A PDF of one page with one line of text, written by hand. */
export function pdfOf(text: string, extra = ''): Uint8Array {
	const content = `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`;
	const objects = [
		`<</Type/Catalog/Pages 2 0 R${extra}>>`,
		'<</Type/Pages/Kids[3 0 R]/Count 1>>',
		'<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
		`<</Length ${String(content.length)}>>stream\n${content}\nendstream`,
		'<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
	];
	let pdf = '%PDF-1.4\n';
	const offsets = objects.map((object, i) => {
		const offset = pdf.length;
		pdf += `${String(i + 1)} 0 obj${object}endobj\n`;
		return offset;
	});
	const start = pdf.length;
	const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
	pdf += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${rows}`;
	pdf += `trailer<</Size ${String(objects.length + 1)}/Root 1 0 R>>\nstartxref\n${String(start)}\n%%EOF\n`;
	return new Uint8Array(Buffer.from(pdf, 'latin1'));
}

/** A photograph that says where it was taken. */
export async function photoOf(width = 1800, height = 1200): Promise<Uint8Array> {
	const photo = await sharp({
		create: { width, height, channels: 3, background: '#0b5d66' }
	})
		.withExif({ IFD0: { Make: 'KAMERA-RAHASIA' }, IFD3: { GPSLatitude: '6/1 10/1 0/1' } })
		.jpeg()
		.toBuffer();
	return new Uint8Array(photo);
}

/** A workbook with one cell of text. */
export async function workbookOf(text: string): Promise<Uint8Array> {
	const buffer = await writeXlsxFile([[{ value: text, type: String }]]).toBuffer();
	return new Uint8Array(buffer);
}

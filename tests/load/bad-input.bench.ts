/* How long the site takes to refuse what nobody should send: hostile texts, files and wrong types. */
import * as v from 'valibot';
import { inspect } from '#lib/attachments/server/inspect.ts';
import { AskForm } from '#lib/questions/schema.ts';
import { InnovationForm } from '#lib/innovations/schema.ts';
import { cleanPastedHtml } from '#lib/innovations/word-paste.ts';
import { pdfOf } from '#tests/support/files.ts';
import { measure } from './measure.ts';

const MIB = 1024 * 1024;
/** The largest body that a form without files may have; more is refused by its length alone. */
const LARGEST = MIB;
const latin1 = (text: string) => Buffer.from(text, 'latin1');

const texts: readonly (readonly [string, string])[] = [
	['a paste of 10 MB', 'a'.repeat(10 * MIB)],
	['10 MB of brackets', '['.repeat(10 * MIB)],
	['10 MB of line ends', '\n'.repeat(10 * MIB)],
	['a body of 1 MB in one section', 'x '.repeat(LARGEST / 2)],
	['a list 50,000 deep, indented', deepList(50_000)],
	['a list 50,000 deep, on one line', '- '.repeat(50_000)],
	['a quotation 50,000 deep', '>'.repeat(50_000)],
	['the deepest that fits the length', '- '.repeat(5999)],
	['brackets that fit the length', '['.repeat(11_999)],
	['stars that fit the length', '*a '.repeat(3999)]
];

const files: readonly (readonly [string, Uint8Array])[] = [
	['an SVG', latin1('<svg onload="alert(1)"/>')],
	['an SVG of 10 MB', Buffer.concat([latin1('<svg>'), Buffer.alloc(10 * MIB, 'a')])],
	['a page called .pdf', latin1('<!doctype html><script>1</script>')],
	['a program', Buffer.concat([latin1('MZ'), Buffer.alloc(10 * MIB)])],
	['a PDF that is a ZIP too', Buffer.concat([pdfOf('x'), latin1(`PK\x03\x04${'z'.repeat(999)}`)])],
	['a PDF with a script', pdfOf('x', '/OpenAction<</S/JavaScript>>')],
	['a picture that is a page too', latin1('\x89PNG\r\n\x1A\n<script>alert(1)</script>')],
	['a damaged ZIP', latin1(`PK\x03\x04PK\x05\x06${'\0'.repeat(18)}`)],
	['zeros, 15 MB', Buffer.alloc(15 * MIB)]
];

console.log('| refused | p50 ms | p95 ms |');
console.log('| --- | --: | --: |');
for (const [name, text] of texts) {
	await row(`${name}, in a section`, () => isRefused(InnovationForm, { summary_id: text }));
}
await row('a paste of 10 MB, as a question', () =>
	isRefused(AskForm, { body: 'a'.repeat(10 * MIB) })
);
await row('10 MB from the clipboard', () => cleanPastedHtml('<p>'.repeat((10 * MIB) / 3)) === '');
for (const value of [42, null, ['a'], { a: 1 }]) {
	await row(`${JSON.stringify(value)} as a text`, () =>
		isRefused(InnovationForm, { titleId: value })
	);
}
for (const [name, bytes] of files) {
	await row(name, () =>
		inspect(bytes, 'any').then(
			() => false,
			() => true
		)
	);
}

async function row(name: string, refuses: () => boolean | Promise<boolean>): Promise<void> {
	if (!(await refuses())) throw new Error(`${name} was not refused`);
	const { p50, p95 } = await measure(refuses);
	console.log(`| ${name} | ${p50.toFixed(2)} | ${p95.toFixed(2)} |`);
}

function isRefused(schema: v.GenericSchema, input: unknown): boolean {
	return !v.safeParse(schema, input).success;
}

function deepList(depth: number): string {
	return Array.from({ length: depth }, (_, i) => `${' '.repeat(i % 200)}- x`).join('\n');
}

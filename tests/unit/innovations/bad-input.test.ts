import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { InnovationForm } from '#lib/innovations/schema.ts';
import { diffTexts } from '#lib/innovations/section-diff.ts';
import { writtenSections } from '#lib/innovations/sections.ts';
import { renderMarkdown } from '#lib/innovations/server/markdown.ts';
import { printWriteUp } from '#lib/innovations/server/print-tasks.ts';
import { xssVectors } from '#tests/support/xss-vectors.ts';

const NAUGHTY = [
	'#eval("panic()")',
	'#panic("x")',
	'$ x^2 $ @label <label> \\#',
	'\u202Emoc.live\u202C',
	'\u0000\u0001\u0007',
	'𝓣𝓮𝓼 ﷽ 😍🏳️‍🌈 ก็็็็',
	'nil null undefined NaN -1/0 0x0',
	"Robert'); DROP TABLE innovation;--",
	'=cmd|/C calc!A0',
	'%s%n {0} ../../../etc/passwd',
	'# \n## \n- \n1. \n> \n| |\n| - |'
];

const setting = { sourceCount: 1, sourceLabel: String, tableLabel: 'tabel' };

describe('hostile text in a write-up', () => {
	test('comes in 42 kinds and more', () => {
		expect(new Set(xssVectors).size).toBeGreaterThanOrEqual(42);
	});

	test.each([...xssVectors, ...NAUGHTY])('%j is text on the page', (vector) => {
		const html = renderMarkdown(vector, setting);
		const tags = html.replace(/&lt;|&#x3C;/g, '').match(/<[^>]*>/g) ?? [];
		for (const tag of tags) {
			expect(tag).not.toMatch(/<(?:script|img|svg|iframe|style|form|object|base|meta|math|body)/i);
			expect(tag).not.toMatch(/\son\w+=|javascript:|vbscript:|data:/i);
		}
	});

	test('all of it together is set on paper as text', () => {
		const texts = [...xssVectors, ...NAUGHTY];
		const pdf = printWriteUp({
			title: texts.join(' '),
			author: NAUGHTY.join(' '),
			lang: 'id',
			place: xssVectors.join(' '),
			summary: texts.join(' '),
			mark: '#panic()',
			footer: '#panic()',
			factsHeading: '#f',
			valueHeading: '$v',
			facts: texts.map((text) => ({ label: text, value: text })),
			sections: texts.map((markdown) => ({
				heading: `1. ${markdown}`,
				note: markdown,
				markdown,
				tables: [{ title: 'Hasil', header: [markdown], rows: [[markdown]], none: '' }]
			})),
			sourcesHeading: '*s',
			sources: texts
		});
		expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
	});

	test.each([
		['a paste of 10 MB', 'a'.repeat(10 * 1024 * 1024)],
		['10 MB of brackets', '['.repeat(10 * 1024 * 1024)],
		[
			'a list 50,000 deep',
			Array.from({ length: 50_000 }, (_, i) => `${' '.repeat(i % 20)}- x`).join('\n')
		],
		['a quotation 50,000 deep', '>'.repeat(50_000)],
		['a list that goes deeper on one line', '- '.repeat(5000)]
	])('%s is refused in every section before anything reads it', (_, text) => {
		for (const section of writtenSections) {
			const parsed = v.safeParse(InnovationForm, { [`${section}_id`]: text });
			expect(parsed.issues?.some((issue) => /innovation\.text/.test(issue.message))).toBe(true);
		}
	});

	test.each([[42], [null], [['a']], [{ a: 1 }], [true]])('%j is no text', (value) => {
		for (const field of ['titleId', 'summary_id', 'sourcePublisher', 'version', 'intent']) {
			expect(v.safeParse(InnovationForm, { [field]: value }).success).toBe(false);
		}
	});

	test('two long texts without a word in common are compared all the same', () => {
		const text = (word: string) =>
			Array.from({ length: 2000 }, (_, i) => `${word}${String(i)}`).join(' ');
		const parts = diffTexts(text('a'), text('b'));
		expect(parts.some(({ change }) => change === 'added')).toBe(true);
		expect(parts.some(({ change }) => change === 'removed')).toBe(true);
	});
});

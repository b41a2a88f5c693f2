import { expect, test } from 'vitest';
import { cleanPastedHtml } from '#lib/innovations/word-paste.ts';
import { FROM_WORD } from '#tests/support/word-html.ts';

test('text from Word keeps its words, emphasis and lists, and nothing of Word', () => {
	const clean = cleanPastedHtml(FROM_WORD);
	expect(clean).toContain('<p><b>Alur</b> baru</p>');
	expect(clean).toContain('<ul><li>Satu</li><li>Dua</li></ul>');
	expect(clean).toContain('<ol><li>Pertama</li></ol>');
	expect(clean).not.toMatch(/mso|style|class|<o:|<!--|color|&nbsp;/i);
});

test('a flood of text is not worked on, and hostile repetition ends at once', () => {
	expect(cleanPastedHtml('x'.repeat(3_000_000))).toBe('');
	expect(typeof cleanPastedHtml('<p class=MsoListParagraph>'.repeat(20_000))).toBe('string');
});

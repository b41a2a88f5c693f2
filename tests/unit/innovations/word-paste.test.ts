import { expect, test } from 'vitest';
import { cleanPastedHtml } from '#lib/innovations/word-paste.ts';

const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {color:red}</style></head><body>
<!--StartFragment--><p class=MsoNormal style='margin:0cm'><b>Alur</b> <span lang=IN style='color:red'>baru</span><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span style='font-family:Symbol'>·<span>&nbsp;&nbsp; </span></span><!--[endif]-->Satu</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span>·<span>&nbsp; </span></span><!--[endif]-->Dua</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span>1.<span>&nbsp; </span></span>Pertama</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>`;

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

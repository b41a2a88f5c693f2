import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { typesetPdf } from '#lib/documents/server/typeset.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import { letterKinds } from '#lib/visits/letter.ts';
import { writeLetter } from '#lib/visits/write-letter.ts';
import { letterFacts, letterInput } from '#tests/support/letters.ts';

test.each(letterKinds)(
	'the letter %s becomes a tagged PDF in which text stays text',
	async (kind) => {
		const t = translateIn('id');
		const data = {
			...writeLetter(kind, letterFacts, letterInput, t),
			documentTitle: kind
		};
		const pdf = typesetPdf({ template: 'src/lib/visits/server/letter.typ', data });
		expect(Buffer.from(pdf).includes('/MarkInfo')).toBe(true);
		const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true });
		expect(text).toContain('400.12/127/Setda/2026');
		if (kind === 'request') expect(text).toContain('#eval("1") *di*');
		if (kind === 'request') expect(text).toContain('09.00–11.30 WITA');
		if (kind === 'delegation') expect(text).toContain('Siti #sys.version');
	}
);

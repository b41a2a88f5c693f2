import { expect, test } from 'vitest';
import { isShowable, tidyMarkdown } from '#lib/innovations/ui/rich-markdown.ts';

test.each([
	'## Judul\n\nTeks **tebal** dan *miring*.[^1] Lagi[^12].\n\n- satu\n- dua\n  - anak\n\n1. a\n2. b',
	'| A | B |\n|---|---|\n| 1 | 2[^1] |',
	'* bintang\n* lagi',
	'Baris satu\nbaris dua',
	'[KPI](/kpis/ADM-TAT-KTP) dan https://example.go.id/a_b',
	'> kutip\n> lagi',
	'Rp1.000.000 (3 < 4 & 2 > 1), nama_berkas',
	'3. tiga\n4. empat',
	'Paragraf satu.\n\nParagraf dua.\n',
	'- satu\n\n\n\nlagi',
	''
])('the editor shows what it can write back: %j', (markdown) => {
	expect(isShowable(markdown)).toBe(true);
});

test.each([
	'![Loket](/files/1)',
	'<b>tebal</b>',
	'```\nkode\n```',
	'- [ ] tugas',
	'[^1]: https://contoh.go.id',
	'1\\. bukan daftar'
])('what would be lost or changed stays in the plain field: %j', (markdown) => {
	expect(isShowable(markdown)).toBe(false);
});

test('the marks of sources, signs and addresses are written as people write them', () => {
	expect(tidyMarkdown('Turun.\\[^1\\] a\\_b 3 &lt; 4 &amp; 2 &gt; 1\n')).toBe(
		'Turun.[^1] a_b 3 < 4 & 2 > 1'
	);
	expect(tidyMarkdown('[https://a.go.id](https://a.go.id)')).toBe('https://a.go.id');
	// What would become HTML or a quotation stays guarded.
	expect(tidyMarkdown('&lt;b&gt; &amp;lt;')).toBe('&lt;b> &amp;lt;');
	expect(tidyMarkdown('&gt; awal')).toBe('&gt; awal');
});

import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '#lib/innovations/server/markdown.ts';

const setting = {
	sourceCount: 2,
	sourceLabel: (number: number) => `Sumber ${String(number)}`,
	tableLabel: 'Tabel'
};
const render = (markdown: string) => renderMarkdown(markdown, setting);

/** Everything a section may become: any other tag, or any other attribute, fails the tests. */
const HARMLESS =
	/<\/?(?:p|br|hr|strong|em|del|sup|code|pre|blockquote|ul|li|h[3-6]|table|thead|tbody|tr|td)>|<ol(?: start="\d+")?>|<th scope="col">|<\/(?:a|ol|th|div)>|<a href="(?:https?:\/\/|mailto:|\/(?![/\\])|#)[^"<>\s]*"(?: class="source" aria-label="Sumber \d")?(?: rel="nofollow noopener")?>|<div class="table-scroll" role="region" tabindex="0" aria-label="Tabel">/g;

function dangerIn(html: string): string[] {
	return html.replaceAll(HARMLESS, '').match(/<[^>]*>?/g) ?? [];
}

/** What a reader sees. */
function readable(html: string): string {
	return html.replaceAll(HARMLESS, '').replaceAll('&#x3C;', '<').replaceAll('&#x26;', '&').trim();
}

describe('Markdown', () => {
	test('keeps paragraphs, emphasis and lists', () => {
		expect(render('Sejak **2017**.\n\n1. satu\n2. dua')).toBe(
			'<p>Sejak <strong>2017</strong>.</p>\n<ol>\n<li>satu</li>\n<li>dua</li>\n</ol>'
		);
	});

	test('puts headings below the heading of the section', () => {
		expect(render('# A\n\n## B\n\n###### C')).toBe('<h3>A</h3>\n<h4>B</h4>\n<h6>C</h6>');
	});

	test('lets a table scroll in a box that the keyboard reaches', () => {
		const html = render('| Tahap | Waktu |\n| --- | ---: |\n| Uji coba | 2016 |');

		expect(html).toContain(
			'<div class="table-scroll" role="region" tabindex="0" aria-label="Tabel"><table>'
		);
		expect(html).toContain('<th scope="col">Tahap</th>');
		expect(html).toContain('<td>2016</td>');
	});

	test('turns marks into links to the sources there are, and leaves others as they are', () => {
		const html = render('Enam layanan.[^1][^2] Lainnya.[^3]');

		expect(html).toContain(
			'<sup><a href="#source-1" class="source" aria-label="Sumber 1">[1]</a></sup><sup><a href="#source-2"'
		);
		expect(html).toContain('Lainnya.[^3]');
	});

	test('knows a source also where the text defines a footnote of that name', () => {
		const html = render('Enam layanan.[^1]\n\n[^1]: catatan');

		expect(html).toContain('<a href="#source-1"');
		expect(html).toContain('<p>catatan</p>');
		expect(html).not.toContain('footnote');
	});

	test('marks links to other sites, and keeps those within the site plain', () => {
		expect(render('[a](https://contoh.go.id/b) [c](/regions/36.71) [d](#x)')).toBe(
			'<p><a href="https://contoh.go.id/b" rel="nofollow noopener">a</a> <a href="/regions/36.71">c</a> <a href="#x">d</a></p>'
		);
	});

	test('shows an image as its description, and a check list as signs', () => {
		expect(render('![Loket kecamatan](https://evil.example/x.png)')).toBe('<p>Loket kecamatan</p>');
		expect(render('- [x] SOP\n- [ ] SK')).toContain('<li>☑ SOP</li>\n<li>☐ SK</li>');
	});

	test('shows HTML as the text that was typed', () => {
		expect(render('<b>tebal</b> & <script>alert(1)</script>')).toBe(
			'<p>&#x3C;b>tebal&#x3C;/b> &#x26; &#x3C;script>alert(1)&#x3C;/script></p>'
		);
	});
});

describe('a hostile text', () => {
	test.each([
		'<script>alert(1)</script>',
		'<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
		'<scr<script>ipt>alert(1)</scr</script>ipt>',
		'<img src=x onerror=alert(1)>',
		'<img src="javascript:alert(1)">',
		'<IMG """><SCRIPT>alert(1)</SCRIPT>">',
		'<svg onload=alert(1)>',
		'<svg><script>alert(1)</script></svg>',
		'<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
		'<svg><a xlink:href="javascript:alert(1)"><text y=20>x</text></a></svg>',
		'<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
		'<iframe src="javascript:alert(1)"></iframe>',
		'<iframe srcdoc="<script>alert(1)</script>"></iframe>',
		'<object data="data:text/html,<script>alert(1)</script>"></object>',
		'<embed src="data:image/svg+xml;base64,PHN2Zz4=">',
		'<a href="javascript:alert(1)">x</a>',
		'<a href="https://ok.example" onclick="alert(1)">x</a>',
		'<a href="&#106;avascript:alert(1)">x</a>',
		'<p style="background:url(javascript:alert(1))">x</p>',
		'<style>@import "//evil.example/x.css";</style>',
		'<link rel=stylesheet href=//evil.example/x.css>',
		'<meta http-equiv=refresh content="0;url=//evil.example">',
		'<base href="//evil.example/">',
		'<form action="//evil.example"><button>x</button></form>',
		'<input autofocus onfocus=alert(1)>',
		'<details open ontoggle=alert(1)>',
		'<video><source onerror=alert(1)></video>',
		'<body onload=alert(1)>',
		'<template><script>alert(1)</script></template>',
		'<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
		'<!--><img src=x onerror=alert(1)>-->',
		'<![CDATA[<script>alert(1)</script>]]>',
		'<?xml version="1.0"?><script>alert(1)</script>',
		'</p></article><script>alert(1)</script>'
	])('in HTML comes out as it was typed: %s', (markdown) => {
		const html = render(markdown);

		expect(dangerIn(html)).toEqual([]);
		expect(readable(html)).toBe(markdown);
	});

	test.each([
		'[x](javascript:alert(1))',
		'[x](JaVaScRiPt:alert(1))',
		'[x](java\nscript:alert(1))',
		'[x](&#106;&#97;vascript:alert(1))',
		'[x](javascript&colon;alert(1))',
		'[x](\u0001javascript:alert(1))',
		'[x](%6Aavascript:alert(1))',
		'[x](vbscript:msgbox(1))',
		'[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
		'[x](file:///etc/passwd)',
		'[x](//evil.example)',
		'[x](/\\evil.example)',
		'[x](\\\\evil.example)',
		'[x](https://ok.example "onmouseover=alert(1)")',
		'[x](<https://ok.example" onmouseover="alert(1)>)',
		'[x][1]\n\n[1]: javascript:alert(1)',
		'<javascript:alert(1)>',
		'![x](javascript:alert(1))',
		'![x](data:image/svg+xml;base64,PHN2Zz4=)',
		'![x" onerror="alert(1)](x)',
		'![x][1]\n\n[1]: https://evil.example/pixel.gif',
		'`<script>alert(1)</script>`',
		'```html" onmouseover="alert(1)\n<script>alert(1)</script>\n```',
		'    <script>alert(1)</script>',
		'> <script>alert(1)</script>',
		'- <img src=x onerror=alert(1)>',
		'| <script>alert(1)</script> | b |\n| --- | --- |\n| <img src=x onerror=alert(1)> | d |',
		'# <svg onload=alert(1)>',
		'**<img src=x onerror=alert(1)>**',
		'[^1]: <script>alert(1)</script>\n\nx[^1]',
		'[^"><script>alert(1)</script>]',
		'&lt;script&gt;alert(1)&lt;/script&gt;',
		'&#60;script&#62;alert(1)&#60;/script&#62;',
		'\\<script>alert(1)\\</script>',
		'www.evil.example"onmouseover="alert(1)',
		'https://evil.example/<script>alert(1)</script>',
		'user@evil.example"onclick="alert(1)'
	])('is harmless: %s', (markdown) => {
		expect(dangerIn(render(markdown))).toEqual([]);
	});

	test('would be noticed if it came through', () => {
		expect(dangerIn('<p onclick="x">a</p>')).toEqual(['<p onclick="x">']);
		expect(dangerIn('<a href="javascript:x">a</a>')).toEqual(['<a href="javascript:x">']);
	});

	test.each([
		['a list 50,000 deep', '- '.repeat(50_000) + 'x'],
		[
			'lists within lists, line by line',
			Array.from({ length: 60 }, (_, i) => ' '.repeat(i * 2) + '- x').join('\n')
		],
		['a quotation 50 deep', '>'.repeat(50) + 'x'],
		['10 MB of text', 'kata '.repeat(2_000_000)],
		['thousands of brackets', ']'.repeat(11_000)],
		['thousands of marks', 'a**b c* '.repeat(1000)],
		['thousands of list items', '- a\n'.repeat(2000)],
		['thousands of underlined headings', 'a\n=\n'.repeat(1000)]
	])('is refused before it is parsed: %s', (_, markdown) => {
		expect(() => render(markdown)).toThrow(expect.objectContaining({ code: 'too_large' }));
	});

	test('may nest as deep as people do', () => {
		const nested = ['- a', '  - b', '    - c', '      > d', '  1. e'].join('\n');

		expect(render(nested)).toContain('<blockquote>');
	});
});

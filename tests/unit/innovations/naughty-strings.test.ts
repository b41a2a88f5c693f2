import { expect, test } from 'vitest';
import { renderMarkdown } from '#lib/innovations/server/markdown.ts';
import { plainText } from '#lib/innovations/plain-text.ts';
import { slugOf } from '#lib/innovations/slug.ts';
import { naughtyStrings, naughtyTexts } from '#tests/support/naughty-strings.ts';

const setting = { sourceCount: 1, sourceLabel: String, tableLabel: 'tabel' };
/** What the site's own Markdown may become; anything else came from the text. */
const OWN_TAG =
	/^<\/?(?:p|br|em|strong|del|code|pre|ul|ol|li|h[1-6]|blockquote|hr|table|thead|tbody|tr|th|td|div|sup|section|a)(?: (?:href="(?:https?:|mailto:|#)[^"<>]*"|(?:class|id|rel|role|tabindex|aria-label|align|start|lang)="[^"<>]*"))*>$/;

test.each([...naughtyStrings, ...naughtyTexts(2000)])('%j is text in a section', (text) => {
	const html = renderMarkdown(text, setting);
	const strange = (html.match(/<[^>]*>/g) ?? []).filter((tag) => !OWN_TAG.test(tag));
	expect(strange).toEqual([]);
});

test('all of it has an address and an excerpt', () => {
	for (const text of naughtyStrings) {
		expect(slugOf(text)).toMatch(/^[a-z0-9-]*$/);
		expect(typeof plainText(text)).toBe('string');
	}
});

test('a tag that came through would be noticed', () => {
	for (const tag of ['<img src=x>', '<a href="javascript:x">', '<p onclick="x">', '<script>']) {
		expect(tag).not.toMatch(OWN_TAG);
	}
});

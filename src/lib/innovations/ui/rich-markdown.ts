import type { Extensions } from '@tiptap/core';
import { TableKit } from '@tiptap/extension-table';
import { MarkdownManager } from '@tiptap/markdown';
import StarterKit from '@tiptap/starter-kit';

/** What the editor knows of Markdown. */
export const EXTENSIONS: Extensions = [
	StarterKit.configure({ underline: false, codeBlock: false, link: { openOnClick: false } }),
	TableKit
];

/** What only Markdown itself can hold: pictures, HTML and fenced blocks. */
const NOT_SHOWN = /!\[|<\/?[a-z][^>]*>|^\s*(?:```|~~~)/im;

const manager = new MarkdownManager({ extensions: EXTENSIONS });

/**
 * Whether the editor can show a text and write it back with nothing lost: it is read, written and
 * read again, and both what it says and what it means must be the same.
 */
export function isShowable(markdown: string): boolean {
	if (NOT_SHOWN.test(markdown)) return false;
	const read = manager.parse(markdown);
	const written = tidyMarkdown(manager.serialize(read));
	return (
		bareOf(written) === bareOf(markdown) &&
		JSON.stringify(manager.parse(written)) === JSON.stringify(manager.parse(withoutGaps(markdown)))
	);
}

/**
 * What the editor writes, in the way people do: it guards the marks of sources, the signs < > & and
 * underscores within words where nothing needs guarding.
 */
export function tidyMarkdown(written: string): string {
	return withoutGaps(written)
		.replace(/\\\[\^(\d{1,3})\\\]/g, '[^$1]')
		.replace(/(?<=[\p{L}\d])\\_(?=[\p{L}\d])/gu, '_')
		.replace(/\[(https?:[^\]\s]{1,2000})\]\(\1\)/g, '$1')
		.replace(/&lt;(?=[\s\d=]|$)/g, '<')
		.replace(/(?<=[\p{L}\d%] ?)&gt;/gu, '>')
		.replace(/&amp;(?![a-z\d#]{1,32};)/gi, '&');
}

/** Many empty lines mean what one does. */
function withoutGaps(markdown: string): string {
	return markdown.replace(/\n{3,}/g, '\n\n').trim();
}

/** A text without what Markdown lets one write in several ways: bullets, guards, room, table rules. */
function bareOf(markdown: string): string {
	return markdown
		.replace(/\\(?=[!-/:-@[-`{-~])/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&')
		.replace(/^(\s*)[*+](?=\s)/gm, '$1-')
		.replaceAll('__', '**')
		.replace(/-{2,}/g, '-')
		.replace(/\s/g, '');
}

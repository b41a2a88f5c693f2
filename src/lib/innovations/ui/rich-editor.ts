import { Editor } from '@tiptap/core';
import { Markdown } from '@tiptap/markdown';
import { cleanPastedHtml } from '../word-paste.ts';
import { EXTENSIONS, tidyMarkdown } from './rich-markdown.ts';

export { isShowable } from './rich-markdown.ts';

/** An editor over a Markdown text. It says what the text has become, and only when somebody edits. */
export function openEditor(
	element: HTMLElement,
	{
		markdown,
		attributes,
		changed
	}: {
		readonly markdown: string;
		readonly attributes: Record<string, string>;
		readonly changed: (markdown: string) => void;
	}
): Editor {
	let known: string | undefined;
	const editor = new Editor({
		element,
		extensions: [...EXTENSIONS, Markdown],
		content: markdown,
		contentType: 'markdown',
		injectCSS: false,
		editorProps: {
			attributes,
			transformPastedHTML: cleanPastedHtml,
			// Tab leaves the editor, in lists and tables too: nobody is caught in it.
			handleDOMEvents: { keydown: (_, { key }) => key === 'Tab' }
		},
		onUpdate: () => {
			// It also reports what it does to its own page, such as a line to go on writing on.
			const now = tidyMarkdown(editor.getMarkdown());
			if (now === known) return;
			known = now;
			changed(now);
		}
	});
	known = tidyMarkdown(editor.getMarkdown());
	return editor;
}

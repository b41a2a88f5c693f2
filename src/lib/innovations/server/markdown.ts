import rehypeSanitize, { type Options as SanitizeSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { DomainError } from '#lib/core/errors.ts';
import { markdownProblem } from '../markdown-limits.ts';
import { plainMarkup, type MarkdownSetting } from './markdown-tree.ts';
import { readableTables, safeLinks } from './markup-tree.ts';

export type { MarkdownSetting } from './markdown-tree.ts';

/** Nothing else survives: no images, no styles, no ids, no classes but our own. */
const SCHEMA: SanitizeSchema = {
	tagNames: [
		...['p', 'br', 'hr', 'strong', 'em', 'del', 'sup', 'code', 'pre', 'blockquote', 'a', 'div'],
		...['ul', 'ol', 'li', 'h3', 'h4', 'h5', 'h6'],
		...['table', 'thead', 'tbody', 'tr', 'th', 'td']
	],
	attributes: {
		a: ['href', 'rel', 'ariaLabel', ['className', 'source']],
		div: [['className', 'table-scroll'], ['role', 'region'], 'tabIndex', 'ariaLabel'],
		ol: ['start'],
		th: [['scope', 'col']]
	},
	protocols: { href: ['http', 'https', 'mailto'] },
	required: {},
	ancestors: {},
	clobber: [],
	strip: ['script', 'style'],
	allowComments: false,
	allowDoctypes: false
};

/**
 * Renders a section's Markdown as HTML that is safe to put into a page: raw HTML comes out as
 * text, images as their description, links only to where links may go. `[^1]` becomes a link to
 * the source with that number, a heading lies below the section's own.
 * Refuses a text beyond the limits as `too_large`, before it is parsed.
 */
export function renderMarkdown(markdown: string, setting: MarkdownSetting): string {
	const problem = markdownProblem(markdown);
	if (problem) throw new DomainError('too_large', { message: problem });

	return unified()
		.use(remarkParse)
		.use(remarkGfm, { singleTilde: false })
		.use(plainMarkup, setting)
		.use(remarkRehype)
		.use(safeLinks)
		.use(readableTables, setting)
		.use(rehypeSanitize, SCHEMA)
		.use(rehypeStringify)
		.processSync(markdown)
		.toString();
}

import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A stretch of text with one look. */
export interface PrintRun {
	readonly text: string;
	readonly strong?: boolean;
	readonly em?: boolean;
	readonly sup?: boolean;
	readonly href?: string;
}

/** A piece of a section as the template for print takes it. */
export type PrintBlock =
	| { readonly type: 'paragraph'; readonly runs: readonly PrintRun[] }
	| { readonly type: 'heading'; readonly runs: readonly PrintRun[] }
	| {
			readonly type: 'list';
			readonly ordered: boolean;
			readonly start: number;
			readonly items: readonly (readonly PrintBlock[])[];
	  }
	| { readonly type: 'quote'; readonly blocks: readonly PrintBlock[] }
	| { readonly type: 'code'; readonly text: string }
	| {
			readonly type: 'table';
			readonly columns: number;
			readonly header: readonly (readonly PrintRun[])[];
			readonly rows: readonly (readonly { readonly runs: readonly PrintRun[] }[])[];
	  };

type Look = Omit<PrintRun, 'text'>;
type Node = RootContent | BlockContent | DefinitionContent;

/** A section's Markdown as blocks of plain text: HTML stays text, pictures become their words. */
export function printBlocks(markdown: string): PrintBlock[] {
	const tree = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).parse(markdown);
	return blocksOf(tree.children);
}

function blocksOf(nodes: readonly Node[]): PrintBlock[] {
	return nodes.flatMap((node) => blockOf(node));
}

function blockOf(node: Node): PrintBlock[] {
	switch (node.type) {
		case 'paragraph':
			return [{ type: 'paragraph', runs: runsOf(node.children) }];
		case 'heading':
			return [{ type: 'heading', runs: runsOf(node.children) }];
		case 'list':
			return [
				{
					type: 'list',
					ordered: node.ordered === true,
					start: node.start ?? 1,
					items: node.children.map((item) => blocksOf(item.children))
				}
			];
		case 'blockquote':
			return [{ type: 'quote', blocks: blocksOf(node.children) }];
		case 'code':
			return [{ type: 'code', text: node.value }];
		case 'html':
			return [{ type: 'paragraph', runs: [{ text: node.value }] }];
		case 'table':
			return tableOf(node);
		default:
			return [];
	}
}

function tableOf({ children }: Extract<Node, { type: 'table' }>): PrintBlock[] {
	const [head, ...rows] = children;
	const columns = Math.max(1, ...children.map((row) => row.children.length));
	const cells = (row: typeof head) =>
		Array.from({ length: columns }, (_, i) => runsOf(row?.children[i]?.children ?? []));
	return [
		{
			type: 'table',
			columns,
			header: cells(head),
			rows: rows.map((row) => cells(row).map((runs) => ({ runs })))
		}
	];
}

function runsOf(nodes: readonly PhrasingContent[], look: Look = {}): PrintRun[] {
	return nodes.flatMap((node) => runOf(node, look));
}

function runOf(node: PhrasingContent, look: Look): PrintRun[] {
	switch (node.type) {
		case 'text':
			return textWithSources(node.value, look);
		case 'inlineCode':
		case 'html':
			return [{ ...look, text: node.value }];
		case 'strong':
			return runsOf(node.children, { ...look, strong: true });
		case 'emphasis':
			return runsOf(node.children, { ...look, em: true });
		case 'link':
			return runsOf(node.children, isSafe(node.url) ? { ...look, href: node.url } : look);
		case 'image':
			return node.alt ? [{ ...look, text: node.alt }] : [];
		case 'break':
			return [{ ...look, text: '\n' }];
		case 'footnoteReference':
			return [{ ...look, text: `[${node.identifier}]`, sup: true }];
		default:
			return 'children' in node ? runsOf(node.children, look) : [];
	}
}

/** A reference without a definition, as ours are, reaches here as text. */
function textWithSources(text: string, look: Look): PrintRun[] {
	return text.split(/(\[\^\d{1,3}\])/).flatMap((part) => {
		const source = /^\[\^(\d{1,3})\]$/.exec(part)?.[1];
		if (source !== undefined) return [{ ...look, text: `[${source}]`, sup: true }];
		return part === '' ? [] : [{ ...look, text: part }];
	});
}

function isSafe(url: string): boolean {
	return /^(?:https?:\/\/|mailto:)/i.test(url);
}

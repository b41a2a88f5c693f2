import type { Nodes, Parents, Root } from 'mdast';

/** What rendering needs to know besides the text. */
export interface MarkdownSetting {
	/** How many sources the write-up lists; a `[^9]` beyond them stays as it was typed. */
	readonly sourceCount: number;
	/** How a link to a source is read out: `Sumber 1`. */
	readonly sourceLabel: (number: number) => string;
	/** Names the box in which a wide table scrolls. */
	readonly tableLabel: string;
}

const HEADING_SHIFT = 2;
const LOWEST_HEADING = 6;
const CITATION = /\[\^(\d{1,3})\]/;

/**
 * A step for unified: leaves of Markdown only what a section may hold. Raw HTML becomes text,
 * images their description, check boxes a sign, `[^1]` a link to the source.
 */
export function plainMarkup(setting: MarkdownSetting): (tree: Root) => void {
	return (tree) => {
		replaceChildren(tree, setting, false);
	};
}

function replaceChildren(parent: Parents, setting: MarkdownSetting, isInLink: boolean): void {
	const isLink = isInLink || parent.type === 'link' || parent.type === 'linkReference';
	const children = parent.children.flatMap((child) => replaced(child, parent, setting, isLink));
	parent.children = children as typeof parent.children;
}

function replaced(
	node: Nodes,
	parent: Parents,
	setting: MarkdownSetting,
	isInLink: boolean
): Nodes[] {
	switch (node.type) {
		case 'html':
			return asText(node.value, parent);
		case 'image':
		case 'imageReference':
			return [{ type: 'text', value: node.alt ?? '' }];
		case 'footnoteReference':
			return cited(`[^${node.identifier}]`, setting, isInLink);
		case 'text':
			return cited(node.value, setting, isInLink);
	}
	if ('children' in node) replaceChildren(node, setting, isInLink);
	switch (node.type) {
		case 'footnoteDefinition':
			return node.children;
		case 'heading':
			node.depth = Math.min(LOWEST_HEADING, node.depth + HEADING_SHIFT) as typeof node.depth;
			return [node];
		case 'listItem': {
			const [first] = node.children;
			if (typeof node.checked === 'boolean' && first?.type === 'paragraph') {
				first.children.unshift({ type: 'text', value: node.checked ? '☑ ' : '☐ ' });
			}
			node.checked = null;
			return [node];
		}
		default:
			return [node];
	}
}

/** Between paragraphs a text needs a paragraph of its own. */
function asText(value: string, parent: Parents): Nodes[] {
	const text: Nodes = { type: 'text', value };
	const isBlock = ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type);
	return isBlock ? [{ type: 'paragraph', children: [text] }] : [text];
}

/** A text with its citations as links; within a link they stay text. */
function cited(value: string, setting: MarkdownSetting, isInLink: boolean): Nodes[] {
	if (isInLink) return [{ type: 'text', value }];
	return value.split(/(\[\^\d{1,3}\])/).flatMap((part): Nodes[] => {
		if (part === '') return [];
		const number = Number(CITATION.exec(part)?.[1]);
		const isSource = number >= 1 && number <= setting.sourceCount;
		return [isSource ? sourceLink(number, setting) : { type: 'text', value: part }];
	});
}

function sourceLink(number: number, { sourceLabel }: MarkdownSetting): Nodes {
	return {
		type: 'emphasis',
		data: { hName: 'sup' },
		children: [
			{
				type: 'link',
				url: `#source-${String(number)}`,
				data: { hProperties: { className: ['source'], ariaLabel: sourceLabel(number) } },
				children: [{ type: 'text', value: `[${String(number)}]` }]
			}
		]
	};
}

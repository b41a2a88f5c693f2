import type { Element, ElementContent, Parents, Root, RootContent } from 'hast';
import type { MarkdownSetting } from './markdown-tree.ts';

const EXTERNAL = /^https?:\/\//i;
const ALLOWED = /^(?:https?:\/\/|mailto:|\/(?![/\\])|#)/i;
const STRANGE = /[\s\p{Cc}\\]/u;

/**
 * A step for unified: links lead to the web, to a mailbox or within the site, and strangers get
 * no credit for them (`nofollow`). A link to anywhere else is left as its text.
 */
export function safeLinks(): (tree: Root) => void {
	return (tree) => {
		replaceElements(tree, (element) => {
			if (element.tagName !== 'a') return [element];
			const { href } = element.properties;
			const isAllowed = typeof href === 'string' && ALLOWED.test(href) && !STRANGE.test(href);
			if (!isAllowed) return element.children;
			if (EXTERNAL.test(href)) element.properties.rel = ['nofollow', 'noopener'];
			return [element];
		});
	};
}

/** A step for unified: a wide table scrolls in a box of its own, reachable by keyboard. */
export function readableTables({ tableLabel }: MarkdownSetting): (tree: Root) => void {
	return (tree) => {
		replaceElements(tree, (element) => {
			if (element.tagName === 'th') element.properties.scope = 'col';
			if (element.tagName !== 'table') return [element];
			return [
				{
					type: 'element',
					tagName: 'div',
					properties: {
						className: ['table-scroll'],
						role: 'region',
						tabIndex: 0,
						ariaLabel: tableLabel
					},
					children: [element]
				}
			];
		});
	};
}

function replaceElements(parent: Parents, replace: (element: Element) => ElementContent[]): void {
	const children = (parent.children as RootContent[]).flatMap((child): RootContent[] => {
		if (child.type !== 'element') return [child];
		replaceElements(child, replace);
		return replace(child);
	});
	parent.children = children;
}

/** A split as the tree needs it; more columns may come along. */
export interface FamilyLink {
	readonly childCode: string;
	readonly parentCode: string;
}

/** A region with those split from it; `link` is how it came from the one above, null at the top. */
export interface FamilyNode<L extends FamilyLink> {
	readonly code: string;
	readonly link: L | null;
	readonly children: readonly FamilyNode<L>[];
}

/**
 * The family a region belongs to, from its oldest known ancestor down, in the order of the links.
 * Null when it has neither parent nor children. Links that run in a circle are cut.
 */
export function familyTree<L extends FamilyLink>(
	links: readonly L[],
	code: string
): FamilyNode<L> | null {
	const root = oldestAncestor(links, code);
	const tree = branch(links, root, null, new Set([root]));
	return tree.children.length === 0 ? null : tree;
}

function oldestAncestor(links: readonly FamilyLink[], code: string): string {
	const seen = new Set([code]);
	let oldest = code;
	for (;;) {
		const parent = links.find(({ childCode }) => childCode === oldest)?.parentCode;
		if (parent === undefined || seen.has(parent)) return oldest;
		seen.add(parent);
		oldest = parent;
	}
}

function branch<L extends FamilyLink>(
	links: readonly L[],
	code: string,
	link: L | null,
	above: ReadonlySet<string>
): FamilyNode<L> {
	const children = links
		.filter(({ parentCode, childCode }) => parentCode === code && !above.has(childCode))
		.map((down) => branch(links, down.childCode, down, new Set([...above, down.childCode])));
	return { code, link, children };
}

interface Branching {
	readonly code: string;
	readonly children: readonly Branching[];
}

/** All codes of a family, from the top down. */
export function familyCodes(node: Branching): string[] {
	return [node.code, ...node.children.flatMap(familyCodes)];
}

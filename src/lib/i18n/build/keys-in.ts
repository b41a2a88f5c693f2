/** A node of a parsed module, as every ESTree parser gives it. */
interface SyntaxNode {
	readonly type: string;
	readonly [field: string]: unknown;
}

interface Quasi {
	readonly value: { readonly cooked: string };
}

/**
 * The keys a module names: strings that are a key, and templates such as `unit.${code}`, which name
 * every key they could become; a value in it stands for one part between two dots.
 * @param keys all keys there are
 */
export function keysIn<K extends string>(program: unknown, keys: readonly K[]): K[] {
	const known = new Set<string>(keys);
	const found = new Set<string>();
	visit(program);
	return keys.filter((key) => found.has(key));

	function visit(value: unknown): void {
		if (Array.isArray(value)) for (const item of value) visit(item);
		if (!isNode(value)) return;
		if (value.type === 'Literal' && typeof value.value === 'string' && known.has(value.value)) {
			found.add(value.value);
		}
		if (value.type === 'TemplateLiteral') {
			for (const key of matching(value.quasis as readonly Quasi[])) found.add(key);
		}
		for (const field of Object.values(value)) if (typeof field === 'object') visit(field);
	}

	function matching(quasis: readonly Quasi[]): K[] {
		const parts = quasis.map(({ value }) => value.cooked);
		const [start = ''] = parts;
		// A template that begins with a value, or with less than an area, could be anything.
		if (!start.includes('.') && parts.length > 1) return [];
		const pattern = new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('[^.]+')}$`);
		return keys.filter((key) => pattern.test(key));
	}
}

function isNode(value: unknown): value is SyntaxNode {
	return typeof value === 'object' && value !== null && 'type' in value;
}

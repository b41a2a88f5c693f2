import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
/** `import … from 'x'` and `export … from 'x'`, but not `import type`, which leaves no trace. */
const IMPORT =
	/^\s*(?:import|export)\s+(?!type\s)(?:[^'";]*?\sfrom\s+)?'((?:#lib|#db|\.{1,2})\/[^']+)'/gm;

function importsOf(file: string): string[] {
	return [...readFileSync(path.join(root, file), 'utf8').matchAll(IMPORT)].map(([, name = '']) =>
		name.startsWith('#')
			? name.replace(/^#lib/, 'src/lib').replace(/^#db/, 'db')
			: path.join(path.dirname(file), name)
	);
}

/** The first circle on a way through the graph, as the files one passes; `null` when there is none. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
	const done = new Set<string>();
	const walk = (file: string, way: string[]): string[] | null => {
		const seenAt = way.indexOf(file);
		if (seenAt !== -1) return [...way.slice(seenAt), file];
		if (done.has(file)) return null;
		for (const next of graph.get(file) ?? []) {
			const circle = walk(next, [...way, file]);
			if (circle) return circle;
		}
		done.add(file);
		return null;
	};
	for (const file of graph.keys()) {
		const circle = walk(file, []);
		if (circle) return circle;
	}
	return null;
}

test('no file imports itself by way of others', () => {
	const files = globSync('{src,db}/**/*.{ts,svelte}', { cwd: root });
	// A component may draw itself again within itself, as a tree does.
	const graph = new Map(
		files.map((file) => [file, importsOf(file).filter((other) => other !== file)])
	);
	expect([...graph.values()].flat().length).toBeGreaterThan(100);
	expect(findCircle(graph)).toBeNull();
});

test('a circle would be found, however long', () => {
	const graph = new Map([
		['a', ['b', 'd']],
		['b', ['c']],
		['c', ['a']],
		['d', []]
	]);
	expect(findCircle(graph)).toEqual(['a', 'b', 'c', 'a']);
});

import { threadId } from 'node:worker_threads';

/** Tasks that only the tests of the worker pool run. */

export function whereIsIt(): { threadId: number; secrets: string[] } {
	return { threadId, secrets: Object.keys(process.env) };
}

export async function add({ a, b }: { readonly a: number; readonly b: number }): Promise<number> {
	return Promise.resolve(a + b);
}

export function fail(): never {
	throw new RangeError('not today');
}

/** Keeps its thread busy so that nothing but ending the thread stops it. */
export function spin({ ms }: { readonly ms: number }): number {
	const until = performance.now() + ms;
	while (performance.now() < until);
	return ms;
}

export function hoard(): number {
	const kept: number[][] = [];
	for (;;) kept.push(Array.from({ length: 100_000 }, (_, i) => i + kept.length));
}

import { DomainError } from '#lib/core/errors.ts';
import { pause } from '#lib/core/server/pause.ts';

/** Rows worked on at a stretch: about ten milliseconds. */
const STRETCH = 500;

/** Does something with each item, and every now and then lets others have their turn. */
export async function inStretches<Item>(
	items: readonly Item[],
	signal: AbortSignal | undefined,
	run: (item: Item) => void
): Promise<void> {
	for (const [i, item] of items.entries()) {
		if (i % STRETCH === 0) {
			await pause();
			if (signal?.aborted) throw new DomainError('invalid', { message: 'import.cancelled' });
		}
		run(item);
	}
}

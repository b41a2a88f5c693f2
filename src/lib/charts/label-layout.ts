/**
 * Moves labels apart so that none overlaps its neighbour, each as little as possible, all between
 * two bounds. Works on either axis. Labels that touch form a block that sits at the mean of the
 * places they want (pool adjacent violators). When there is too little room, they share it evenly.
 * @param wanted the middle each label would like
 * @param sizes the length each label takes on the axis
 * @returns the middle each label gets, in the order given
 */
export function layoutLabels(
	wanted: readonly number[],
	sizes: readonly number[],
	from: number,
	to: number
): number[] {
	const order = wanted.map((_, i) => i).toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
	const total = sizes.reduce((sum, size) => sum + size, 0);
	const scale = total > to - from ? (to - from) / total : 1;

	const blocks: Block[] = [];
	for (const i of order) {
		const size = (sizes[i] ?? 0) * scale;
		blocks.push(placed({ members: [i], size, start: (wanted[i] ?? 0) - size / 2 }, from, to));
		mergeLast(blocks, wanted, sizes, scale, from, to);
	}

	const middles = wanted.map(() => 0);
	for (const { members, start } of blocks) {
		let edge = start;
		for (const i of members) {
			const size = (sizes[i] ?? 0) * scale;
			middles[i] = edge + size / 2;
			edge += size;
		}
	}
	return middles;
}

interface Block {
	readonly members: readonly number[];
	readonly size: number;
	readonly start: number;
}

/** As long as the last block overlaps the one before it, the two become one. */
function mergeLast(
	blocks: Block[],
	wanted: readonly number[],
	sizes: readonly number[],
	scale: number,
	from: number,
	to: number
): void {
	for (;;) {
		const [before, last] = blocks.slice(-2);
		if (!before || !last || before.start + before.size <= last.start + 1e-9) return;
		const members = [...before.members, ...last.members];
		let offset = 0;
		let sum = 0;
		for (const i of members) {
			const size = (sizes[i] ?? 0) * scale;
			sum += (wanted[i] ?? 0) - (offset + size / 2);
			offset += size;
		}
		blocks.splice(-2, 2, placed({ members, size: offset, start: sum / members.length }, from, to));
	}
}

function placed(block: Block, from: number, to: number): Block {
	return { ...block, start: Math.max(from, Math.min(to - block.size, block.start)) };
}

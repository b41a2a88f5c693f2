import { MAX_RANKING_ROWS } from './limits.ts';
import type { RegionValue } from './region-input.ts';

export interface ChosenRow {
	readonly region: RegionValue;
	readonly value: number;
	/** Rows left out between the one before and this one. */
	readonly skippedBefore: number;
}

/** Of a long list: the best, the last, and on each side of a highlighted region. */
const BEST = 20;
const LAST = 5;
const AROUND = 2;

/**
 * The rows that are drawn. Up to 60 all of them; of a longer list the best 20, the last 5 that are
 * ranked, and the highlighted regions with two neighbours on each side.
 * @param isWhole keeps all, however many
 * @param regions best first; those without a value are left out and not counted
 */
export function chooseRows(
	regions: readonly RegionValue[],
	isWhole = false
): {
	rows: ChosenRow[];
	skippedAfter: number;
} {
	const valued = regions.flatMap((region) =>
		region.value === null ? [] : [{ region, value: region.value }]
	);
	const lastRanked = valued.findLastIndex(({ region }) => typeof region.rank === 'number');
	const end = lastRanked < 0 ? valued.length : lastRanked + 1;
	const kept = valued.flatMap((_, i) => (isWhole || isKept(i, valued, end) ? [i] : []));
	const rows = kept.flatMap((position, i) => {
		const row = valued[position];
		const skippedBefore = position - (kept[i - 1] ?? -1) - 1;
		return row ? [{ ...row, skippedBefore }] : [];
	});
	return { rows, skippedAfter: valued.length - 1 - (kept.at(-1) ?? valued.length - 1) };
}

function isKept(
	i: number,
	valued: readonly { readonly region: RegionValue }[],
	end: number
): boolean {
	if (valued.length <= MAX_RANKING_ROWS) return true;
	if (i < BEST || (i >= end - LAST && i < end)) return true;
	return valued
		.slice(Math.max(0, i - AROUND), i + AROUND + 1)
		.some(({ region }) => region.isOwn === true || region.isSelected === true);
}

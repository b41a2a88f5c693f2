import { createHash } from 'node:crypto';
import { rankIntervals, type RankInterval } from '../statistics/rank-interval.ts';
import { seedFrom } from '../statistics/random.ts';
import type { FindIntervals } from '../ranking.ts';

/** Groups and months that are kept; at 500 regions each takes about 50 kB. */
const MAX_KEPT = 200;

const kept = new Map<string, readonly RankInterval[]>();

/**
 * Draws the intervals of ranks once for the same figures. The figures themselves are the key, so
 * that a publication anywhere else leaves what is known in use, and a change here never does.
 * @param seedText such as `ADM-SLA-KTP 2026-10 all`: the same draws each time, on each server
 */
export function findIntervalsFor(seedText: string): FindIntervals {
	return (regions, direction) => {
		const key = createHash('sha256')
			.update(JSON.stringify([seedText, direction, regions]))
			.digest('base64url');
		const known = kept.get(key);
		const intervals = known ?? rankIntervals(regions, { direction, seed: seedFrom(seedText) });
		// What was used last goes to the end, and the oldest leaves first.
		kept.delete(key);
		kept.set(key, intervals);
		const [oldest] = kept.keys();
		if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
		return intervals;
	};
}

import { createHash } from 'node:crypto';
import { workerTasks } from '#lib/core/server/run-in-worker.ts';
import { rankIntervals, type RankInterval } from '../statistics/rank-interval.ts';
import { seedFrom } from '../statistics/random.ts';
import type { FindIntervals } from '../ranking.ts';
import type * as tasks from './rank-interval-tasks.ts';

const inWorker = workerTasks<typeof tasks>('src/lib/benchmarks/server/rank-interval-tasks.ts');

/** Groups and months that are kept; at 500 regions each takes about 50 kB. */
const MAX_KEPT = 200;
/** Up to so many regions the draws take under 10 ms: less than the way to a thread is worth. */
const MAX_INLINE = 20;

const kept = new Map<string, Promise<readonly RankInterval[]>>();

/**
 * Draws the intervals of ranks once for the same figures, in a worker thread where they are many.
 * The figures themselves are the key, so that a publication anywhere else leaves what is known in
 * use, and a change here never does.
 * @param seedText such as `ADM-SLA-KTP 2026-10 all`: the same draws each time, on each server
 */
export function findIntervalsFor(seedText: string): FindIntervals {
	return (regions, direction) => {
		if (regions.length === 0) return Promise.resolve([]);
		const key = createHash('sha256')
			.update(JSON.stringify([seedText, direction, regions]))
			.digest('base64url');
		const intervals = kept.get(key) ?? draw(regions, { direction, seed: seedFrom(seedText) });
		// What was used last goes to the end, and the oldest leaves first.
		kept.delete(key);
		kept.set(key, intervals);
		const [oldest] = kept.keys();
		if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
		// A failure is not kept: the next reader tries again.
		intervals.catch(() => kept.delete(key));
		return intervals;
	};
}

function draw(...[regions, options]: Parameters<typeof rankIntervals>): Promise<RankInterval[]> {
	if (regions.length <= MAX_INLINE) return Promise.resolve(rankIntervals(regions, options));
	return inWorker('drawIntervals', { regions, options });
}

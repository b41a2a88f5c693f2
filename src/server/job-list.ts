import { forgetRateLimits } from '#lib/accounts/server/forget-rate-limits.ts';
import { runVisitTimers } from '#lib/visits/server/timers.ts';
import type { Job } from './jobs.ts';

const MINUTE = 60;
const HOUR = 3_600;

/** Everything that comes round by itself. A room's use case joins with one line. */
export const jobs: readonly Job[] = [
	{ name: 'rate-limits.forget', everySeconds: HOUR, run: forgetRateLimits },
	{ name: 'visits.timers', everySeconds: 5 * MINUTE, run: runVisitTimers }
];

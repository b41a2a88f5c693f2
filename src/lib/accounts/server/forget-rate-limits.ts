import type { Context } from '#lib/core/context.ts';
import { removeOlderThan } from './rate-limit-repository.ts';

/** The slowest bucket is full again long before. */
const KEPT_MS = 7 * 24 * 3_600_000;

/** Forgets rate limits that nobody has met for a week, and the addresses in their names. */
export async function forgetRateLimits(ctx: Pick<Context, 'db' | 'now'>): Promise<void> {
	await removeOlderThan(ctx.db, ctx.now().getTime() - KEPT_MS);
}

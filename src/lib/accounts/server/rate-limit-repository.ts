import { sql } from 'kysely';
import type { Db } from '#lib/database/connection.ts';

export interface BucketSize {
	/** Most tokens the bucket holds: how many tries may come at once. */
	readonly capacity: number;
	/** Tokens that flow back in a second. */
	readonly refillPerSecond: number;
}

/**
 * Takes one token from a bucket, which starts full; false when it is empty.
 * One statement, so parallel takers cannot both have the last token. A clock that goes
 * backwards adds nothing.
 */
export async function takeToken(
	db: Db,
	bucket: string,
	{ capacity, refillPerSecond }: BucketSize,
	nowMs: number
): Promise<boolean> {
	const perMs = refillPerSecond / 1000;
	const elapsed = sql<number>`case when excluded.updated_ms > rate_limit.updated_ms then excluded.updated_ms - rate_limit.updated_ms else 0.0 end`;
	const refilled = sql<number>`rate_limit.tokens + (${elapsed}) * ${sql.lit(perMs)}`;
	const available = sql<number>`case when ${refilled} > ${sql.lit(capacity)} then ${sql.lit(capacity)} else ${refilled} end`;

	const taken = await db
		.insertInto('rateLimit')
		.values({ bucket, tokens: capacity - 1, updatedMs: nowMs })
		.onConflict((conflict) =>
			conflict
				.column('bucket')
				.doUpdateSet({
					tokens: sql<number>`(${available}) - 1`,
					updatedMs: sql<number>`case when excluded.updated_ms > rate_limit.updated_ms then excluded.updated_ms else rate_limit.updated_ms end`
				})
				.where(sql<boolean>`(${available}) >= 1`)
		)
		.returning('bucket')
		.executeTakeFirst();
	return taken !== undefined;
}

/** Forgets buckets that have been full again for long. */
export async function removeOlderThan(db: Db, beforeMs: number): Promise<void> {
	await db.deleteFrom('rateLimit').where('updatedMs', '<', beforeMs).execute();
}

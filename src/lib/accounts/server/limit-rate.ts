import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { type BucketSize, takeToken } from './rate-limit-repository.ts';

export type { BucketSize } from './rate-limit-repository.ts';

/**
 * Counts a try against a bucket, in the database, so that all processes count together; refuses
 * as `rate_limited` when it is empty.
 * @param bucket names who does what, such as `ask 192.0.2.1`
 * @param message the message key that tells the user
 */
export async function limitRate(
	ctx: Pick<Context, 'db' | 'now'>,
	bucket: string,
	size: BucketSize,
	message?: string
): Promise<void> {
	if (await takeToken(ctx.db, bucket, size, ctx.now().getTime())) return;
	throw new DomainError('rate_limited', message === undefined ? {} : { message });
}

import { DomainError } from '#lib/core/errors.ts';
import type { Context } from '#lib/core/context.ts';
import type { SignInInput } from '../schema.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { takeToken, type BucketSize } from './rate-limit-repository.ts';
import * as accounts from './repository.ts';
import { startSession } from './sessions.ts';

/** From one address, whatever the account: stops stuffing. */
const PER_CLIENT: BucketSize = { capacity: 30, refillPerSecond: 1 / 10 };
/** From one address to one account: stops guessing, and cannot lock the owner out elsewhere. */
const PER_PAIR: BucketSize = { capacity: 8, refillPerSecond: 1 / 60 };
/** To one account from anywhere: the hundred tries an hour that NIST SP 800-63B-4 allows. */
const PER_ACCOUNT: BucketSize = { capacity: 100, refillPerSecond: 1 / 36 };

/**
 * Checks e-mail and password and starts a session; returns the token for the cookie.
 * Unknown address, wrong password and disabled account all get the same answer in the same time.
 * @param clientAddress the IP address, for the limits on tries.
 */
export async function signIn(
	ctx: Context,
	input: SignInInput,
	clientAddress: string
): Promise<string> {
	await limitTries(ctx, input.email, clientAddress);

	const account = await accounts.findAccountByEmail(ctx.db, input.email);
	const hash = account?.passwordHash ?? (await unguessableHash());
	const matches = await verifyPassword(input.password, hash);
	if (!account?.passwordHash || !matches || account.disabledAt) {
		throw new DomainError('unauthenticated', { message: 'signIn.refused' });
	}
	return startSession(ctx, account.id);
}

async function limitTries(ctx: Context, email: string, clientAddress: string): Promise<void> {
	const nowMs = ctx.now().getTime();
	const buckets: [string, BucketSize][] = [
		[`sign-in client ${clientAddress}`, PER_CLIENT],
		[`sign-in pair ${clientAddress} ${email}`, PER_PAIR],
		[`sign-in account ${email}`, PER_ACCOUNT]
	];
	for (const [bucket, size] of buckets) {
		if (!(await takeToken(ctx.db, bucket, size, nowMs))) {
			throw new DomainError('rate_limited', { message: 'signIn.tooManyTries' });
		}
	}
}

let decoy: Promise<string> | undefined;

/** A hash nobody knows the password of, so that an unknown address costs as much time. */
function unguessableHash(): Promise<string> {
	decoy ??= hashPassword(crypto.randomUUID());
	return decoy;
}

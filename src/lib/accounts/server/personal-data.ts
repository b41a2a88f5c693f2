import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField } from '#lib/core/errors.ts';
import { DEMO_EMAIL_DOMAIN } from '../demo.ts';
import { limitRate, type BucketSize } from './limit-rate.ts';
import { verifyPassword } from './password.ts';
import * as personal from './personal-data-repository.ts';
import * as accounts from './repository.ts';

/** Guessing at an open session's password is slow. */
const TRIES: BucketSize = { capacity: 5, refillPerSecond: 1 / 60 };

/** What the site keeps of an account itself; passwords and tokens are no data to take along. */
export function accountData({ db }: Pick<Context, 'db'>, accountId: string) {
	return personal.readAccount(db, accountId);
}

/** Asks for the password again before something that cannot be undone. */
export async function confirmPassword(
	ctx: Pick<Context, 'db' | 'now'>,
	accountId: string,
	password: string
): Promise<void> {
	await limitRate(ctx, `confirm ${accountId}`, TRIES, 'signIn.tooManyTries');
	const account = await accounts.findAccount(ctx.db, accountId);
	const matches = account?.passwordHash && (await verifyPassword(password, account.passwordHash));
	if (!matches) throw invalidField('password', 'myData.passwordWrong');
}

/**
 * Refuses for whom the site or a region cannot be left alone: its only administrator has to name
 * another one first. The demonstration's accounts belong to all its visitors.
 */
export async function requireDispensable(
	{ db }: Pick<Context, 'db'>,
	{ accountId, grants }: Actor
): Promise<void> {
	const account = await accounts.findAccount(db, accountId);
	if (account?.email.endsWith(`@${DEMO_EMAIL_DOMAIN}`)) {
		throw new DomainError('conflict', { message: 'myData.demo' });
	}
	for (const { role, regionCode } of grants) {
		if (!role.endsWith('_admin')) continue;
		if ((await personal.countOthersWith(db, accountId, role, regionCode)) === 0) {
			throw new DomainError('conflict', { message: 'myData.soleAdmin' });
		}
	}
}

/** Leaves an account nobody can sign in to and that names nobody; records keep its id. */
export async function eraseAccount(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	accountId: string
): Promise<void> {
	await personal.eraseAccount(db, accountId, now().toISOString());
}

import { DomainError } from '#lib/core/errors.ts';
import type { Context } from '#lib/core/context.ts';
import * as accounts from './repository.ts';
import * as roleRows from './role-repository.ts';
import * as tokenRows from './token-repository.ts';
import {
	formatToken,
	hashSecret,
	newSecretToken,
	parseToken,
	secretMatches
} from './secret-token.ts';
import type { SignedIn } from './sessions.ts';

const TOUCH_EVERY_MS = 5 * 60_000;

/** Makes an API token for an account. The text it returns is shown once and stored nowhere. */
export async function addToken(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	input: { email: string; name: string }
): Promise<{ id: string; token: string }> {
	const account = await accounts.findAccountByEmail(db, input.email.toLowerCase());
	if (!account || account.disabledAt) {
		throw new DomainError('not_found', { message: 'account.unknown' });
	}
	const token = newSecretToken();
	await tokenRows.insertToken(db, {
		id: token.id,
		accountId: account.id,
		name: input.name,
		secretHash: hashSecret(token.secret),
		createdAt: now().toISOString(),
		usedAt: null,
		revokedAt: null
	});
	return { id: token.id, token: formatToken(token) };
}

/** Makes a token worthless from now on. */
export async function revokeToken(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	id: string
): Promise<void> {
	const revoked = await tokenRows.revokeToken(db, id, now().toISOString());
	if (revoked === 0) throw new DomainError('not_found');
}

/** Who an API token stands for, or null when it is unknown, forged, revoked or its owner disabled. */
export async function resolveToken(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	tokenText: string
): Promise<Omit<SignedIn, 'sessionId'> | null> {
	const parsed = parseToken(tokenText);
	if (!parsed) return null;

	const token = await tokenRows.findToken(db, parsed.id);
	if (!token || !secretMatches(parsed.secret, token.secretHash)) return null;
	if (token.revokedAt || token.disabledAt) return null;

	if (!token.usedAt || now().getTime() - Date.parse(token.usedAt) >= TOUCH_EVERY_MS) {
		await tokenRows.touchToken(db, token.id, now().toISOString());
	}
	return {
		actor: {
			accountId: token.accountId,
			name: token.owner,
			grants: await roleRows.listGrants(db, token.accountId)
		},
		locale: token.locale
	};
}

import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import type { Locale } from '#lib/i18n/translate.ts';
import * as roleRows from './role-repository.ts';
import * as sessionRows from './session-repository.ts';
import {
	formatToken,
	hashSecret,
	newSecretToken,
	parseToken,
	secretMatches
} from './secret-token.ts';

const HOUR_MS = 3_600_000;

/** Administrators can do most harm, so their sessions are short. */
const LIMITS = {
	staff: { idleMs: 12 * HOUR_MS, absoluteMs: 7 * 24 * HOUR_MS },
	admin: { idleMs: HOUR_MS / 2, absoluteMs: 12 * HOUR_MS }
};
const TOUCH_EVERY_MS = 5 * 60_000;

export interface SignedIn {
	readonly actor: Actor;
	readonly locale: Locale | null;
	readonly sessionId: string;
}

/** Starts a session and returns the token for the cookie. It is not stored anywhere else. */
export async function startSession(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	accountId: string
): Promise<string> {
	const token = newSecretToken();
	const at = now().toISOString();
	await sessionRows.insertSession(db, {
		id: token.id,
		accountId,
		secretHash: hashSecret(token.secret),
		createdAt: at,
		usedAt: at
	});
	return formatToken(token);
}

/** Who holds this token, or null when it is unknown, forged or expired. Use extends its life. */
export async function resolveSession(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	tokenText: string | undefined
): Promise<SignedIn | null> {
	const token = parseToken(tokenText ?? '');
	if (!token) return null;

	const session = await sessionRows.findSession(db, token.id);
	if (!session || !secretMatches(token.secret, session.secretHash)) return null;

	const grants = await roleRows.listGrants(db, session.accountId);
	const isAdmin = grants.some(({ role }) => role.endsWith('_admin'));
	const { idleMs, absoluteMs } = isAdmin ? LIMITS.admin : LIMITS.staff;
	const nowMs = now().getTime();
	const idle = nowMs - Date.parse(session.usedAt);
	if (session.disabledAt || idle >= idleMs || nowMs - Date.parse(session.createdAt) >= absoluteMs) {
		await sessionRows.removeSession(db, session.id);
		return null;
	}
	if (idle >= TOUCH_EVERY_MS) await sessionRows.touchSession(db, session.id, now().toISOString());

	return {
		actor: { accountId: session.accountId, name: session.name, grants },
		locale: session.locale,
		sessionId: session.id
	};
}

/** Ends one session on the server, so that a copied cookie is worth nothing. */
export async function endSession(
	{ db }: Pick<Context, 'db'>,
	tokenText: string | undefined
): Promise<void> {
	const token = parseToken(tokenText ?? '');
	if (token) await sessionRows.removeSession(db, token.id);
}

import { DomainError, invalidField } from '#lib/core/errors.ts';
import type { Context } from '#lib/core/context.ts';
import { newId } from '#lib/core/ids.ts';
import type { AccountLink } from '#lib/database/tables/accounts.ts';
import { isUniqueViolation } from '#lib/database/errors.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { passwordProblem } from '../password-rules.ts';
import type { FirstAdminInput, SetPasswordInput } from '../schema.ts';
import { hashPassword } from './password.ts';
import * as linkRows from './link-repository.ts';
import * as accounts from './repository.ts';
import * as roleRows from './role-repository.ts';
import * as sessionRows from './session-repository.ts';
import {
	formatToken,
	hashSecret,
	newSecretToken,
	parseToken,
	secretMatches
} from './secret-token.ts';
import { startSession } from './sessions.ts';

const LIFETIME_MS = { first_admin: 7 * 24 * 3_600_000, set_password: 72 * 3_600_000 };

type LinkContext = Pick<Context, 'db' | 'now'>;

/** Makes a one-time link and ends the unused ones before it. Returns the token of its path. */
export async function createLink(
	ctx: LinkContext,
	purpose: AccountLink['purpose'],
	accountId: string | null
): Promise<string> {
	const token = newSecretToken();
	const now = ctx.now();
	await inTransaction(ctx, async ({ db }) => {
		await linkRows.removeUnusedLinks(db, purpose, accountId);
		await linkRows.insertLink(db, {
			id: token.id,
			purpose,
			accountId,
			secretHash: hashSecret(token.secret),
			createdAt: now.toISOString(),
			expiresAt: new Date(now.getTime() + LIFETIME_MS[purpose]).toISOString(),
			usedAt: null
		});
	});
	return formatToken(token);
}

/** The link behind a token, if it can still be used; otherwise `not_found`. */
export async function getLink(ctx: LinkContext, tokenText: string): Promise<AccountLink> {
	const token = parseToken(tokenText);
	const link = token && (await linkRows.findLink(ctx.db, token.id));
	const isOpen =
		link &&
		secretMatches(token.secret, link.secretHash) &&
		!link.usedAt &&
		link.expiresAt > ctx.now().toISOString();
	if (!isOpen) throw new DomainError('not_found', { message: 'link.unusable' });
	return link;
}

/** Makes the platform's first administrator and signs in; returns the session token. */
export async function createFirstAdmin(
	ctx: LinkContext,
	tokenText: string,
	input: FirstAdminInput
): Promise<string> {
	const link = await getLink(ctx, tokenText);
	if (link.purpose !== 'first_admin')
		throw new DomainError('not_found', { message: 'link.unusable' });
	const passwordHash = await hashNewPassword(input.password, [input.email, input.name]);

	try {
		return await inTransaction(ctx, async (inner) => {
			await useUp(inner, link);
			const id = newId();
			await accounts.insertAccount(inner.db, {
				id,
				email: input.email,
				name: input.name,
				passwordHash,
				locale: null,
				createdAt: inner.now().toISOString(),
				disabledAt: null
			});
			await roleRows.insertGrants(inner.db, [
				{ id: newId(), accountId: id, role: 'platform_admin', regionCode: null, agencyId: null }
			]);
			return startSession(inner, id);
		});
	} catch (error) {
		if (isUniqueViolation(error)) throw invalidField('email', 'account.emailTaken');
		throw error;
	}
}

/** Sets an account's password, ends its sessions, and signs in; returns the session token. */
export async function setPassword(
	ctx: LinkContext,
	tokenText: string,
	input: SetPasswordInput
): Promise<string> {
	const link = await getLink(ctx, tokenText);
	const account = link.accountId ? await accounts.findAccount(ctx.db, link.accountId) : undefined;
	if (!account) throw new DomainError('not_found', { message: 'link.unusable' });
	const passwordHash = await hashNewPassword(input.password, [account.email, account.name]);

	return inTransaction(ctx, async (inner) => {
		await useUp(inner, link);
		await accounts.setPasswordHash(inner.db, account.id, passwordHash);
		await sessionRows.removeSessionsOf(inner.db, account.id);
		return startSession(inner, account.id);
	});
}

async function hashNewPassword(password: string, context: readonly string[]): Promise<string> {
	const problem = passwordProblem(password, context);
	if (problem) throw invalidField('password', problem);
	return hashPassword(password);
}

async function useUp(ctx: LinkContext, link: AccountLink): Promise<void> {
	const isFirst = await linkRows.useLink(ctx.db, link.id, ctx.now().toISOString());
	if (!isFirst) throw new DomainError('not_found', { message: 'link.unusable' });
}

import type { Role } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import { isForeignKeyViolation, isUniqueViolation } from '#lib/database/errors.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { Locale } from '#lib/i18n/translate.ts';
import { createLink } from './links.ts';
import * as agencyRows from './agency-repository.ts';
import * as linkRows from './link-repository.ts';
import * as accounts from './repository.ts';
import * as roleRows from './role-repository.ts';
import * as sessionRows from './session-repository.ts';

type AdminContext = Pick<Context, 'db' | 'now'>;

export interface NewAccount {
	readonly email: string;
	readonly name: string;
	readonly role: Role;
	readonly regionCode: string | null;
	readonly agencyId: string | null;
}

/** Adds an account without a password; returns the token of the link that sets one. */
export async function addAccount(ctx: AdminContext, input: NewAccount): Promise<string> {
	const id = newId();
	try {
		return await inTransaction(ctx, async (inner) => {
			await accounts.insertAccount(inner.db, {
				id,
				email: input.email.toLowerCase(),
				name: input.name,
				passwordHash: null,
				locale: null,
				createdAt: inner.now().toISOString(),
				disabledAt: null
			});
			await roleRows.insertGrants(inner.db, [
				{
					id: newId(),
					accountId: id,
					role: input.role,
					regionCode: input.regionCode,
					agencyId: input.agencyId
				}
			]);
			return createLink(inner, 'set_password', id);
		});
	} catch (error) {
		if (isUniqueViolation(error)) throw invalidField('email', 'account.emailTaken');
		if (isForeignKeyViolation(error)) {
			throw new DomainError('not_found', { message: 'account.unknownPlace' });
		}
		throw error;
	}
}

/** Stops an account from signing in and ends its sessions at once. Its tokens stop too. */
export async function disableAccount(ctx: AdminContext, email: string): Promise<void> {
	const account = await getByEmail(ctx, email);
	await inTransaction(ctx, async ({ db, now }) => {
		await accounts.setDisabledAt(db, account.id, now().toISOString());
		await sessionRows.removeSessionsOf(db, account.id);
	});
}

/** Returns the token of a new link for setting the password; older links stop working. */
export async function resetAccount(ctx: AdminContext, email: string): Promise<string> {
	const account = await getByEmail(ctx, email);
	return createLink(ctx, 'set_password', account.id);
}

/** Whether nobody has an account yet: then the process offers the first administrator's link. */
export async function hasNoAccounts({ db }: Pick<Context, 'db'>): Promise<boolean> {
	return (await accounts.countAccounts(db)) === 0;
}

/** Whether a link that makes the first administrator has ever been printed. */
export async function isFirstAdminAwaited({ db }: Pick<Context, 'db'>): Promise<boolean> {
	return linkRows.hasLinkFor(db, 'first_admin');
}

/** Remembers the language an account's owner chose. */
export async function rememberLocale(
	{ db, actor }: Pick<Context, 'db' | 'actor'>,
	locale: Locale
): Promise<void> {
	if (actor) await accounts.setLocale(db, actor.accountId, locale);
}

/** The demonstration's accounts, for the sign-in page of a demonstration. */
export function listDemoAccounts(
	{ db }: Pick<Context, 'db'>,
	emailDomain: string
): Promise<accounts.DemoAccount[]> {
	return accounts.listByEmailDomain(db, emailDomain);
}

async function getByEmail(ctx: AdminContext, email: string) {
	const account = await accounts.findAccountByEmail(ctx.db, email.toLowerCase());
	if (!account) throw new DomainError('not_found', { message: 'account.unknown' });
	return account;
}

export interface NewAgency {
	readonly regionCode: string;
	readonly name: string;
	readonly shortName: string;
	/** Codes of the services it enters figures for. */
	readonly services: readonly string[];
}

/** Adds an agency of a region and returns its id. */
export async function addAgency(ctx: AdminContext, input: NewAgency): Promise<string> {
	const { services, ...agency } = input;
	const id = newId();
	try {
		await inTransaction(ctx, ({ db }) =>
			agencyRows.insertAgency(db, { id, ...agency }, [...services])
		);
	} catch (error) {
		if (isUniqueViolation(error)) throw new DomainError('conflict', { message: 'agency.exists' });
		if (isForeignKeyViolation(error))
			throw new DomainError('not_found', { message: 'agency.unknownParts' });
		throw error;
	}
	return id;
}

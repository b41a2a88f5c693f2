import {
	addAccount,
	addAgency,
	disableAccount,
	resetAccount
} from '#lib/accounts/server/administration.ts';
import { addToken, revokeToken } from '#lib/accounts/server/tokens.ts';
import { roles, type Role } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { required, requiredWord, type CommandLine } from './options.ts';
import { UsageError } from './usage-error.ts';

type CommandContext = Pick<Context, 'db' | 'now'> & { readonly origin: URL };

/** Adds an account; returns what to print. */
export async function userAdd(ctx: CommandContext, line: CommandLine): Promise<string> {
	const role = readRole(required(line, 'role'));
	const isPlatform = role === 'platform_admin';
	const regionCode = isPlatform ? null : required(line, 'region');
	const needsAgency = role === 'agency_head' || role === 'operator';
	const agencyId = needsAgency ? required(line, 'agency') : (line.values.agency ?? null);

	const token = await addAccount(ctx, {
		email: readEmail(line),
		name: required(line, 'name'),
		role,
		regionCode,
		agencyId
	});
	return `Send this link to its owner; it works once, for 72 hours:\n${linkOf(ctx, token)}`;
}

export async function userDisable(ctx: CommandContext, line: CommandLine): Promise<string> {
	await disableAccount(ctx, readEmail(line));
	return 'The account is disabled and its sessions have ended.';
}

export async function userReset(ctx: CommandContext, line: CommandLine): Promise<string> {
	const token = await resetAccount(ctx, readEmail(line));
	return `Send this link to its owner; it works once, for 72 hours:\n${linkOf(ctx, token)}`;
}

export async function tokenAdd(ctx: CommandContext, line: CommandLine): Promise<string> {
	const input = { email: readEmail(line), name: required(line, 'name') };
	const { id, token } = await addToken(ctx, input);
	return `Token ${id} is shown this once:\n${token}`;
}

export async function tokenRevoke(ctx: CommandContext, line: CommandLine): Promise<string> {
	await revokeToken(ctx, requiredWord(line, 2, 'id of the token'));
	return 'The token is revoked.';
}

export async function agencyAdd(ctx: CommandContext, line: CommandLine): Promise<string> {
	const services = line.values.services?.split(',').map((code) => code.trim()) ?? [];
	const id = await addAgency(ctx, {
		regionCode: required(line, 'region'),
		name: required(line, 'name'),
		shortName: required(line, 'short'),
		services: services.filter((code) => code !== '')
	});
	return `Agency ${id} is added.`;
}

function readRole(text: string): Role {
	const role = roles.find((candidate) => candidate === text);
	if (!role) throw new UsageError(`"${text}" is not a role. Write one of ${roles.join(', ')}.`);
	return role;
}

function readEmail(line: CommandLine): string {
	const email = required(line, 'email');
	if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return email;
	throw new UsageError(`"${email}" is not an e-mail address.`);
}

function linkOf({ origin }: CommandContext, token: string): string {
	return `${origin.origin}/setup/${token}`;
}

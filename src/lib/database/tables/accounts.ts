import type { Selectable } from 'kysely';
import type { Role } from '#lib/core/access.ts';
import type { Locale } from '#lib/i18n/translate.ts';
import type { Timestamp } from './values.ts';

export interface AccountTables {
	agency: AgencyTable;
	agencyService: AgencyServiceTable;
	account: AccountTable;
	roleGrant: RoleGrantTable;
	session: SessionTable;
	apiToken: ApiTokenTable;
	accountLink: AccountLinkTable;
	rateLimit: RateLimitTable;
	idempotencyKey: IdempotencyKeyTable;
}

interface AgencyTable {
	id: string;
	regionCode: string;
	name: string;
	shortName: string;
}

interface AgencyServiceTable {
	agencyId: string;
	serviceCode: string;
}

interface AccountTable {
	id: string;
	/** Always lower case. */
	email: string;
	name: string;
	/** A PHC string, or null until the owner has set a password. */
	passwordHash: string | null;
	locale: Locale | null;
	createdAt: Timestamp;
	disabledAt: Timestamp | null;
}

interface RoleGrantTable {
	id: string;
	accountId: string;
	role: Role;
	regionCode: string | null;
	agencyId: string | null;
}

interface SessionTable {
	id: string;
	accountId: string;
	secretHash: string;
	createdAt: Timestamp;
	usedAt: Timestamp;
}

interface ApiTokenTable {
	id: string;
	accountId: string;
	name: string;
	secretHash: string;
	createdAt: Timestamp;
	usedAt: Timestamp | null;
	revokedAt: Timestamp | null;
}

interface AccountLinkTable {
	id: string;
	purpose: 'first_admin' | 'set_password';
	accountId: string | null;
	secretHash: string;
	createdAt: Timestamp;
	expiresAt: Timestamp;
	usedAt: Timestamp | null;
}

interface RateLimitTable {
	bucket: string;
	tokens: number;
	updatedMs: number;
}

export interface IdempotencyKeyTable {
	accountId: string;
	key: string;
	requestHash: string;
	/** Null while the first request with the key is still running. */
	status: number | null;
	body: string | null;
	createdAt: Timestamp;
}

export type Agency = Selectable<AgencyTable>;
export type Account = Selectable<AccountTable>;
export type RoleGrant = Selectable<RoleGrantTable>;
export type Session = Selectable<SessionTable>;
export type ApiToken = Selectable<ApiTokenTable>;
export type AccountLink = Selectable<AccountLinkTable>;

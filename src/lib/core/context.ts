import type { Db } from '#lib/database/connection.ts';
import type { Locale } from '#lib/i18n/translate.ts';
import type { Actor } from './access.ts';

/** What every use case needs: data, who asks, when, and in which language. */
export interface Context {
	readonly db: Db;
	readonly actor: Actor | null;
	readonly now: () => Date;
	readonly locale: Locale;
}

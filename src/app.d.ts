import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import type { ErrorCode } from '#lib/core/errors.ts';
import type { Locale, Translate } from '#lib/i18n/translate.ts';

declare global {
	namespace App {
		interface Error {
			code?: ErrorCode | 'unexpected';
			errorId?: string;
		}
		interface Locals {
			ctx: Context;
			locale: Locale;
			t: Translate;
			/** Whether the request brought an API token that is worth nothing. */
			tokenRefused: boolean;
		}
		interface PageData {
			actor: Actor | null;
			locale: Locale;
			isDemo: boolean;
		}
	}
}

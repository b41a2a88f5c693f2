import { randomBytes } from 'node:crypto';
import type { Context } from '#lib/core/context.ts';
import { unsubscribeKey } from './mail-repository.ts';

const KEY_BYTES = 24;

/** What stands in a reader's mails to unsubscribe with; made at its first use. */
export function unsubscribeKeyOf({ db }: Pick<Context, 'db'>, accountId: string): Promise<string> {
	return unsubscribeKey(db, accountId, randomBytes(KEY_BYTES).toString('base64url'));
}

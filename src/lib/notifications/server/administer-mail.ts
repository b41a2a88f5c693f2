import { authorize } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { isMessageKey, translateIn } from '#lib/i18n/server/catalogues.ts';
import type { OutboxRow } from '#lib/database/tables/notifications.ts';
import type { RetryInput } from '../schema.ts';
import { valuesFor } from '../values.ts';
import * as mails from './mail-repository.ts';

const MAX_LISTED = 200;

export interface OutboxView {
	readonly counts: readonly { readonly mailState: OutboxRow['mailState']; readonly n: number }[];
	readonly mails: readonly {
		readonly id: string;
		readonly to: string;
		readonly text: string;
		readonly createdAt: string;
		readonly mailState: OutboxRow['mailState'];
		readonly attempts: number;
		readonly nextAt: string | null;
		readonly lastError: string | null;
	}[];
}

/** The mails that wait or have failed, with what the mail server said; for the administrator. */
export async function readOutbox(ctx: Context): Promise<OutboxView> {
	authorize(ctx.actor, { do: 'platform.configure' });
	const t = translateIn(ctx.locale);
	const rows = await mails.listByState(ctx.db, ['failed', 'queued'], MAX_LISTED);
	return {
		counts: await mails.countByState(ctx.db),
		mails: rows.map(({ id, email, template, data, createdAt, mailState, ...rest }) => {
			const key = `notification.${template}`;
			const values = JSON.parse(data) as Record<string, string>;
			return {
				id,
				to: email,
				text: isMessageKey(key) ? t(key, valuesFor(ctx.locale, values)) : template,
				createdAt,
				mailState,
				attempts: rest.attempts,
				nextAt: rest.nextAt,
				lastError: rest.lastError
			};
		})
	};
}

/** Tries a mail again from the beginning. */
export async function retryMail(ctx: Context, { id }: RetryInput): Promise<void> {
	authorize(ctx.actor, { do: 'platform.configure' });
	if (!(await mails.requeue(ctx.db, id))) throw new DomainError('not_found');
}

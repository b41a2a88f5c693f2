import { accountIdsInAgency, accountIdsInRegion } from '#lib/accounts/server/agencies.ts';
import type { Context } from '#lib/core/context.ts';
import { addDays, dayOf } from '#lib/core/period.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { notify } from '#lib/notifications/server/use-cases.ts';
import { writeUpData } from '#lib/notifications/write-up-data.ts';
import { FIRST_REMINDER_DAYS, milestoneOf } from '../confirm-milestone.ts';
import * as revisions from './revisions-repository.ts';

const MAX_AT_ONCE = 5000;

/**
 * Asks those who answer for a write-up whether it still runs: a month before its confirmation runs
 * out, a week before, and on the day. Each reminder reaches each of them once. Returns how many
 * write-ups are due.
 */
export async function remindToConfirm(ctx: Pick<Context, 'db' | 'now'>): Promise<number> {
	const today = dayOf(ctx.now());
	const since = addDays(today, -FIRST_REMINDER_DAYS);
	const due = await revisions.listAllUnconfirmed(ctx.db, since, MAX_AT_ONCE);
	for (const about of due) {
		const { id, regionCode, regionName, agencyId, confirmedOn } = about;
		const milestone = milestoneOf({ confirmedOn, sustainability: 'active' }, today);
		if (milestone === null) continue;
		await inTransaction(ctx, async (inner) => {
			const readers = new Set([
				...(await accountIdsInRegion(inner, regionCode, ['secretary', 'institution_admin'])),
				...(agencyId === null ? [] : await accountIdsInAgency(inner, agencyId, ['agency_head']))
			]);
			await notify(inner, [...readers], `confirm ${id} ${confirmedOn ?? ''} ${milestone}`, {
				template: 'innovation_confirm_due',
				data: writeUpData(about, regionName)
			});
		});
	}
	return due.length;
}

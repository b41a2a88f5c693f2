import { can, regionsOf } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { dayOf } from '#lib/core/period.ts';
import type { InnovationRevision } from '#lib/database/tables/innovations.ts';
import { maySeeDraft } from './drafts.ts';
import * as revisions from './revisions-repository.ts';

/** A write-up that waits for somebody, by what names it. */
export interface WaitingWriteUp {
	readonly slug: string;
	readonly titleId: string;
	readonly titleEn: string | null;
}

/** What the write-ups of the actor's regions need of this person now. */
export interface WriteUpWork {
	/** Submitted texts, for those who publish. */
	readonly toReview: readonly WaitingWriteUp[];
	/** Texts that came back with a reason, for those who write. */
	readonly returned: readonly WaitingWriteUp[];
	/** Public ones whose confirmation ran out, is missing, or runs out within 30 days. */
	readonly toConfirm: readonly WaitingWriteUp[];
}

const DAY_MS = 86_400_000;
/** A confirmation holds for twelve months; the last of them is the time to renew it. */
const REMIND_AFTER_DAYS = 365 - 30;

/** The write-ups that wait for the actor; empty for those without a role in a region. */
export async function listWriteUpWork(ctx: Context): Promise<WriteUpWork> {
	const regions = regionsOf(ctx.actor);
	const since = dayOf(new Date(ctx.now().getTime() - REMIND_AFTER_DAYS * DAY_MS), 'Asia/Jakarta');
	const [waiting, unconfirmed] = [
		await revisions.listWaiting(ctx.db, regions),
		await revisions.listUnconfirmed(ctx.db, regions, since)
	];
	const inState = (wanted: InnovationRevision['state']) =>
		waiting.filter(({ state }) => state === wanted);
	return {
		toReview: inState('submitted')
			.filter(({ regionCode }) => can(ctx.actor, { do: 'innovation.publish', regionCode }))
			.map(nameOf),
		returned: inState('returned')
			.filter(({ regionCode, agencyId }) =>
				can(ctx.actor, { do: 'innovation.write', regionCode, agencyId })
			)
			.map(nameOf),
		toConfirm: unconfirmed.filter((each) => maySeeDraft(ctx.actor, each)).map(nameOf)
	};
}

function nameOf({ slug, titleId, titleEn }: WaitingWriteUp): WaitingWriteUp {
	return { slug, titleId, titleEn };
}

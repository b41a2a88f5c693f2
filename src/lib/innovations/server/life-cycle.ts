import { authorize, requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { dayOf } from '#lib/core/period.ts';
import type { Innovation } from '#lib/database/tables/innovations.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { EventKind } from '../revision-states.ts';
import { maySeeDraft } from './drafts.ts';
import { getInnovation } from './get-innovation.ts';
import { refreshSearch } from './index-innovation.ts';
import { recordEvent } from './record-event.ts';
import * as innovations from './repository.ts';

interface Asked {
	readonly slug: string;
	readonly version: number;
}

/** The region's word, with one click, that an innovation still runs: good for twelve months. */
export async function confirmRunning(ctx: Context, asked: Asked): Promise<void> {
	await change(ctx, asked, 'confirmed', '', ({ sustainability }, today) => ({
		confirmedOn: today,
		...(sustainability === 'unconfirmed' && { sustainability: 'active' as const })
	}));
}

/** Says that an innovation has ended, and why; the write-up stays for those who learn from it. */
export async function stopInnovation(
	ctx: Context,
	{ reason, ...asked }: Asked & { readonly reason: string }
): Promise<void> {
	await change(ctx, asked, 'stopped', reason, ({ sustainability }, today) => {
		if (sustainability === 'stopped') {
			throw new DomainError('illegal_transition', { message: 'innovation.alreadyStopped' });
		}
		return { sustainability: 'stopped', confirmedOn: today };
	});
}

/** Says that a stopped innovation runs again. */
export async function resumeInnovation(ctx: Context, asked: Asked): Promise<void> {
	await change(ctx, asked, 'resumed', '', ({ sustainability }, today) => {
		if (sustainability !== 'stopped') {
			throw new DomainError('illegal_transition', { message: 'innovation.notStopped' });
		}
		return { sustainability: 'active', confirmedOn: today };
	});
}

/** Takes a write-up off the site. Its address says from then on that it was withdrawn, and why. */
export async function withdrawInnovation(
	ctx: Context,
	{ reason, ...asked }: Asked & { readonly reason: string }
): Promise<void> {
	await change(ctx, asked, 'withdrawn', reason, ({ regionCode }) => {
		authorize(ctx.actor, { do: 'innovation.publish', regionCode });
		return { state: 'withdrawn' };
	});
}

type Change = Parameters<typeof innovations.update>[2];

async function change(
	ctx: Context,
	{ slug, version }: Asked,
	kind: EventKind,
	note: string,
	decide: (innovation: Innovation, today: string) => Change
): Promise<void> {
	await inTransaction(ctx, async (ctx) => {
		const { innovation, region } = await getInnovation(ctx, slug);
		const actor = requireActor(ctx.actor);
		if (!maySeeDraft(actor, innovation)) throw new DomainError('forbidden');
		if (innovation.state !== 'published') {
			throw new DomainError('illegal_transition', { message: 'innovation.notPublished' });
		}
		const isWritten = await innovations.update(
			ctx.db,
			{ id: innovation.id, version },
			{
				...decide(innovation, dayOf(ctx.now(), region.timezone)),
				updatedAt: ctx.now().toISOString()
			}
		);
		if (!isWritten) throw new DomainError('stale_version', { message: 'innovation.stale' });
		await recordEvent(ctx, actor, innovation, kind, note);
		await refreshSearch(ctx, innovation.id);
	});
}

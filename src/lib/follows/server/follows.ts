import { requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import type { Follow } from '#lib/database/tables/questions.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { type NotificationTemplate, notify } from '#lib/notifications/server/use-cases.ts';
import { writeUpData } from '#lib/notifications/write-up-data.ts';
import type { FollowInput } from '../schema.ts';
import * as follows from './repository.ts';

const MAX_FOLLOWS = 200;

/** Begins or ends to follow; doing it twice changes nothing. */
export async function setFollow(ctx: Context, input: FollowInput): Promise<void> {
	const { accountId } = requireActor(ctx.actor);
	const { kind, target } = input;
	if (input.follow === '0') return follows.remove(ctx.db, { accountId, kind, target });
	await inTransaction(ctx, async ({ db, now }) => {
		if ((await follows.listOf(db, accountId)).length >= MAX_FOLLOWS) {
			throw new DomainError('conflict', {
				message: 'follow.tooMany',
				values: { max: MAX_FOLLOWS }
			});
		}
		await follows.insert(db, { accountId, kind, target, createdAt: now().toISOString() });
	});
}

/** What whoever asks follows, the newest first. */
export async function listFollows(ctx: Pick<Context, 'db' | 'actor'>): Promise<Follow[]> {
	return ctx.actor ? follows.listOf(ctx.db, ctx.actor.accountId) : [];
}

/** Somebody follows nothing any more. */
export function forgetFollows({ db }: Pick<Context, 'db'>, accountId: string): Promise<void> {
	return follows.removeAllOf(db, accountId);
}

/** Whether whoever asks follows a thing; null for a visitor, who cannot. */
export async function isFollowing(
	ctx: Pick<Context, 'db' | 'actor'>,
	kind: Follow['kind'],
	target: string
): Promise<boolean | null> {
	if (!ctx.actor) return null;
	const all = await listFollows(ctx);
	return all.some((follow) => follow.kind === kind && follow.target === target);
}

/**
 * Tells those who follow a write-up, its region or one of its services what happened to it, each
 * once, but not who did it. Inside the transaction in which it happens.
 */
export async function tellFollowers(
	ctx: Pick<Context, 'db' | 'now' | 'actor'>,
	about: {
		readonly id: string;
		readonly slug: string;
		readonly titleId: string;
		readonly titleEn: string | null;
		readonly regionCode: string;
		readonly regionName: string;
		readonly serviceCodes: readonly string[];
		readonly version: number;
	},
	template: Extract<NotificationTemplate, 'innovation_published' | 'innovation_updated'>
): Promise<void> {
	const followers = await follows.listFollowers(ctx.db, [
		{ kind: 'innovation', target: about.id },
		{ kind: 'region', target: about.regionCode },
		...about.serviceCodes.map((target) => ({ kind: 'service' as const, target }))
	]);
	await notify(
		ctx,
		followers.filter((id) => id !== ctx.actor?.accountId),
		`${template} ${about.id} ${String(about.version)}`,
		{ template, data: writeUpData(about, about.regionName) }
	);
}

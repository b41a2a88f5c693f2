import { authorize, regionsOf, requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import type { DraftFields, DraftInput } from '../draft.ts';
import * as drafts from './drafts-repository.ts';
import { getHost } from './hosts.ts';

export interface StoredDraft {
	readonly fields: DraftFields;
	readonly updatedAt: string;
}

/** The request to a host that the actor has begun, if there is one. */
export async function findDraft(ctx: Context, region: string): Promise<StoredDraft | null> {
	if (!ctx.actor) return null;
	const draft = await drafts.find(ctx.db, ctx.actor.accountId, region);
	return draft
		? { fields: JSON.parse(draft.data) as DraftFields, updatedAt: draft.updatedAt }
		: null;
}

/** All the requests the actor has begun, the newest first. */
export function listDrafts(ctx: Context): Promise<drafts.DraftWithHost[]> {
	return drafts.list(ctx.db, requireActor(ctx.actor).accountId);
}

/** Keeps a request as it stands, however unfinished; only its author ever sees it. */
export async function saveDraft(
	ctx: Context,
	{ host_region: region, ...fields }: DraftInput
): Promise<{ savedAt: string }> {
	const { accountId } = requireActor(ctx.actor);
	const [own] = regionsOf(ctx.actor);
	if (own === undefined) throw new DomainError('forbidden', { message: 'visit.noRegion' });
	authorize(ctx.actor, { do: 'visit.request', regionCode: own });
	const { regionCode } = await getHost(ctx, region);
	const now = ctx.now().toISOString();
	await drafts.save(ctx.db, {
		id: newId(),
		accountId,
		hostRegionCode: regionCode,
		data: JSON.stringify(fields),
		createdAt: now,
		updatedAt: now
	});
	return { savedAt: now };
}

/** Throws away a draft, because it was sent or is not wanted. */
export async function removeDraft(ctx: Context, region: string): Promise<void> {
	await drafts.remove(ctx.db, requireActor(ctx.actor).accountId, region);
}

import { accountIdsInRegion } from '#lib/accounts/server/agencies.ts';
import { regionsOf, requireActor, type Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { newId } from '#lib/core/ids.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { notify } from '#lib/notifications/server/use-cases.ts';
import type { MessageInput } from '../parts-schema.ts';
import { getOwn, type About } from './own-visit.ts';
import * as parts from './parts-repository.ts';
import type { VisitWithNames } from './repository.ts';

/** Who reads what the sides write and send to each other. */
export const READERS = [
	'secretary',
	'agency_head',
	'operator',
	'delegate',
	'institution_admin'
] as const;

/** The side an actor reads and writes for; somebody of both regions counts as the visitor. */
export function sideOf(
	actor: Actor,
	visit: Pick<VisitWithNames, 'visitorRegionCode'>
): 'visitor' | 'host' {
	return regionsOf(actor).includes(visit.visitorRegionCode) ? 'visitor' : 'host';
}

export interface Messages {
	readonly visit: VisitWithNames;
	readonly side: 'visitor' | 'host';
	readonly messages: parts.MessageWithName[];
}

/** The messages between the sides and the own side's notes, the oldest first. */
export async function listMessages(ctx: Context, ref: string): Promise<Messages> {
	const visit = await getOwn(ctx, ref);
	const side = sideOf(requireActor(ctx.actor), visit);
	return { visit, side, messages: await parts.listMessages(ctx.db, visit.id, side) };
}

/** Writes to both sides, who are told, or a note that only the own side reads. */
export async function postMessage(ctx: Context, input: About<MessageInput>): Promise<void> {
	const visit = await getOwn(ctx, input.ref);
	const actor = requireActor(ctx.actor);
	const side = sideOf(actor, visit);
	const id = newId();
	await inTransaction(ctx, async (inner) => {
		await parts.insertMessage(inner.db, {
			id,
			visitId: visit.id,
			accountId: actor.accountId,
			side,
			audience: input.audience,
			body: input.body,
			createdAt: ctx.now().toISOString()
		});
		if (input.audience === 'own') return;
		const isHost = side === 'host';
		const region = isHost ? visit.visitorRegionCode : visit.hostRegionCode;
		const readers = await accountIdsInRegion(inner, region, READERS);
		await notify(inner, readers, `message ${id}`, {
			template: 'message_posted',
			data: { ref: visit.ref, region: isHost ? visit.hostName : visit.visitorName }
		});
	});
}

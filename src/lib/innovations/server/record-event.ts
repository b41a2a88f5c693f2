import { type Actor, roleIn } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { newId } from '#lib/core/ids.ts';
import type { Innovation } from '#lib/database/tables/innovations.ts';
import type { EventKind } from '../revision-states.ts';
import * as revisions from './revisions-repository.ts';

/** Adds to a write-up's history, inside the transaction of what it tells. */
export async function recordEvent(
	ctx: Pick<Context, 'db' | 'now'>,
	actor: Actor,
	{ id, regionCode }: Pick<Innovation, 'id' | 'regionCode'>,
	kind: EventKind,
	note = ''
): Promise<void> {
	await revisions.addEvent(ctx.db, {
		id: newId(),
		innovationId: id,
		kind,
		role: roleIn(actor, regionCode),
		accountId: actor.accountId,
		note,
		at: ctx.now().toISOString()
	});
}

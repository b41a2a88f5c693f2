import type { Context } from '#lib/core/context.ts';
import { sidesOf } from '../sides.ts';
import { getOwn } from './own-visit.ts';

/** Whether who declines is the visitor, to whom the host's offered sessions do not suit. */
export async function declinesOffer(ctx: Context, ref: string): Promise<boolean> {
	const visit = await getOwn(ctx, ref);
	const sides = sidesOf(ctx.actor, visit);
	return visit.state === 'countered' && sides.includes('visitor') && !sides.includes('host');
}

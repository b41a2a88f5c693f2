import { serviceCodesOf } from '#lib/accounts/server/agencies.ts';
import { listServices } from '#lib/catalogue/server/use-cases.ts';
import { can, regionsOf, requireActor, type Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';

/**
 * The services whose register an actor may write in a region: those of the own agency for its
 * head, all for the institution's admin. `forbidden` when there are none.
 */
export async function requireCoverageServices(
	ctx: Context,
	regionCode: string
): Promise<{ actor: Actor; services: string[] }> {
	const actor = requireActor(ctx.actor);
	const services = await coverageServices(ctx, actor, regionCode);
	if (services.length === 0) throw new DomainError('forbidden');
	return { actor, services };
}

/** The region whose register an actor may write: the one asked for, or the first with the right to. */
export async function coverageRegion(
	ctx: Context,
	asked: string | undefined
): Promise<{ regionCode: string; services: string[] }> {
	const actor = requireActor(ctx.actor);
	for (const regionCode of asked === undefined ? regionsOf(actor) : [asked]) {
		const services = await coverageServices(ctx, actor, regionCode);
		if (services.length > 0) return { regionCode, services };
	}
	throw new DomainError('forbidden', { message: 'coverage.noRight' });
}

/** Whether the reader may write anything in a region's register. */
export async function keepsRegister(ctx: Context, regionCode: string): Promise<boolean> {
	return ctx.actor !== null && (await coverageServices(ctx, ctx.actor, regionCode)).length > 0;
}

async function coverageServices(ctx: Context, actor: Actor, regionCode: string): Promise<string[]> {
	const all = (await listServices(ctx)).map(({ code }) => code);
	if (can(actor, { do: 'coverage.write', regionCode, agencyId: null })) return all;
	const own = new Set<string>();
	for (const { agencyId } of actor.grants) {
		if (agencyId === null || !can(actor, { do: 'coverage.write', regionCode, agencyId })) continue;
		for (const code of await serviceCodesOf(ctx, agencyId)) own.add(code);
	}
	return all.filter((code) => own.has(code));
}

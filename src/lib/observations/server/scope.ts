import { serviceCodesOf } from '#lib/accounts/server/agencies.ts';
import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { authorize, can, regionsOf, requireActor, type Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import type { KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { RegionSummary } from '#lib/regions/server/use-cases.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';

/** Whether people type a KPI: a service's turnaround counts, or a KPI that follows from nothing else. */
export function isTyped({ family, derivation }: KpiDetail): boolean {
	return derivation === 'entered' || (derivation === 'turnaround' && family === 'TAT');
}

/** Whether a KPI's entry holds a service's turnaround counts, from which three KPIs follow. */
export function isTurnaround({ derivation }: Pick<KpiDetail, 'derivation'>): boolean {
	return derivation === 'turnaround';
}

/**
 * The KPIs an actor may enter in a region, in the catalogue's order: those of the services of the
 * own agency, and all for the institution's admin. Empty for everyone else.
 * @param all the catalogue's KPIs, where they are at hand
 */
export async function enterableKpis(
	ctx: Context,
	actor: Actor,
	regionCode: string,
	all?: readonly KpiDetail[]
): Promise<KpiDetail[]> {
	const typed = (all ?? (await listKpis(ctx))).filter(isTyped);
	if (can(actor, { do: 'observation.enter', regionCode, agencyId: null })) return typed;

	const services = new Set<string>();
	for (const { agencyId } of actor.grants) {
		if (agencyId === null) continue;
		if (!can(actor, { do: 'observation.enter', regionCode, agencyId })) continue;
		for (const code of await serviceCodesOf(ctx, agencyId)) services.add(code);
	}
	return typed.filter(({ serviceCode }) => serviceCode !== null && services.has(serviceCode));
}

/** The KPIs the actor may enter in a region; `forbidden` when there are none. */
export async function requireEnterable(ctx: Context, regionCode: string): Promise<KpiDetail[]> {
	const actor = requireActor(ctx.actor);
	const kpis = await enterableKpis(ctx, actor, regionCode);
	if (kpis.length === 0) throw new DomainError('forbidden');
	return kpis;
}

/** A KPI that the actor may enter in a region; `forbidden` for another's, else `not_found`. */
export async function requireKpi(
	ctx: Context,
	regionCode: string,
	kpiCode: string
): Promise<KpiDetail> {
	const kpi = (await requireEnterable(ctx, regionCode)).find(({ code }) => code === kpiCode);
	if (kpi) return kpi;
	const exists = (await listKpis(ctx)).some((one) => isTyped(one) && one.code === kpiCode);
	if (exists) throw new DomainError('forbidden');
	throw new DomainError('not_found', { message: 'kpi.unknown', values: { code: kpiCode } });
}

/** The service's turnaround KPI, if the actor may enter it; `not_found` without such a service. */
export async function requireService(
	ctx: Context,
	regionCode: string,
	serviceCode: string
): Promise<KpiDetail> {
	const enterable = await requireEnterable(ctx, regionCode);
	const isOf = (kpi: KpiDetail) => isTurnaround(kpi) && kpi.serviceCode === serviceCode;
	const kpi = enterable.find(isOf);
	if (kpi) return kpi;
	const exists = (await listKpis(ctx)).some((candidate) => isTyped(candidate) && isOf(candidate));
	if (exists) throw new DomainError('forbidden');
	throw new DomainError('not_found', { message: 'service.unknown', values: { code: serviceCode } });
}

/** The region that an actor enters for: the one asked for, or the first with the right to. */
export async function entryRegion(
	ctx: Context,
	asked: string | undefined
): Promise<{ region: RegionSummary; kpis: KpiDetail[] }> {
	const actor = requireActor(ctx.actor);
	for (const code of asked === undefined ? regionsOf(actor) : [asked]) {
		const kpis = await enterableKpis(ctx, actor, code);
		if (kpis.length > 0) return { region: await getRegion(ctx, code), kpis };
	}
	throw new DomainError('forbidden', { message: 'entry.noAgency' });
}

/** The regions whose entries an actor may review, in the order of the grants. */
export function reviewableRegions(actor: Actor): string[] {
	return regionsOf(actor).filter((regionCode) =>
		can(actor, { do: 'observation.review', regionCode })
	);
}

/** Returns the actor when it may review a region's entries. */
export function requireReviewer(ctx: Context, regionCode: string): Actor {
	return authorize(ctx.actor, { do: 'observation.review', regionCode });
}

import { findAgency } from '#lib/accounts/server/agencies.ts';
import { can, requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { invalidField } from '#lib/core/errors.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';

/** Where a write-up can belong: a region and, but for one of the whole region, an agency of it. */
export interface Place {
	/** What the form sends: `36.71/agency-…`, or `36.71/`. */
	readonly value: string;
	readonly regionCode: string;
	readonly agencyId: string | null;
	/** The agency's name, or the region's. */
	readonly name: string;
}

/** The places in whose name the actor may write; empty for those who only read or publish. */
export async function listPlaces(ctx: Context): Promise<Place[]> {
	const { grants } = requireActor(ctx.actor);
	const places = new Map<string, Place>();
	for (const { regionCode, agencyId } of grants) {
		if (regionCode === null) continue;
		if (!can(ctx.actor, { do: 'innovation.write', regionCode, agencyId })) continue;
		const agency = agencyId === null ? undefined : await findAgency(ctx, agencyId);
		const { name } = agency ?? (await getRegion(ctx, regionCode));
		const value = `${regionCode}/${agency?.id ?? ''}`;
		places.set(value, { value, regionCode, agencyId: agency?.id ?? null, name });
	}
	return [...places.values()];
}

/** The place a form names; one the actor may not write in is refused like one that is not there. */
export async function requirePlace(ctx: Context, value: string): Promise<Place> {
	const places = await listPlaces(ctx);
	const place = places.find((candidate) => candidate.value === value);
	if (place) return place;
	// Most people write in one place only, and the form then has nothing to choose.
	const [only] = places;
	if (value === '' && only && places.length === 1) return only;
	throw invalidField('place', 'innovation.badPlace');
}

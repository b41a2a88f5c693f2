import { listServices } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import type { Service } from '#lib/database/tables/catalogue.ts';
import type { Region } from '#lib/database/tables/regions.ts';
import { getRegions } from '#lib/regions/server/use-cases.ts';
import * as parts from './parts-repository.ts';
import type { InnovationHead } from './repository.ts';

/** What reading a list needs to know. */
export type ListContext = Pick<Context, 'db' | 'now' | 'locale'>;

/** A write-up in a list. */
export interface InnovationSummary extends InnovationHead {
	readonly region: Pick<Region, 'code' | 'name'>;
	/** In the order of the catalogue. */
	readonly services: readonly Service[];
	readonly serviceCodes: readonly string[];
	readonly kpiCodes: readonly string[];
}

/** Puts to each write-up its region, services and KPIs; the order stays. */
export async function summarise(
	ctx: ListContext,
	heads: readonly InnovationHead[]
): Promise<InnovationSummary[]> {
	const names = await regionNames(ctx, heads);
	const services = await listServices(ctx);
	const links = await parts.linksOf(
		ctx.db,
		heads.map(({ id }) => id)
	);
	return heads.map((head) => {
		const { serviceCodes = [], kpis = [] } = links.get(head.id) ?? {};
		return {
			...head,
			region: { code: head.regionCode, name: names.get(head.regionCode) ?? head.regionCode },
			services: services.filter(({ code }) => serviceCodes.includes(code)),
			serviceCodes,
			kpiCodes: kpis.map(({ code }) => code)
		};
	});
}

/** The names of the regions that write-ups come from, by code. */
export async function regionNames(
	ctx: ListContext,
	heads: readonly InnovationHead[]
): Promise<Map<string, string>> {
	const codes = [...new Set(heads.map(({ regionCode }) => regionCode))];
	return new Map((await getRegions(ctx, codes)).map(({ code, name }) => [code, name]));
}

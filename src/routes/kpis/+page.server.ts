import * as v from 'valibot';
import { CatalogueQuery } from '#lib/benchmarks/schema.ts';
import { listNewestKnown, listNewestMonths } from '#lib/benchmarks/server/latest-month.ts';
import { listKpis, listServices } from '#lib/catalogue/server/use-cases.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const { service, as_of: asOf } = v.parse(CatalogueQuery, Object.fromEntries(url.searchParams));
	const [kpis, services] = [await listKpis(ctx), await listServices(ctx)];
	const newest = asOf ? await listNewestKnown(ctx, kpis, asOf) : await listNewestMonths(ctx);
	const measured = new Set(kpis.map(({ serviceCode }) => serviceCode));
	return {
		service,
		asOf: asOf ?? null,
		services: services.filter(({ code }) => measured.has(code)),
		kpis: kpis
			.filter(({ serviceCode }) => service === '' || serviceCode === service)
			.map(({ code, key, groupCode, serviceCode, nameId, nameEn, unit, direction, version }) => ({
				code,
				groupCode,
				serviceCode,
				nameId,
				nameEn,
				unit,
				direction,
				definitionId: version.definitionId,
				definitionEn: version.definitionEn,
				newest: newest.get(key) ?? null
			}))
	};
};

import * as v from 'valibot';
import { CatalogueQuery } from '#lib/benchmarks/schema.ts';
import { listNewestMonths } from '#lib/benchmarks/server/latest-month.ts';
import { listKpis, listServices } from '#lib/catalogue/server/use-cases.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const { service } = v.parse(CatalogueQuery, Object.fromEntries(url.searchParams));
	const [kpis, services, newest] = [
		await listKpis(ctx),
		await listServices(ctx),
		await listNewestMonths(ctx)
	];
	const measured = new Set(kpis.map(({ serviceCode }) => serviceCode));
	return {
		service,
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

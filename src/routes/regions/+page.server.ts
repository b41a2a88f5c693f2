import * as v from 'valibot';
import { regionsOf } from '#lib/core/access.ts';
import { listInnovations } from '#lib/innovations/server/list-innovations.ts';
import { groupByProvince } from '#lib/regions/by-province.ts';
import { regionMarks } from '#lib/regions/region-mark.ts';
import { RegionSearch } from '#lib/regions/schema.ts';
import { getRegions, listProvinces, listRegions } from '#lib/regions/server/use-cases.ts';
import { listHosts } from '#lib/visits/server/hosts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const search = v.parse(RegionSearch, Object.fromEntries(url.searchParams));
	const isFiltered = Boolean(search.q || search.province || search.kind);
	const [provinces, found, hosts, { innovations }] = await Promise.all([
		listProvinces(ctx),
		listRegions(ctx, search),
		listHosts(ctx),
		listInnovations(ctx)
	]);
	const marks = regionMarks(hosts, innovations);
	return {
		search,
		isFiltered,
		count: found.length,
		provinces: provinces.map(({ code, name, islandGroup }) => ({ code, name, islandGroup })),
		groups: groupByProvince(found).map(({ members, ...group }) => ({
			...group,
			members: members.map(({ code, name, districtCount }) => ({
				code,
				name,
				districtCount,
				mark: marks.get(code)
			}))
		})),
		marked: (await getRegions(ctx, [...marks.keys()])).map(({ code, name }) => ({
			code,
			name,
			mark: marks.get(code)
		})),
		own: (await getRegions(ctx, regionsOf(ctx.actor))).map(({ code, name }) => ({ code, name }))
	};
};

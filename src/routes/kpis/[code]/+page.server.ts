import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { resolve } from '$app/paths';
import { kpiSearch } from '#lib/benchmarks/kpi-address.ts';
import { packComparison } from '#lib/benchmarks/packed-comparison.ts';
import { readCompareQuery } from '#lib/benchmarks/compare-query.ts';
import { packRows } from '#lib/benchmarks/packed-rows.ts';
import { KpiPageQuery } from '#lib/benchmarks/schema.ts';
import { listGroupChoices } from '#lib/benchmarks/server/group-choices.ts';
import { listMonths, listMonthsKnown } from '#lib/benchmarks/server/latest-month.ts';
import { getComparison } from '#lib/benchmarks/server/compare.ts';
import { getRanking } from '#lib/benchmarks/server/ranking.ts';
import { findTyped, listChoices } from '#lib/benchmarks/server/region-choices.ts';
import { listProvinceMedians } from '#lib/benchmarks/server/provinces.ts';
import { listDefinitions } from '#lib/catalogue/server/definitions.ts';
import { getKpi } from '#lib/catalogue/server/use-cases.ts';
import { MAX_NAMED_SERIES } from '#lib/charts/limits.ts';
import { regionsOf } from '#lib/core/access.ts';
import { getRegions } from '#lib/regions/server/use-cases.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const kpi = await getKpi(ctx, params.code);
	const query = v.parse(KpiPageQuery, Object.fromEntries(url.searchParams));
	const typed = url.searchParams.get('add');
	const added = typed === null ? null : await findTyped(ctx, typed);
	if (added !== null) {
		// The form adds one region; the address that people share holds them all.
		const regions = [...new Set([...query.regions, added])].slice(0, MAX_NAMED_SERIES);
		redirect(303, resolve('/kpis/[code]', params) + kpiSearch({ ...query, regions, page: 1 }));
	}

	const own = regionsOf(ctx.actor)[0] ?? null;
	const highlighted = [...new Set([...(own === null ? [] : [own]), ...query.regions])];
	const regions = await getRegions(ctx, highlighted.slice(0, MAX_NAMED_SERIES));
	const kind = regions.find(({ code }) => code === highlighted[0])?.kind;
	const group = query.group ?? (kind ? `kind:${kind}` : 'all');
	const { rows, ...ranking } = await getRanking(ctx, {
		kpi: kpi.code,
		month: query.month,
		group,
		asOf: query.as_of
	});
	return {
		query: { ...query, group },
		/** What was typed and is no region, to say so. */
		unknownRegion: typed,
		own,
		regions: highlighted.flatMap((code) => {
			const region = regions.find((candidate) => candidate.code === code);
			return region ? [{ code, name: region.name }] : [];
		}),
		ranking,
		rows: packRows(rows),
		trend: packComparison(
			await getComparison(ctx, {
				...readCompareQuery(new URLSearchParams()).query,
				kpi: kpi.code,
				regions: regions.map(({ code }) => code),
				group,
				asOf: query.as_of ?? null
			})
		),
		provinces:
			ranking.month === null
				? []
				: await listProvinceMedians(ctx, kpi.code, ranking.month, query.as_of),
		ownProvince: regions.find(({ code }) => code === own)?.provinceCode ?? null,
		definitions: (await listDefinitions(ctx, kpi.code)).map(({ version, validFrom }) => ({
			version,
			validFrom
		})),
		months: query.as_of
			? await listMonthsKnown(ctx, kpi, { groupCode: group, asOf: query.as_of })
			: await listMonths(ctx, kpi, group),
		groups: await listGroupChoices(ctx, regions),
		choices: await listChoices(ctx)
	};
};

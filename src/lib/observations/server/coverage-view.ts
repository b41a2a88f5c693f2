import { kpisByKey } from '#lib/catalogue/server/use-cases.ts';
import { monthThen } from '#lib/core/as-of.ts';
import type { Context } from '#lib/core/context.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import { coverageMatrix, coverageSources } from '../coverage.ts';
import { coverageKpiCode } from '../derive-coverage.ts';
import * as register from './coverage-repository.ts';
import { getCoverage, type CoverageQuery } from './coverage.ts';

/** The register of a region as its page shows it: a matrix instead of hundreds of facts. */
export async function getCoverageView(ctx: Pick<Context, 'db' | 'now'>, query: CoverageQuery) {
	const { timezone } = await getRegion(ctx, query.region);
	const { day, districts, services, facts, summary, first } = await getCoverage(ctx, query);
	const serviceCodes = services.map(({ code }) => code);
	const kpiCodes = [...(await kpisByKey(ctx)).values()].map(({ code }) => code);
	return {
		day,
		first,
		thisMonth: monthThen(ctx.now(), timezone, query.asOf),
		districtCount: districts.length,
		services: services.map(({ code, nameId, nameEn }) => ({
			code,
			nameId,
			nameEn,
			/** The KPI that follows this service's coverage over time. */
			kpiCode: kpiCodes.find((kpiCode) => kpiCode === coverageKpiCode(code)) ?? null
		})),
		rows: facts.length === 0 ? [] : coverageMatrix(districts, serviceCodes, facts),
		summary,
		sources: coverageSources(facts),
		hasSample: facts.some(({ isSample }) => isSample === 1)
	};
}

/** The region with the most cited facts: what others may look at. Null while there are none. */
export async function findCoverageExample(
	ctx: Pick<Context, 'db' | 'now'>
): Promise<{ code: string; name: string } | null> {
	const found = await register.findMostCited(ctx.db);
	if (found === null) return null;
	const { code, name } = await getRegion(ctx, found);
	return { code, name };
}

import { getService, listServices } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { dayOf, lastDayOf, monthOf, type Day, type Month } from '#lib/core/period.ts';
import type { Service } from '#lib/database/tables/catalogue.ts';
import type { DistrictCoverage } from '#lib/database/tables/observations.ts';
import type { District } from '#lib/database/tables/regions.ts';
import { getRegion, listDistricts } from '#lib/regions/server/use-cases.ts';
import {
	coverageByCell,
	newestFacts,
	summariseCoverage,
	type ServiceCoverage
} from '../coverage.ts';
import * as register from './coverage-repository.ts';

export interface CoverageQuery {
	/** A region code such as `36.71`. */
	readonly region: string;
	/** Only this service; by default all. */
	readonly service?: string | undefined;
	/** On this month's last day; by default today. */
	readonly period?: Month | undefined;
}

/** Which districts of a region give which service on a day. */
export interface RegionCoverage {
	readonly day: Day;
	/** All districts the region has that day: the denominator. */
	readonly districts: readonly District[];
	/** The services of which the register says anything that day, in the catalogue's order. */
	readonly services: readonly Service[];
	/** At most one per district and service, by district and then in the services' order. */
	readonly facts: readonly DistrictCoverage[];
	/** One per service, in the same order. */
	readonly summary: readonly ServiceCoverage[];
	/** Since when, and how exactly, the register speaks of the region; null when it never does. */
	readonly first: Pick<DistrictCoverage, 'validFrom' | 'datePrecision'> | null;
}

/**
 * The coverage register of a region on a day. An unknown region or service is `not_found`, a month
 * that has not begun is `malformed`: nobody knows yet.
 */
export async function getCoverage(
	ctx: Pick<Context, 'db' | 'now'>,
	{ region, service, period }: CoverageQuery
): Promise<RegionCoverage> {
	const { timezone } = await getRegion(ctx, region);
	const day = dayAskedFor(ctx.now(), timezone, period);
	if (service !== undefined) await getService(ctx, service);

	const districts = await listDistricts(ctx, region, day);
	const districtCodes = districts.map(({ code }) => code);
	const known = newestFacts(await register.listOnDay(ctx.db, districtCodes, day)).filter(
		({ serviceCode }) => service === undefined || serviceCode === service
	);
	const services = (await listServices(ctx)).filter(({ code }) =>
		known.some(({ serviceCode }) => serviceCode === code)
	);
	const cell = coverageByCell(known);
	const facts = districts.flatMap((district) =>
		services.flatMap(({ code }) => cell(district.code, code) ?? [])
	);
	return {
		day,
		districts,
		services,
		facts,
		summary: services.map(({ code }) => summariseCoverage(code, facts, districts.length)),
		first: (await register.findFirst(ctx.db, districtCodes)) ?? null
	};
}

/** The last day of a month that is over, or today for the one that runs. */
function dayAskedFor(now: Date, timezone: string, period: Month | undefined): Day {
	const thisMonth = monthOf(now, timezone);
	if (period === undefined || period === thisMonth) return dayOf(now, timezone);
	if (period < thisMonth) return lastDayOf(period);
	throw new DomainError('malformed', {
		fields: [{ path: 'period', code: 'coverage.futurePeriod' }]
	});
}

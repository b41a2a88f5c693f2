import { getService, listServices } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { endOfDay, todayThen } from '#lib/core/as-of.ts';
import { DomainError } from '#lib/core/errors.ts';
import { lastDayOf, type Day, type Month } from '#lib/core/period.ts';
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
	/** The day at whose end it was known so, which then is today; null or left out for now. */
	readonly asOf?: Day | null | undefined;
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
	{ region, service, period, asOf }: CoverageQuery
): Promise<RegionCoverage> {
	const { timezone } = await getRegion(ctx, region);
	const day = dayAskedFor(todayThen(ctx.now(), timezone, asOf), period);
	if (service !== undefined) await getService(ctx, service);

	const districts = await listDistricts(ctx, region, day);
	const districtCodes = districts.map(({ code }) => code);
	const { onDay, first } = await readRegister(ctx, districtCodes, day, asOf);
	const known = newestFacts(onDay).filter(
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
		first
	};
}

/** The rows that hold on a day, and the one that begins first, as they are or as they were known. */
async function readRegister(
	{ db }: Pick<Context, 'db'>,
	districtCodes: readonly string[],
	day: Day,
	asOf: Day | null | undefined
): Promise<Pick<RegionCoverage, 'first'> & { readonly onDay: readonly DistrictCoverage[] }> {
	if (!asOf) {
		return {
			onDay: await register.listOnDay(db, districtCodes, day),
			first: (await register.findFirst(db, districtCodes)) ?? null
		};
	}
	const rows = await register.listKnown(db, districtCodes, endOfDay(asOf));
	const first = rows.reduce<DistrictCoverage | null>(
		(earliest, row) => (earliest && earliest.validFrom <= row.validFrom ? earliest : row),
		null
	);
	return {
		onDay: rows.filter(
			({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day)
		),
		first
	};
}

/** The last day of a month that is over, or today for the one that runs. */
function dayAskedFor(today: Day, period: Month | undefined): Day {
	const thisMonth = today.slice(0, 7);
	if (period === undefined || period === thisMonth) return today;
	if (period < thisMonth) return lastDayOf(period);
	throw new DomainError('malformed', {
		fields: [{ path: 'period', code: 'coverage.futurePeriod' }]
	});
}

import type { TurnaroundService } from '#db/reference/services.ts';
import { type Buckets, durationQuantile } from '#lib/benchmarks/statistics/buckets.ts';
import { createRandom, type Random, seedFrom } from '#lib/benchmarks/statistics/random.ts';
import type { Month } from '#lib/core/period.ts';
import type { TurnaroundCounts } from '#lib/observations/derive.ts';
import type { DemoRegion } from './demo-region.ts';
import { KNOWN_EFFECT, names, NOT_ENTERED, SPLIT, SUBMITTED, UNIT_SLIP } from './planted.ts';
import { type Profile, profileOf } from './profile.ts';
import { seasonOf } from './season.ts';

/** One generated month of one service of one region. Months that are not reported have none. */
export interface SeriesMonth {
	readonly region: DemoRegion;
	readonly service: TurnaroundService;
	readonly month: Month;
	readonly counts: TurnaroundCounts;
	readonly status: 'published' | 'submitted';
	/** Published numbers are claimed first and verified later. */
	readonly isVerified: boolean;
}

/** Requests a month in a typical district. */
const BASE_VOLUME: Record<TurnaroundService, number> = {
	REK: 45,
	KTP: 130,
	KK: 110,
	AKL: 60,
	AKM: 22,
	KIA: 70,
	PDG: 45
};

/** How much easier than card printing a service is, on the logit of the share within 24 hours. */
const EASE: Record<TurnaroundService, number> = {
	REK: 0.8,
	KTP: 0,
	KK: 0.1,
	AKL: -0.1,
	AKM: 0.2,
	KIA: -0.5,
	PDG: 0.3
};

const VERIFIED_IN_LAST_MONTH = 0.85;

/**
 * The turnaround counts of a region's service for some months, oldest first: made up, but shaped
 * like real ones. The same region, service and months always give the same numbers.
 * @param months complete and in order; the planted effects count back from the last one
 */
export function generateSeries(
	region: DemoRegion,
	service: TurnaroundService,
	months: readonly Month[]
): SeriesMonth[] {
	const profile = profileOf(region);
	const random = createRandom(seedFrom(`series:${region.code}:${service}`));
	return months.flatMap((month, i): SeriesMonth[] => {
		const beforeLast = months.length - 1 - i;
		const cell = { region, profile, service, month, i, beforeLast };
		const counts = countsOf(cell, random);
		const isReported = random.uniform() >= profile.missing && beforeLast >= profile.silentMonths;
		const isVerified = random.uniform() < VERIFIED_IN_LAST_MONTH || beforeLast > 0;
		if (!isReported || isUndone(NOT_ENTERED, cell)) return [];
		const status = isUndone(SUBMITTED, cell) ? 'submitted' : 'published';
		return [{ region, service, month, counts, status, isVerified }];
	});
}

interface Cell {
	readonly region: DemoRegion;
	readonly profile: Profile;
	readonly service: TurnaroundService;
	readonly month: Month;
	/** Position from the first month. */
	readonly i: number;
	readonly beforeLast: number;
}

function isUndone(list: typeof NOT_ENTERED | typeof SUBMITTED, cell: Cell): boolean {
	return cell.beforeLast === 0 && names(list, cell.region.code, cell.service);
}

function countsOf(cell: Cell, random: Random): TurnaroundCounts {
	const { profile, service, month } = cell;
	const season = seasonOf(service, month);
	const expected = volumeOf(cell) * BASE_VOLUME[service] * season;
	const received = Math.round(expected * Math.exp(0.08 * random.normal()));
	const returned = binomial(random, received, profile.returned);
	const completed = Math.round((received - returned) * (0.95 + 0.05 * random.uniform()));
	const share = shareWithin24(cell, season, random);
	const buckets = bucketsOf(completed, share, random);
	const online = Math.min(0.95, profile.online + profile.onlineGrowth * cell.i);
	const medianHours = profile.hasExactMedian ? exactMedian(cell, buckets, random) : null;
	return {
		received,
		completed,
		buckets,
		returned,
		pendingOver7Days: binomial(random, received - returned, 0.12 * (1 - share) ** 1.5),
		online: binomial(random, received, online),
		medianHours,
		p90Hours: null
	};
}

/** Districts in proportion to a typical one, with what the planted split moves. */
function volumeOf({ region, profile, beforeLast }: Cell): number {
	const own = profile.volume * region.districtCount;
	if (beforeLast > SPLIT.monthsBeforeLast) return own;
	if (region.code === SPLIT.parent.code) return own * (1 - SPLIT.share);
	if (region.code !== SPLIT.childCode) return own;
	return own + SPLIT.share * profileOf(SPLIT.parent).volume * SPLIT.parent.districtCount;
}

function shareWithin24(cell: Cell, season: number, random: Random): number {
	const { profile, service, beforeLast } = cell;
	const usual = Math.log(profile.share24 / (1 - profile.share24));
	const crowding = -0.5 * Math.max(0, season - 1);
	const shortage = service === 'KTP' && random.uniform() < profile.shortages ? -1.5 : 0;
	const noise = 0.16 * random.normal();
	const drift = profile.drift * (18 - beforeLast);
	const logit = usual + EASE[service] + drift + crowding + shortage + noise;
	const share = 1 / (1 + Math.exp(-logit));

	const isBetter =
		cell.region.code === KNOWN_EFFECT.regionCode &&
		service === KNOWN_EFFECT.service &&
		beforeLast <= KNOWN_EFFECT.monthsBeforeLast;
	return Math.min(0.995, isBetter ? share + KNOWN_EFFECT.share : share);
}

/** Fast offices finish more within the hour, and have a shorter tail. */
function bucketsOf(completed: number, share24: number, random: Random): Buckets {
	const within24 = binomial(random, completed, share24);
	const within1 = binomial(random, within24, 0.1 + 0.4 * share24 ** 2);
	const later = completed - within24;
	const within3Days = binomial(random, later, 0.5 + 0.2 * share24);
	const within7Days = binomial(random, later - within3Days, 0.5 + 0.3 * share24);
	return [within1, within24 - within1, within3Days, within7Days, later - within3Days - within7Days];
}

function exactMedian(cell: Cell, buckets: Buckets, random: Random): number | null {
	const estimate = durationQuantile(buckets, 0.5)?.hours;
	const hours = (estimate ?? 0) * Math.exp(0.05 * random.normal());
	if (estimate === undefined) return null;

	const isSlip =
		cell.region.code === UNIT_SLIP.regionCode &&
		cell.service === UNIT_SLIP.service &&
		cell.beforeLast === UNIT_SLIP.monthsBeforeLast;
	return Math.round(hours * (isSlip ? UNIT_SLIP.factor : 1) * 10) / 10;
}

/** A draw from Binomial(n, p), by the normal approximation where it is good enough. */
function binomial(random: Random, n: number, p: number): number {
	if (n > 40) {
		const drawn = Math.round(n * p + Math.sqrt(n * p * (1 - p)) * random.normal());
		return Math.min(n, Math.max(0, drawn));
	}
	let successes = 0;
	for (let i = 0; i < n; i++) if (random.uniform() < p) successes++;
	return successes;
}

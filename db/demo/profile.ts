import { createRandom, type Random, seedFrom } from '#lib/benchmarks/statistics/random.ts';
import type { DemoRegion } from './demo-region.ts';

/** How a region works, as far as the generator knows: made up, and the same at every run. */
export interface Profile {
	/** Share finished within 24 hours in the middle of the series. */
	readonly share24: number;
	/** Change of its logit per month. */
	readonly drift: number;
	/** Share filed online in the first month, and its growth per month. */
	readonly online: number;
	readonly onlineGrowth: number;
	readonly returned: number;
	/** Requests per district in proportion to a typical one. */
	readonly volume: number;
	/** Whether its system gives exact medians. */
	readonly hasExactMedian: boolean;
	/** How often the blank cards run out in a month, and printing waits. */
	readonly shortages: number;
	/** How often a service's month is not reported. */
	readonly missing: number;
	/** It reports nothing in so many last months. */
	readonly silentMonths: number;
	/** How far services reach into the districts, 0 to 1. */
	readonly reach: number;
}

const STOPPED_SHARE = 0.03;

/** The regions of the founding story, so that their comparison has something to tell. */
const TOLD: Record<string, Partial<Profile>> = {
	'36.71': { share24: 0.9, drift: 0.012, online: 0.45, shortages: 0, missing: 0, silentMonths: 0 },
	'36.03': {
		share24: 0.63,
		drift: 0.004,
		online: 0.15,
		shortages: 0,
		missing: 0.03,
		silentMonths: 0
	},
	'36.72': { share24: 0.66, drift: 0, shortages: 0, missing: 0, silentMonths: 0 },
	'36.73': { missing: 0.02, silentMonths: 0 },
	'36.74': { share24: 0.82, missing: 0.03, silentMonths: 0 },
	'36.04': { hasExactMedian: true, missing: 0, silentMonths: 0 }
};

/** The profile of a region; it depends on nothing but the region itself. */
export function profileOf(region: DemoRegion): Profile {
	const random = createRandom(seedFrom(`profile:${region.code}`));
	const drawn: Profile = {
		share24: 0.35 + 0.6 * random.beta(2.5, 1.8),
		drift: 0.004 + 0.008 * random.normal(),
		online: 0.05 + 0.4 * random.beta(1.5, 3),
		onlineGrowth: 0.001 + 0.005 * random.uniform(),
		returned: 0.02 + 0.14 * random.beta(2, 4),
		volume: density(region) * Math.exp(0.3 * random.normal()),
		hasExactMedian: random.uniform() < 0.12,
		shortages: 0.015,
		missing: 0.01 + 0.08 * random.uniform(),
		silentMonths: silence(random),
		reach: random.beta(1.6, 1.6)
	};
	return { ...drawn, ...TOLD[region.code] };
}

function silence(random: Random): number {
	const stopped = random.uniform() < STOPPED_SHARE;
	const months = 3 + Math.floor(11 * random.uniform());
	return stopped ? months : 0;
}

/** How full a district is: an impression by island and kind, since no population is at hand. */
function density({ provinceCode, kind }: DemoRegion): number {
	if (provinceCode.startsWith('3')) return kind === 'city' ? 2.8 : 2;
	if (provinceCode.startsWith('8') || provinceCode.startsWith('9'))
		return kind === 'city' ? 0.9 : 0.2;
	return kind === 'city' ? 1.3 : 0.7;
}

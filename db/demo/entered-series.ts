import { createRandom, type Random, seedFrom } from '#lib/benchmarks/statistics/random.ts';
import type { Month } from '#lib/core/period.ts';
import type { DemoRegion } from './demo-region.ts';
import { profileOf } from './profile.ts';

/** A month of a KPI that people enter themselves: counts, or a published score. */
export interface EnteredMonth {
	readonly kpiCode: string;
	readonly month: Month;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly value: number;
}

/** How many of the regions outside Banten take part: some sixty of 506. */
const PARTICIPATING_SHARE = 0.12;

/** Persons per typical district that a document is counted against. */
const PER_DISTRICT = { adults: 24_000, children: 10_500, complaints: 14 };

/** A region's real figure that was reported without its counts; none is made up beside it. */
const REPORTED_OTHERWISE = { regionCode: '36.03', kpiCode: 'ADM-OWN-KTP' };

/** Whether a region also enters KPIs beside the turnaround; all of Banten does. */
export function entersMore({ code, provinceCode }: DemoRegion): boolean {
	if (provinceCode === '36') return true;
	return createRandom(seedFrom(`entered:${code}`)).uniform() < PARTICIPATING_SHARE;
}

/**
 * Ownership of documents, resolved complaints each month, and the satisfaction score each quarter:
 * made up, rising slowly, the same at every run.
 */
export function generateEntered(region: DemoRegion, months: readonly Month[]): EnteredMonth[] {
	const random = createRandom(seedFrom(`entered-series:${region.code}`));
	const size = profileOf(region).volume * region.districtCount;
	return [
		...ownership(random, months, 'ADM-OWN-KTP', size * PER_DISTRICT.adults, [0.955, 0.995]),
		...ownership(random, months, 'ADM-OWN-AKL', size * PER_DISTRICT.children, [0.88, 0.985]),
		...ownership(random, months, 'ADM-OWN-KIA', size * PER_DISTRICT.children * 0.94, [0.3, 0.75]),
		...complaints(random, months, size * PER_DISTRICT.complaints),
		...satisfaction(random, months)
	].filter(
		({ kpiCode }) =>
			region.code !== REPORTED_OTHERWISE.regionCode || kpiCode !== REPORTED_OTHERWISE.kpiCode
	);
}

function ownership(
	random: Random,
	months: readonly Month[],
	kpiCode: string,
	people: number,
	[lowest, highest]: readonly [number, number]
): EnteredMonth[] {
	const start = lowest + (highest - lowest) * 0.9 * random.uniform();
	const growth = ((highest - start) / Math.max(1, months.length)) * (0.3 + 0.6 * random.uniform());
	return months.map((month, i) => {
		const denominator = Math.round(people * (1 + 0.0008 * i));
		const share = Math.min(highest, start + growth * i + 0.0004 * random.normal());
		return rate(kpiCode, month, Math.round(denominator * share), denominator);
	});
}

function complaints(random: Random, months: readonly Month[], usual: number): EnteredMonth[] {
	const resolved = 0.6 + 0.35 * random.beta(2, 1.5);
	return months.map((month) => {
		const denominator = Math.max(1, Math.round(usual * Math.exp(0.2 * random.normal())));
		const share = Math.min(1, Math.max(0, resolved + 0.05 * random.normal()));
		return rate('ADU-RES', month, Math.round(denominator * share), denominator);
	});
}

function satisfaction(random: Random, months: readonly Month[]): EnteredMonth[] {
	const start = 78 + 12 * random.beta(2, 2);
	return months.flatMap((month, i) => {
		const score = Math.min(97, start + 0.05 * i + 0.8 * random.normal());
		const isQuarterEnd = ['03', '06', '09', '12'].includes(month.slice(5));
		const value = Math.round(score * 100) / 100;
		return isQuarterEnd
			? [{ kpiCode: 'SKM-IKM', month, numerator: null, denominator: null, value }]
			: [];
	});
}

function rate(kpiCode: string, month: Month, numerator: number, denominator: number): EnteredMonth {
	return { kpiCode, month, numerator, denominator, value: (100 * numerator) / denominator };
}

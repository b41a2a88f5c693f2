import type { TurnaroundService } from '#db/reference/services.ts';
import type { DemoRegion } from './demo-region.ts';

/**
 * What is planted in the generated series on purpose, so that each feature has something to find.
 * Months count back from the last month of the series. The README tells what to look for.
 */

/** A median entered in minutes although hours were asked for. */
export const UNIT_SLIP = {
	regionCode: '36.04',
	service: 'AKL',
	monthsBeforeLast: 5,
	factor: 60
} as const satisfies Planted & { factor: number };

/** A service that becomes better from one month on and stays so. */
export const KNOWN_EFFECT = {
	regionCode: '36.72',
	service: 'KTP',
	/** The first better month. */
	monthsBeforeLast: 14,
	/** Added to the share finished within 24 hours. */
	share: 0.12
} as const satisfies Planted & { share: number };

/** Part of a parent's requests moves to its child; the two together stay as they were. */
export const SPLIT = {
	parent: { code: '36.04', key: 3604, provinceCode: '36', kind: 'regency', districtCount: 29 },
	childCode: '36.73',
	/** The first month after the move. */
	monthsBeforeLast: 18,
	share: 0.3
} as const satisfies {
	parent: DemoRegion;
	childCode: string;
	monthsBeforeLast: number;
	share: number;
};

/** Left undone in the last month, so that people have something to do: nothing entered at all. */
export const NOT_ENTERED = [
	{ regionCode: '36.71', service: 'KTP' },
	{ regionCode: '36.03', service: 'KK' }
] as const satisfies LastMonth[];

/** Submitted in the last month and waiting for the secretary. */
export const SUBMITTED = [
	{ regionCode: '36.71', service: 'AKM' },
	{ regionCode: '36.71', service: 'KIA' },
	{ regionCode: '36.03', service: 'KIA' }
] as const satisfies LastMonth[];

interface LastMonth {
	readonly regionCode: string;
	readonly service: TurnaroundService;
}

interface Planted extends LastMonth {
	readonly monthsBeforeLast: number;
}

/** Whether a list of undone work names this service of this region. */
export function names(
	list: readonly LastMonth[],
	regionCode: string,
	service: TurnaroundService
): boolean {
	return list.some((entry) => entry.regionCode === regionCode && entry.service === service);
}

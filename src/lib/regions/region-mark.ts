/** What a region offers to those who want to learn from it. */
export interface RegionMark {
	readonly isHost: boolean;
	/** Published write-ups. */
	readonly innovationCount: number;
	/** Whether any of it is sample data. */
	readonly hasSample: boolean;
}

interface Offer {
	readonly regionCode: string;
	readonly isSample: 0 | 1;
}

/** The marks of the regions that offer anything, by code. */
export function regionMarks(
	hosts: readonly Offer[],
	innovations: readonly Offer[]
): Map<string, RegionMark> {
	const offers = [...hosts, ...innovations];
	const codes = new Set(offers.map(({ regionCode }) => regionCode));
	return new Map(
		[...codes].map((code) => [
			code,
			{
				isHost: hosts.some(({ regionCode }) => regionCode === code),
				innovationCount: innovations.filter(({ regionCode }) => regionCode === code).length,
				hasSample: offers.some(({ regionCode, isSample }) => regionCode === code && isSample === 1)
			}
		])
	);
}

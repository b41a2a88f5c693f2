/** What a region offers to those who want to learn from it. */
export interface RegionMark {
	readonly isHost: boolean;
	/** Published write-ups. */
	readonly innovationCount: number;
}

/** The marks of the regions that offer anything, by code. */
export function regionMarks(
	hostCodes: readonly string[],
	innovationCounts: ReadonlyMap<string, number>
): Map<string, RegionMark> {
	const codes = new Set([...hostCodes, ...innovationCounts.keys()]);
	return new Map(
		[...codes].map((code) => [
			code,
			{ isHost: hostCodes.includes(code), innovationCount: innovationCounts.get(code) ?? 0 }
		])
	);
}

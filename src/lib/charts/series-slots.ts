import { MAX_NAMED_SERIES } from './limits.ts';

/**
 * Gives each region its colour and marker. Slot 0 belongs to the reader's own region on every page;
 * the others take 1 to 7 in their order, and only an eighth stranger may take the free 0.
 */
export function assignSlots(regions: readonly { readonly isOwn: boolean }[]): number[] {
	let next = 0;
	return regions.map(({ isOwn }) => {
		if (isOwn) return 0;
		next += 1;
		return next % MAX_NAMED_SERIES;
	});
}

/** The first eight regions, the reader's own among them whatever its place. */
export function chooseNamed<Region extends { readonly isOwn?: boolean }>(
	regions: readonly Region[]
): Region[] {
	const own = regions.filter(({ isOwn }) => isOwn === true).slice(0, 1);
	const others = regions.filter((region) => !own.includes(region));
	return [...own, ...others.slice(0, MAX_NAMED_SERIES - own.length)];
}

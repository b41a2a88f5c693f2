/** A region that can be chosen in a form. */
export interface RegionChoice {
	readonly code: string;
	readonly name: string;
}

/** How a region stands in a form's list of suggestions: `Kota Tangerang (36.71)`. */
export function choiceText({ code, name }: RegionChoice): string {
	return `${name} (${code})`;
}

/** The provinces to look through, and the regions of the one that is open. */
export interface BrowsedRegions {
	readonly provinces: readonly RegionChoice[];
	readonly province: RegionChoice | null;
	readonly regions: readonly RegionChoice[];
}

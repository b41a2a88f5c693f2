/** A region that can be chosen in a form. */
export interface RegionChoice {
	readonly code: string;
	readonly name: string;
}

/** How a region stands in a form's list of suggestions: `Kota Tangerang (36.71)`. */
export function choiceText({ code, name }: RegionChoice): string {
	return `${name} (${code})`;
}

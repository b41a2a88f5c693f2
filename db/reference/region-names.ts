import { searchName } from '#lib/regions/search-name.ts';

export type RegionKind = 'regency' | 'city';
export type Autonomy = 'autonomous' | 'administrative';

export interface RegionName {
	/** The full official name: `Kabupaten Tangerang`, `Kota Administrasi Jakarta Pusat`. */
	readonly name: string;
	/** Without the kind: `Tangerang`. A regency and a city may share it. */
	readonly shortName: string;
	/** As searches compare it. */
	readonly searchName: string;
	readonly kind: RegionKind;
	readonly autonomy: Autonomy;
}

/** Names that the source abbreviates or misspells, by code. */
const MENDED: Record<string, string> = {
	'71.09': 'Kabupaten Kepulauan Siau Tagulandang Biaro',
	'35.29.22': "Ra'as",
	'53.02.10': "Ki'e",
	'95.04.12': 'Konda/Kondaga'
};

/** The official name of a regency, city or district, with the mistakes of the source mended. */
export function mendedName(code: string, name: string): string {
	return MENDED[code] ?? name.trim();
}

/**
 * Everything the register holds about a region's name, from the official one.
 * The Jakarta regencies and cities are administrative: they have no government of their own.
 * @throws RangeError when the name starts with neither `Kabupaten` nor `Kota`.
 */
export function regionName(code: string, sourceName: string): RegionName {
	const name = mendedName(code, sourceName);
	const match = /^(Kabupaten|Kota)( Administrasi)? (.+)$/.exec(name);
	const bare = match?.[3];
	if (!match || !bare) throw new RangeError(`Neither regency nor city: ${name}`);

	const kind: RegionKind = match[1] === 'Kota' ? 'city' : 'regency';
	const autonomy: Autonomy = match[2] ? 'administrative' : 'autonomous';
	return { name, shortName: bare, searchName: searchName(name), kind, autonomy };
}

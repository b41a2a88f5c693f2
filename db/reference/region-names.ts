export type RegionKind = 'regency' | 'city';
export type Autonomy = 'autonomous' | 'administrative';

export interface RegionName {
	/** The full official name: `Kabupaten Tangerang`, `Kota Administrasi Jakarta Pusat`. */
	readonly name: string;
	/** Without the kind: `Tangerang`. A regency and a city may share it. */
	readonly shortName: string;
	/** Lower case, without marks, with the ways people write it: see {@link searchableText}. */
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

/** Short names in daily use that the official name does not contain. */
const ALIASES: Record<string, string> = {
	'32.17': 'kbb',
	'36.74': 'tangsel',
	'64.02': 'kukar',
	'71.09': 'sitaro'
};

/** The official name of a regency, city or district, with the mistakes of the source mended. */
export function mendedName(code: string, name: string): string {
	return MENDED[code] ?? name.trim();
}

/** Lower case, marks and punctuation removed, single spaces: what a search compares. */
export function searchableText(text: string): string {
	return text
		.toLowerCase()
		.normalize('NFKD')
		.replaceAll(/[^a-z0-9]+/g, ' ')
		.trim();
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
	const search = searchName(code, name, kind, bare);
	return { name, shortName: bare, searchName: search, kind, autonomy };
}

/** `kabupaten tangerang kab tangerang pemkab tangerang`: each way to write it, one after another. */
function searchName(code: string, name: string, kind: RegionKind, bare: string): string {
	const government = kind === 'city' ? 'pemkot' : 'pemkab';
	const short = kind === 'city' ? '' : `kab ${bare}`;
	return searchableText(`${name} ${short} ${government} ${bare} ${ALIASES[code] ?? ''} ${code}`);
}

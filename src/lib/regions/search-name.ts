/** Lower case, without marks and punctuation: how region names are stored for finding. */
export function searchName(name: string): string {
	return name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();
}

/** What people write for a word of a region's name. */
const ALIASES: ReadonlyMap<string, string> = new Map([
	['kab', 'kabupaten'],
	['pemkab', 'kabupaten'],
	['regency', 'kabupaten'],
	['pemkot', 'kota'],
	['kotamadya', 'kota'],
	['kodya', 'kota'],
	['city', 'kota'],
	['of', ''],
	['tangsel', 'tangerang selatan'],
	['jakbar', 'jakarta barat'],
	['jakpus', 'jakarta pusat'],
	['jaksel', 'jakarta selatan'],
	['jaktim', 'jakarta timur'],
	['jakut', 'jakarta utara'],
	['jogja', 'yogyakarta'],
	['yogya', 'yogyakarta'],
	['solo', 'surakarta']
]);

/** The words to look for in a query; `kab.` and `city of` mean what people mean by them. */
export function searchWords(query: string): string[] {
	return searchName(query)
		.split(' ')
		.flatMap((word) => (ALIASES.get(word) ?? word).split(' '))
		.filter((word) => word !== '')
		.slice(0, 8);
}

/** Whether a query is a code or its beginning, such as `36`, `36.` or `36.71`. */
export function isCodePrefix(query: string): boolean {
	return /^\d{2}(?:\.\d{0,2})?$/.test(query.trim());
}

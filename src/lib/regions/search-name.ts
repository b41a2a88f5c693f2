/** Lower case, without marks and punctuation: how region names are stored for finding. */
export function searchName(name: string): string {
	return name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();
}

const ALIASES: Readonly<Record<string, string>> = {
	kab: 'kabupaten',
	kabupaten: 'kabupaten',
	kota: 'kota',
	pemkot: 'kota',
	pemkab: 'kabupaten',
	regency: 'kabupaten',
	city: 'kota',
	tangsel: 'tangerang selatan',
	of: ''
};

/** The words to look for in a query; `kab.` and `city of` mean what people mean by them. */
export function searchWords(query: string): string[] {
	return searchName(query)
		.split(' ')
		.flatMap((word) => (ALIASES[word] ?? word).split(' '))
		.filter((word) => word !== '')
		.slice(0, 8);
}

const MAX_SLUG_LENGTH = 80;
/** Words of the site's own addresses below `/innovations`. */
const RESERVED: ReadonlySet<string> = new Set(['', 'new', 'feed', 'suggest']);

/** The part of an address that names a write-up, made from its title: `sobat-dukcapil`. */
export function slugOf(title: string): string {
	const slug = title
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, MAX_SLUG_LENGTH)
		.replace(/^-+|-+$/g, '');
	return RESERVED.has(slug) ? `inovasi-${slug}`.replace(/-$/, '') : slug;
}

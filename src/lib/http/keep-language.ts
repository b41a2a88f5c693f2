/**
 * Where a redirect leads, with the language that the address before asked for: `?lang=` would be
 * lost on the way. Another site's address, and one that names a language itself, stay as they are.
 * @param location of the redirect, relative to `from`
 */
export function keepLanguage(location: string, from: URL): string {
	const lang = from.searchParams.get('lang');
	if (lang === null) return location;
	const target = new URL(location, from);
	if (target.origin !== from.origin || target.searchParams.has('lang')) return location;
	target.searchParams.set('lang', lang);
	return target.pathname + target.search + target.hash;
}

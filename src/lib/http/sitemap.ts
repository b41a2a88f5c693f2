/** A public page: where it is, and the day (`2026-11-24`) it last changed, if that is known. */
export interface SitemapEntry {
	readonly url: string;
	readonly changedOn?: string;
}

/** Writes the pages as a sitemap. Source: the sitemap protocol 0.9 of sitemaps.org. */
export function sitemap(entries: readonly SitemapEntry[]): string {
	const urls = entries.map(
		({ url, changedOn }) =>
			`<url><loc>${escapeXml(url)}</loc>${changedOn ? `<lastmod>${changedOn}</lastmod>` : ''}</url>`
	);
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
		...urls,
		'</urlset>',
		''
	].join('\n');
}

function escapeXml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

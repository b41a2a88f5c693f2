export interface AtomEntry {
	/** Absolute; also the entry's id. */
	readonly url: string;
	readonly title: string;
	readonly summary: string;
	readonly author: string;
	readonly publishedAt: string;
	readonly updatedAt: string;
}

export interface AtomFeed {
	readonly title: string;
	readonly subtitle: string;
	readonly language: string;
	/** Absolute addresses of the feed and of the page it belongs to. */
	readonly selfUrl: string;
	readonly pageUrl: string;
	readonly updatedAt: string;
	readonly entries: readonly AtomEntry[];
}

/** An Atom feed (RFC 4287) as text. Every text in it is escaped. */
export function atomFeed(feed: AtomFeed): string {
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
		`<id>${escapeXml(feed.selfUrl)}</id>`,
		`<title>${escapeXml(feed.title)}</title>`,
		`<subtitle>${escapeXml(feed.subtitle)}</subtitle>`,
		`<updated>${escapeXml(feed.updatedAt)}</updated>`,
		`<link rel="self" type="application/atom+xml" href="${escapeXml(feed.selfUrl)}"/>`,
		`<link rel="alternate" type="text/html" href="${escapeXml(feed.pageUrl)}"/>`,
		...feed.entries.map(entryOf),
		'</feed>',
		''
	].join('\n');
}

function entryOf(entry: AtomEntry): string {
	return [
		'<entry>',
		`<id>${escapeXml(entry.url)}</id>`,
		`<title>${escapeXml(entry.title)}</title>`,
		`<link rel="alternate" type="text/html" href="${escapeXml(entry.url)}"/>`,
		`<author><name>${escapeXml(entry.author)}</name></author>`,
		`<published>${escapeXml(entry.publishedAt)}</published>`,
		`<updated>${escapeXml(entry.updatedAt)}</updated>`,
		`<summary>${escapeXml(entry.summary)}</summary>`,
		'</entry>'
	].join('\n');
}

/** XML 1.0 allows no control characters but tab and line ends, not even escaped. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

function escapeXml(text: string): string {
	return text
		.toWellFormed()
		.replace(NOT_IN_XML, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

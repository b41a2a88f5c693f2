/**
 * A path on this site to go to after signing in, or the fallback for anything else:
 * other hosts, schemes, backslashes, control characters and relative paths are refused.
 */
export function safeNext(next: string | null | undefined, fallback = '/'): string {
	if (!next?.startsWith('/') || next.startsWith('//')) return fallback;
	// eslint-disable-next-line no-control-regex -- control characters are what is looked for
	if (/[\\\u0000-\u001f\u007f]/.test(next)) return fallback;

	const url = new URL(next, 'http://site.invalid');
	return url.origin === 'http://site.invalid' ? url.pathname + url.search + url.hash : fallback;
}

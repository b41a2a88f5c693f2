/** What an answer that says nothing else may do in a browser: nothing. Pages bring their own policy. */
const DEFAULT_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'";
const TWO_YEARS_S = 63_072_000;

/**
 * The security headers of every answer, whatever made it: page, file, API, error or refusal.
 * @param path the path of the request, without the query.
 * @param origin the address people use; HSTS only makes sense where that is https.
 */
export function securityHeaders(path: string, origin: URL): Readonly<Record<string, string>> {
	const isEmbed = path.startsWith('/embed/');
	return {
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'strict-origin-when-cross-origin',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': isPublic(path) ? 'cross-origin' : 'same-origin',
		'permissions-policy':
			'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
		'content-security-policy': `${DEFAULT_POLICY}; frame-ancestors ${isEmbed ? '*' : "'none'"}`,
		...(!isEmbed && { 'x-frame-options': 'DENY' }),
		...(origin.protocol === 'https:' && {
			'strict-transport-security': `max-age=${String(TWO_YEARS_S)}`
		})
	};
}

const PUBLIC = ['/api/v1/', '/charts/', '/embed/', '/og/'];

/** Other sites may read open data and show embedded charts and pictures of them. */
function isPublic(path: string): boolean {
	return PUBLIC.some((start) => path.startsWith(start));
}

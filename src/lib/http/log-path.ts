/** Paths whose next part is a secret: who has it may act. */
const SECRET_AFTER = /^\/(calendar|unsubscribe|setup|invitations|reset)\/[^/]+/;

/** The path of a request as it may be logged: without the query, without secrets. */
export function logPath(url: string): string {
	const path = url.split(/[?#]/, 1)[0] ?? '';
	return path.replace(SECRET_AFTER, '/$1/…');
}

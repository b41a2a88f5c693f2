import { isLoopback } from '#lib/core/config.ts';

/**
 * The `Host` values the site answers to. On a machine of one's own, all names of that machine
 * count: people type localhost and 127.0.0.1 alike.
 */
export function allowedHosts(origin: URL, port: number): ReadonlySet<string> {
	if (!isLoopback(origin.hostname)) return new Set([origin.host]);
	const names = ['localhost', '127.0.0.1', '[::1]'];
	return new Set([origin.host, ...names.map((name) => `${name}:${String(port)}`)]);
}

/** Whether a `Host` header, with or without a port, names this very machine. */
export function isLoopbackHost(host: string): boolean {
	return isLoopback(host.replace(/:\d+$/, ''));
}

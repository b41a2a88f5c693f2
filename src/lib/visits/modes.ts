import type { Host, Visit } from '#lib/database/tables/visits.ts';

/** Whether a host offers a form of visit; a hybrid one needs both of its halves. */
export function isOffered(
	host: Pick<Host, 'onlineOffered' | 'onsiteOffered'>,
	mode: Visit['mode']
): boolean {
	if (mode === 'online') return host.onlineOffered === 1;
	if (mode === 'onsite') return host.onsiteOffered === 1;
	return host.onlineOffered === 1 && host.onsiteOffered === 1;
}

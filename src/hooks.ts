import type { Reroute } from '@sveltejs/kit/hooks';

/** `/api/v1/regions.csv` is the list `/api/v1/regions` in another form, not another endpoint. */
export const reroute: Reroute = ({ url }) =>
	url.pathname.startsWith('/api/v1/') && url.pathname.endsWith('.csv')
		? url.pathname.slice(0, -'.csv'.length)
		: undefined;

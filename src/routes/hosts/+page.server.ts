import { listHosts, listSessions } from '#lib/visits/server/hosts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const hosts = [];
	for (const host of await listHosts(ctx)) {
		const { sessions } = await listSessions(ctx, { region: host.regionCode });
		const next = sessions.find(({ closedReason }) => closedReason === null) ?? null;
		hosts.push({ ...host, next });
	}
	return { hosts };
};

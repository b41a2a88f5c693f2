import { signalsQuery } from '#lib/benchmarks/schema.ts';
import { signalRow } from '#lib/benchmarks/server/signal-rows.ts';
import { FALSE_DISCOVERY_RATE } from '#lib/benchmarks/server/signal-tally.ts';
import { listSignals } from '#lib/benchmarks/server/signals.ts';
import { apiRoute } from '#lib/http/server/api-route.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { versionedList } from '#lib/http/server/versioned-list.ts';
import { getDataState } from '#lib/observations/server/data-version.ts';
import type { RequestEvent } from './$types';
import { columnsOf } from '../../columns-of.ts';

export const GET = apiRoute<RequestEvent>(async (event) => {
	const { region, kpi, period, as_of, limit, cursor } = readQuery(event.url, signalsQuery);
	const { ctx } = event.locals;
	const state = { ...(await getDataState(ctx)), columns: columnsOf('/signals') };
	return versionedList(event, state, async () => {
		const found = await listSignals(ctx, {
			regions: region,
			kpis: kpi,
			month: period,
			asOf: as_of,
			offset: cursor,
			limit: limit + 1
		});
		const signals = found.slice(0, limit);
		return {
			rows: signals.map(signalRow),
			offset: cursor,
			hasMore: found.length > limit,
			meta: {
				is_sample: signals.some(({ isSample }) => isSample),
				false_discovery_rate: FALSE_DISCOVERY_RATE
			}
		};
	});
});

import * as v from 'valibot';
import { SignalsPageQuery } from '#lib/benchmarks/schema.ts';
import { getSignalsOfMonth } from '#lib/benchmarks/server/signals.ts';
import { listProvinces } from '#lib/regions/server/use-cases.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const query = v.parse(SignalsPageQuery, Object.fromEntries(url.searchParams));
	return {
		query,
		signals: await getSignalsOfMonth(ctx, { ...query, asOf: query.as_of }),
		provinces: (await listProvinces(ctx)).map(({ code, name }) => ({ code, name }))
	};
};

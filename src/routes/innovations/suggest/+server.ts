import * as v from 'valibot';
import { Typed } from '#lib/search/schema.ts';
import { suggest } from '#lib/search/server/suggest.ts';
import type { RequestHandler } from './$types';

/** For the search field while somebody types: `{"suggestions": ["akta kelahiran", …]}`. */
export const GET: RequestHandler = async ({ locals: { ctx }, url }) => {
	const suggestions = await suggest(ctx, v.parse(Typed, url.searchParams.get('q') ?? ''));
	return Response.json(
		{ suggestions },
		{ headers: { 'cache-control': 'public, max-age=60', vary: 'Cookie' } }
	);
};

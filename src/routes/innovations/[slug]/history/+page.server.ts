import * as v from 'valibot';
import { can } from '#lib/core/access.ts';
import { compareRevisions, getHistory } from '#lib/innovations/server/history.ts';
import type { PageServerLoad } from './$types';

const Numbers = v.fallback(
	v.nullable(v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number))),
	null
);

export const load: PageServerLoad = async ({ locals: { ctx }, params: { slug }, url }) => {
	const { detail, ...history } = await getHistory(ctx, slug);
	const { titleId, titleEn, regionCode } = detail.innovation;
	const from = v.parse(Numbers, url.searchParams.get('from'));
	const to = v.parse(Numbers, url.searchParams.get('to'));
	return {
		slug,
		titleId,
		titleEn,
		mayPublish: can(ctx.actor, { do: 'innovation.publish', regionCode }),
		...history,
		comparison:
			from === null || to === null ? null : await compareRevisions(ctx, slug, { from, to })
	};
};

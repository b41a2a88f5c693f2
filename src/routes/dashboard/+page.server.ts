import { regionsOf, requireActor } from '#lib/core/access.ts';
import { findGaps } from '#lib/benchmarks/server/gaps.ts';
import { localName } from '#lib/i18n/translate.ts';
import { whatNeedsMe } from '#lib/observations/server/needs.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = requireActor(locals.ctx.actor);
	const needs = await whatNeedsMe(locals.ctx);
	const [code] = regionsOf(actor);
	const gaps = code ? await findGaps(locals.ctx, code, { limit: 3 }) : [];
	return {
		needs: needs.map(({ region, missing, drafts, returned, toReview }) => ({
			code: region.code,
			name: region.name,
			missing,
			drafts,
			returned,
			toReview
		})),
		gaps: gaps.map(({ kpi, isSample, better }) => ({
			code: kpi.code,
			name: localName(locals.locale, kpi),
			isSample,
			better: better.map((region) => ({ code: region.code, name: region.name }))
		}))
	};
};

import { redirect } from '@sveltejs/kit';
import { can, regionsOf } from '#lib/core/access.ts';
import { newId } from '#lib/core/ids.ts';
import { formAction } from '#lib/http/server/form-action.ts';
import { listInnovations } from '#lib/innovations/server/list-innovations.ts';
import { getRegions } from '#lib/regions/server/use-cases.ts';
import { DraftInput } from '#lib/visits/draft.ts';
import { VisitRequestInput } from '#lib/visits/schema.ts';
import { findDraft, removeDraft, saveDraft } from '#lib/visits/server/drafts.ts';
import { listSessions } from '#lib/visits/server/hosts.ts';
import { gapToClose, questionsToAsk } from '#lib/visits/server/prefill.ts';
import { requestHints } from '#lib/visits/server/request-hints.ts';
import { requestVisit } from '#lib/visits/server/request-visit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx, t }, params, url }) => {
	const { host, sessions } = await listSessions(ctx, { region: params.region });
	const { innovations } = await listInnovations(ctx, { region: params.region });
	const own = regionsOf(ctx.actor).filter(
		(regionCode) =>
			regionCode !== host.regionCode && can(ctx.actor, { do: 'visit.request', regionCode })
	);
	const ownRegions = await getRegions(ctx, own);
	const innovation = url.searchParams.get('innovation') ?? '';
	const [first] = ownRegions;
	const { duplicates, busyDays } = await requestHints(ctx, host.regionCode);
	return {
		host,
		sessions: sessions.filter(({ closedReason }) => closedReason?.code !== 'past'),
		innovations: innovations.map(({ slug, titleId, titleEn }) => ({ slug, titleId, titleEn })),
		innovation,
		session: url.searchParams.get('session') ?? '',
		questions: first
			? await questionsToAsk(ctx, first.code, { hostRegionCode: host.regionCode, innovation })
			: [],
		gap: first
			? await gapToClose(ctx, first.code, {
					kpi: url.searchParams.get('kpi') ?? '',
					innovation
				})
			: null,
		ownRegions: ownRegions.map(({ code, name }) => ({ code, name })),
		viewerTimezone: first?.timezone ?? null,
		draft: await findDraft(ctx, host.regionCode),
		hints: {
			busyDays,
			// In words, because the page is near what it may load without the names of all states.
			duplicates: duplicates.map(({ ref, state }) => ({ ref, state: t(`visit.state.${state}`) }))
		},
		submitKey: newId()
	};
};

export const actions = {
	submit: formAction(VisitRequestInput, async (ctx, input) => {
		const { ref } = await requestVisit(ctx, input);
		await removeDraft(ctx, input.host_region);
		redirect(303, `/visits/${ref}?sent`);
	}),
	save: formAction(DraftInput, saveDraft),
	discard: formAction(DraftInput, async (ctx, { host_region: region }) => {
		await removeDraft(ctx, region);
		redirect(303, `/hosts/${region}/request`);
	})
} satisfies Actions;

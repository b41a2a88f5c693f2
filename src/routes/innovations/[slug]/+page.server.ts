import { readAsOf } from '#lib/core/as-of.ts';
import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { listAdoptions } from '#lib/adoptions/server/adoptions.ts';
import { compareSearch } from '#lib/benchmarks/compare-query.ts';
import { getEvidence } from '#lib/benchmarks/server/evidence.ts';
import { MAX_NAMED_SERIES } from '#lib/charts/limits.ts';
import { can, regionsOf } from '#lib/core/access.ts';
import { dayOf } from '#lib/core/period.ts';
import { formAction } from '#lib/http/server/form-action.ts';
import { freshnessOf } from '#lib/innovations/freshness.ts';
import { ReasonForm, StepForm } from '#lib/innovations/life-cycle-schema.ts';
import { PublishForm } from '#lib/innovations/schema.ts';
import { listFiles } from '#lib/innovations/server/files.ts';
import { getInnovation } from '#lib/innovations/server/get-innovation.ts';
import { linkedKpis } from '#lib/innovations/server/linked-kpis.ts';
import { openRevisionOf } from '#lib/innovations/server/history.ts';
import {
	confirmRunning,
	resumeInnovation,
	stopInnovation,
	withdrawInnovation
} from '#lib/innovations/server/life-cycle.ts';
import { publishInnovation } from '#lib/innovations/server/publish-innovation.ts';
import { submitInnovation } from '#lib/innovations/server/review-innovation.ts';
import { sectionFacts } from '#lib/innovations/server/section-facts.ts';
import { renderSections } from '#lib/innovations/server/rendered-sections.ts';
import { listPeerReviews } from '#lib/peer-reviews/server/use-cases.ts';
import { countQuestions } from '#lib/questions/server/read-questions.ts';
import { familyCodes } from '#lib/regions/family-tree.ts';
import { getFamilyTree } from '#lib/regions/server/family.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params: { slug }, url }) => {
	const detail = await getInnovation(ctx, slug);
	const { innovation, region, agency, services, sources } = detail;
	const { regionCode, agencyId, state } = innovation;
	const asOf = readAsOf(url.searchParams.get('as_of'));
	const kpis = await linkedKpis(ctx, detail, asOf);
	const family = await getFamilyTree(ctx, regionCode);
	const mayPublish = can(ctx.actor, { do: 'innovation.publish', regionCode });
	const mayWrite = can(ctx.actor, { do: 'innovation.write', regionCode, agencyId });
	return {
		innovation,
		region: { code: region.code, name: region.name, timezone: region.timezone },
		agencyName: agency?.name ?? null,
		services,
		sources,
		kpis,
		asOf,
		adoptions: (await listAdoptions(ctx, { innovationId: innovation.id })).map(
			({ adopterRegionCode: code, adopterName: name, stage, since, isSample }) => ({
				...{ code, name, stage, since, isSample }
			})
		),
		peerReviews: await listPeerReviews(ctx, slug).then(({ reviews }) => reviews),
		files: await listFiles(ctx, innovation),
		evidence: (await getEvidence(ctx, slug, asOf)).results,
		sections: renderSections(ctx, detail),
		facts: await sectionFacts(ctx, detail),
		questionCount: await countQuestions(ctx, innovation.id),
		freshness: freshnessOf(innovation, dayOf(ctx.now(), region.timezone)),
		open: await openRevisionOf(ctx, detail),
		mayPublish,
		mayEdit: mayWrite,
		mayChange: mayWrite || mayPublish,
		isConfirmed: url.searchParams.has('confirmed'),
		isJustPublished: url.searchParams.has('published') && state === 'published',
		compareSearch: compareSearch({
			asOf,
			kpi: kpis.find(({ kpi, latest }) => kpi.family === 'SLA' && latest)?.kpi.code ?? null,
			regions: [
				...new Set([regionCode, ...regionsOf(ctx.actor), ...(family ? familyCodes(family) : [])])
			].slice(0, MAX_NAMED_SERIES)
		})
	};
};

/** What belongs to the life of a public write-up leads back to its page. */
const page = (slug: string) => resolve('/innovations/[slug]', { slug });

export const actions = {
	submit: formAction(StepForm, async (ctx, _, { params: { slug = '' } }) => {
		await submitInnovation(ctx, { slug });
		redirect(303, resolve('/innovations/[slug]/review', { slug }));
	}),
	confirm: formAction(StepForm, async (ctx, { version }, { params: { slug = '' } }) => {
		await confirmRunning(ctx, { slug, version });
		redirect(303, `${page(slug)}?confirmed=1`);
	}),
	stop: formAction(ReasonForm, async (ctx, input, { params: { slug = '' } }) => {
		await stopInnovation(ctx, { slug, ...input });
		redirect(303, page(slug));
	}),
	resume: formAction(StepForm, async (ctx, { version }, { params: { slug = '' } }) => {
		await resumeInnovation(ctx, { slug, version });
		redirect(303, page(slug));
	}),
	withdraw: formAction(ReasonForm, async (ctx, input, { params: { slug = '' } }) => {
		await withdrawInnovation(ctx, { slug, ...input });
		redirect(303, page(slug));
	}),
	publish: formAction(PublishForm, async (ctx, { version }, { params: { slug = '' } }) => {
		await publishInnovation(ctx, { slug, version });
		redirect(303, `${resolve('/innovations/[slug]', { slug })}?published=1`);
	})
} satisfies Actions;

import { getKpi, getService } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import { factsDocument } from '../facts-document.ts';
import { readFacts } from '../facts.ts';
import { ruleOf, isWrittenSection } from '../sections.ts';
import type { FoundPassage } from './found-passages.ts';
import type { InnovationDetail } from './get-innovation.ts';
import type { FacetChoice } from '#lib/search/facets.ts';
import type { InnovationSummary } from './summaries.ts';

/** Refuses a filter by something that does not exist as `not_found`: an empty list would mislead. */
export async function requireKnownFilters(
	ctx: Context,
	{ service, region, kpi }: Pick<FacetChoice, 'service' | 'region' | 'kpi'>
): Promise<void> {
	if (service !== undefined) await getService(ctx, service);
	if (region !== undefined) await getRegion(ctx, region);
	if (kpi !== undefined) await getKpi(ctx, kpi);
}

/** A write-up in a list as the API writes it; `highlights` holds the passage that was found. */
export function innovationRow(innovation: InnovationSummary, excerpt?: FoundPassage) {
	return {
		...head(innovation),
		region: innovation.region.code,
		region_name: innovation.region.name,
		services: innovation.serviceCodes,
		kpis: innovation.kpiCodes,
		highlights: excerpt ? [highlight(excerpt)] : []
	};
}

/** A passage stands either in a section or in a public document that hangs on the write-up. */
function highlight({ section, document, text, marks }: FoundPassage) {
	const attachment = document && {
		id: document.id,
		title_id: document.altId || document.fileName,
		title_en: document.altEn,
		url: `/attachments/${document.id}`
	};
	return { section, attachment, text, marks };
}

/** A whole write-up as the API writes it; its sections are Markdown in both languages. */
export function innovationDocument(detail: InnovationDetail) {
	const { innovation, region, agency, services, kpis, sections, sources, withheld } = detail;
	return {
		...head(innovation),
		region: region.code,
		region_name: region.name,
		agency: agency && { id: agency.id, name: agency.name },
		website: innovation.website,
		needs_delegation: innovation.needsDelegation === null ? null : innovation.needsDelegation === 1,
		difficulty: innovation.difficulty,
		staff_count: innovation.staffCount,
		annual_budget_rupiah: innovation.annualBudgetRupiah,
		sdgs: innovation.sdgs.split(',').filter(Boolean).map(Number),
		verified_by_regions: innovation.verifiedByRegions,
		replicated_by_regions: innovation.replicatedByRegions,
		facts: factsDocument(readFacts(innovation.facts)),
		services: services.map(({ code }) => code),
		kpis: kpis.map(({ code, launchedMonth }) => ({ code, launched_month: launchedMonth })),
		sections: sections.flatMap(({ section, knowledge, markdownId, markdownEn, visibility }) =>
			isWrittenSection(section)
				? [
						{
							key: section,
							number: ruleOf(section).number,
							knowledge,
							markdown_id: markdownId,
							markdown_en: markdownEn,
							visibility
						}
					]
				: []
		),
		/** The sections kept for signed-in governments that the token is none of. */
		withheld_sections: withheld,
		sources: sources.map(({ number, publisher, title, publishedOn, note }) => ({
			number,
			publisher,
			title,
			published_on: publishedOn,
			note
		}))
	};
}

type Head = Pick<
	InnovationSummary,
	| 'slug'
	| 'titleId'
	| 'titleEn'
	| 'summaryId'
	| 'summaryEn'
	| 'kind'
	| 'form'
	| 'stage'
	| 'sustainability'
	| 'state'
	| 'validation'
	| 'startedOn'
	| 'startedPrecision'
	| 'confirmedOn'
	| 'isSample'
	| 'publishedAt'
	| 'updatedAt'
	| 'version'
>;

function head(innovation: Head) {
	return {
		slug: innovation.slug,
		title_id: innovation.titleId,
		title_en: innovation.titleEn,
		summary_id: innovation.summaryId,
		summary_en: innovation.summaryEn,
		kind: innovation.kind,
		form: innovation.form,
		stage: innovation.stage,
		sustainability: innovation.sustainability,
		state: innovation.state,
		validation: innovation.validation,
		started_on: innovation.startedOn,
		started_precision: innovation.startedPrecision,
		confirmed_on: innovation.confirmedOn,
		is_sample: innovation.isSample === 1,
		published_at: innovation.publishedAt,
		updated_at: innovation.updatedAt,
		version: innovation.version
	};
}

import { requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { maySeeDraft } from './drafts.ts';
import { getInnovation } from './get-innovation.ts';
import { fieldsOf } from './input-fields.ts';
import { partsOf } from './input-parts.ts';
import { renderSections } from './rendered-sections.ts';
import { sectionFacts } from './section-facts.ts';
import { undecidedValues } from './revisions.ts';
import * as revisions from './revisions-repository.ts';
import { inputOf } from './stored-input.ts';

/** What is stored and not public yet, as its page will look; for those who write or publish. */
export async function previewInnovation(ctx: Context, slug: string) {
	requireActor(ctx.actor);
	const detail = await getInnovation(ctx, slug);
	const { innovation } = detail;
	if (!maySeeDraft(ctx.actor, innovation)) throw new DomainError('not_found');
	const open = await revisions.findOpen(ctx.db, innovation.id);
	if (innovation.state !== 'published' || !open) {
		return {
			...headOf(innovation),
			sections: renderSections(ctx, detail),
			facts: await sectionFacts(ctx, detail),
			sources: detail.sources
		};
	}
	const input = inputOf(undecidedValues(open, innovation));
	const parts = await partsOf(ctx, input, detail.kpis);
	// Of its own, so that what is rendered of it is never kept for the public text.
	const id = `preview ${open.id}`;
	const coming = {
		innovation: { ...innovation, ...fieldsOf(input), id, version: open.version },
		sections: parts.sections.map((section) => ({
			innovationId: id,
			...section
		})),
		sources: parts.sources.map((source) => ({ innovationId: id, ...source })),
		withheld: []
	};
	return {
		...headOf(coming.innovation),
		sections: renderSections(ctx, coming),
		facts: await sectionFacts(ctx, coming),
		sources: coming.sources
	};
}

type Head = Awaited<ReturnType<typeof getInnovation>>['innovation'];

function headOf({ slug, titleId, titleEn, summaryId, summaryEn }: Head) {
	return { slug, titleId, titleEn, summaryId, summaryEn };
}

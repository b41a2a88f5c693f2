import { findAgency } from '#lib/accounts/server/agencies.ts';
import { listKpis, listServices } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import type { Agency } from '#lib/database/tables/accounts.ts';
import type { Kpi, Service } from '#lib/database/tables/catalogue.ts';
import type {
	Innovation,
	InnovationSection,
	InnovationSource
} from '#lib/database/tables/innovations.ts';
import { getRegion, type RegionSummary } from '#lib/regions/server/use-cases.ts';
import { type WrittenSection, writtenSections } from '../sections.ts';
import { maySeeDraft } from './drafts.ts';
import { isGovernment } from './governments.ts';
import { requireNotWithdrawn } from './tombstone.ts';
import * as parts from './parts-repository.ts';
import * as innovations from './repository.ts';

/** A KPI that a write-up is about; `launchedMonth` is the first in which an effect could show. */
export type LinkedKpi = Kpi & { readonly launchedMonth: string | null };

/** A write-up with all that belongs to it. */
export interface InnovationDetail {
	readonly innovation: Innovation;
	readonly region: RegionSummary;
	readonly agency: Agency | null;
	readonly services: readonly Service[];
	readonly kpis: readonly LinkedKpi[];
	/** Those that are stored and that the reader may see, in the order of the write-up. */
	readonly sections: readonly InnovationSection[];
	/** The sections that are there, but kept for signed-in governments. */
	readonly withheld: readonly WrittenSection[];
	readonly sources: readonly InnovationSource[];
}

/**
 * One write-up. One that is not published is `not_found` for all but those who write in its
 * agency and those who publish in its region; one that was withdrawn is `gone` for all.
 */
export async function getInnovation(ctx: Context, slug: string): Promise<InnovationDetail> {
	const innovation = await innovations.find(ctx.db, slug);
	if (innovation) await requireNotWithdrawn(ctx, innovation);
	if (!innovation || !isVisible(ctx, innovation)) {
		throw new DomainError('not_found', { message: 'innovation.unknown' });
	}
	const { id, regionCode, agencyId } = innovation;
	const links = (await parts.linksOf(ctx.db, [id])).get(id);
	const stored = await parts.listAllSections(ctx.db, id);
	const mayReadAll = isGovernment(ctx.actor);
	const isOpen = ({ visibility }: InnovationSection) => mayReadAll || visibility === 'public';
	const launched = new Map(links?.kpis.map(({ code, launchedMonth }) => [code, launchedMonth]));
	return {
		innovation,
		region: await getRegion(ctx, regionCode),
		agency: (agencyId === null ? null : await findAgency(ctx, agencyId)) ?? null,
		services: (await listServices(ctx)).filter(({ code }) => links?.serviceCodes.includes(code)),
		kpis: (await listKpis(ctx)).flatMap(({ version: _version, ...kpi }) =>
			launched.has(kpi.code) ? [{ ...kpi, launchedMonth: launched.get(kpi.code) ?? null }] : []
		),
		sections: writtenSections.flatMap((key) =>
			stored.filter((each) => each.section === key && isOpen(each))
		),
		withheld: writtenSections.filter((key) =>
			stored.some((each) => each.section === key && !isOpen(each))
		),
		sources: await parts.listSources(ctx.db, id)
	};
}

function isVisible({ actor }: Context, innovation: Innovation): boolean {
	return innovation.state === 'published' || maySeeDraft(actor, innovation);
}

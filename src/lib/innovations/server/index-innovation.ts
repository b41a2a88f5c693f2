import { listServices } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import type { Service } from '#lib/database/tables/catalogue.ts';
import type { Innovation, InnovationSection } from '#lib/database/tables/innovations.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { getRegions } from '#lib/regions/server/use-cases.ts';
import {
	acceptRules,
	indexedVersions,
	indexWriteUp,
	type IndexText,
	removeFromIndex
} from '#lib/search/server/index-documents.ts';
import { plainText } from '../plain-text.ts';
import { documentsOf } from './document-texts.ts';
import * as parts from './parts-repository.ts';
import * as found from './search-repository.ts';

type IndexContext = Pick<Context, 'db'>;

/**
 * Brings the full-text index to what is stored of a write-up. Called inside the transaction that
 * publishes, changes or withdraws it; one that is not published leaves the index.
 */
export async function refreshSearch(ctx: IndexContext, innovationId: string): Promise<void> {
	const innovation = await found.findById(ctx.db, innovationId);
	if (innovation?.state !== 'published') return removeFromIndex(ctx, innovationId);

	const links = (await parts.linksOf(ctx.db, [innovationId])).get(innovationId);
	const services = (await listServices(ctx)).filter(({ code }) =>
		links?.serviceCodes.includes(code)
	);
	const [region] = await getRegions({ ...ctx, now: () => new Date() }, [innovation.regionCode]);
	const sections = await parts.listSections(ctx.db, [innovationId]);
	const documents = await documentsOf(ctx, innovationId);
	await indexWriteUp(ctx, {
		innovationId,
		innovationVersion: innovation.version,
		regionCode: innovation.regionCode,
		kind: innovation.kind,
		stage: innovation.stage,
		validation: innovation.validation,
		titleId: innovation.titleId,
		titleEn: innovation.titleEn,
		publishedAt: innovation.publishedAt ?? innovation.updatedAt,
		updatedAt: innovation.updatedAt,
		confirmedOn: innovation.confirmedOn,
		serviceCodes: links?.serviceCodes ?? [],
		kpiCodes: links?.kpis.map(({ code }) => code) ?? [],
		...textsOf(innovation, region?.name ?? '', services, sections),
		documents: documents.map((text) => ({ text, language: 'id' }))
	});
}

/**
 * Brings the index to all published write-ups: those it lacks, holds in an older version, or
 * made by older rules, and takes out those that are published no more. Returns how many it
 * touched. Each is a transaction of its own, so that writers wait for none of them long.
 */
export async function refreshStaleSearch(ctx: IndexContext): Promise<number> {
	const stored = await found.listPublishedVersions(ctx.db);
	const known = await indexedVersions(ctx);
	const stale = stored.filter(({ id, version }) => known?.get(id) !== version).map(({ id }) => id);
	const published = new Set(stored.map(({ id }) => id));
	const gone = [...(known?.keys() ?? [])].filter((id) => !published.has(id));
	for (const id of [...stale, ...gone]) {
		await inTransaction(ctx, (inner) => refreshSearch(inner, id));
	}
	if (known === null) await acceptRules(ctx);
	return stale.length + gone.length;
}

function textsOf(
	innovation: Innovation,
	regionName: string,
	services: readonly Service[],
	sections: readonly InnovationSection[]
) {
	return {
		title: [...inBoth(innovation.titleId, innovation.titleEn)],
		head: [
			...inBoth(innovation.summaryId, innovation.summaryEn),
			...services.flatMap(({ nameId, nameEn }) => inBoth(nameId, nameEn)),
			...inBoth(regionName, null)
		],
		body: sections.flatMap(({ markdownId, markdownEn }) =>
			inBoth(plainText(markdownId), markdownEn === null ? null : plainText(markdownEn))
		)
	};
}

function inBoth(id: string, en: string | null): IndexText[] {
	return [
		{ text: id, language: 'id' },
		...(en === null ? [] : [{ text: en, language: 'en' as const }])
	];
}

import type { Db } from '#lib/database/connection.ts';
import type { InnovationSection, InnovationSource } from '#lib/database/tables/innovations.ts';

/** Which services and KPIs write-ups are about, by the write-up's id. */
export interface Links {
	readonly serviceCodes: readonly string[];
	readonly kpis: readonly { readonly code: string; readonly launchedMonth: string | null }[];
}

export async function linksOf(db: Db, ids: readonly string[]): Promise<Map<string, Links>> {
	const services = await db
		.selectFrom('innovationService')
		.selectAll()
		.where('innovationId', 'in', ids)
		.orderBy('serviceCode')
		.execute();
	const kpis = await db
		.selectFrom('innovationKpi')
		.selectAll()
		.where('innovationId', 'in', ids)
		.orderBy('kpiCode')
		.execute();
	const serviceCodes = Map.groupBy(services, ({ innovationId }) => innovationId);
	const linkedKpis = Map.groupBy(kpis, ({ innovationId }) => innovationId);
	return new Map(
		ids.map((id) => [
			id,
			{
				serviceCodes: (serviceCodes.get(id) ?? []).map(({ serviceCode }) => serviceCode),
				kpis: (linkedKpis.get(id) ?? []).map(({ kpiCode, launchedMonth }) => ({
					code: kpiCode,
					launchedMonth
				}))
			}
		])
	);
}

/**
 * The sections of write-ups that everyone may read, in no particular order: what lists, searches
 * and excerpts are made of.
 */
export async function listSections(db: Db, ids: readonly string[]): Promise<InnovationSection[]> {
	return db
		.selectFrom('innovationSection')
		.selectAll()
		.where('innovationId', 'in', ids)
		.where('visibility', '=', 'public')
		.orderBy('innovationId')
		.orderBy('section')
		.execute();
}

/** All sections of one write-up, also those kept for governments. */
export async function listAllSections(db: Db, id: string): Promise<InnovationSection[]> {
	return db
		.selectFrom('innovationSection')
		.selectAll()
		.where('innovationId', '=', id)
		.orderBy('innovationId')
		.orderBy('section')
		.execute();
}

export async function listSources(db: Db, id: string): Promise<InnovationSource[]> {
	return db
		.selectFrom('innovationSource')
		.selectAll()
		.where('innovationId', '=', id)
		.orderBy('number')
		.execute();
}

/** All that hangs on a write-up besides its own row. */
export interface Parts extends Links {
	readonly sections: readonly Omit<InnovationSection, 'innovationId'>[];
	readonly sources: readonly Omit<InnovationSource, 'innovationId'>[];
}

/** Puts these parts in the place of those stored. */
export async function replaceParts(db: Db, innovationId: string, parts: Parts): Promise<void> {
	for (const table of [
		'innovationSection',
		'innovationSource',
		'innovationService',
		'innovationKpi'
	] as const) {
		await db.deleteFrom(table).where('innovationId', '=', innovationId).execute();
	}
	if (parts.sections.length > 0) {
		await db
			.insertInto('innovationSection')
			.values(parts.sections.map((section) => ({ innovationId, ...section })))
			.execute();
	}
	if (parts.sources.length > 0) {
		await db
			.insertInto('innovationSource')
			.values(parts.sources.map((source) => ({ innovationId, ...source })))
			.execute();
	}
	if (parts.serviceCodes.length > 0) {
		await db
			.insertInto('innovationService')
			.values(parts.serviceCodes.map((serviceCode) => ({ innovationId, serviceCode })))
			.execute();
	}
	if (parts.kpis.length > 0) {
		await db
			.insertInto('innovationKpi')
			.values(
				parts.kpis.map(({ code, launchedMonth }) => ({
					innovationId,
					kpiCode: code,
					launchedMonth
				}))
			)
			.execute();
	}
}

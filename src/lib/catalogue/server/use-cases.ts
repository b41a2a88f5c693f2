import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import type { Kpi, KpiVersion, Service } from '#lib/database/tables/catalogue.ts';
import * as catalogue from './repository.ts';

type ReadContext = Pick<Context, 'db'>;

/** A KPI with the definition that holds now. */
export type KpiDetail = Kpi & { version: KpiVersion };

/** The public services in the order of the catalogue. */
export function listServices({ db }: ReadContext): Promise<Service[]> {
	return catalogue.listServices(db);
}

/** One public service, or `not_found`. */
export async function getService({ db }: ReadContext, code: string): Promise<Service> {
	const service = (await catalogue.listServices(db)).find((candidate) => candidate.code === code);
	if (!service)
		throw new DomainError('not_found', { message: 'service.unknown', values: { code } });
	return service;
}

/** All KPIs with their current definitions, in the order of the catalogue. */
export async function listKpis({ db }: ReadContext): Promise<KpiDetail[]> {
	const versions = new Map(
		(await catalogue.listCurrentVersions(db)).map((version) => [version.kpiCode, version])
	);
	return (await catalogue.listKpis(db)).flatMap((kpi) => {
		const version = versions.get(kpi.code);
		return version ? [{ ...kpi, version }] : [];
	});
}

/** One KPI with its current definition, or `not_found`. */
export async function getKpi({ db }: ReadContext, code: string): Promise<KpiDetail> {
	const kpi = await catalogue.findKpi(db, code);
	const [version] = kpi ? await catalogue.listVersions(db, code) : [];
	if (!kpi || !version) {
		throw new DomainError('not_found', { message: 'kpi.unknown', values: { code } });
	}
	return { ...kpi, version };
}

/** All KPIs by the small integer that the fact tables use. */
export async function kpisByKey({ db }: ReadContext): Promise<Map<number, Kpi>> {
	return new Map((await catalogue.listKpis(db)).map((kpi) => [kpi.key, kpi]));
}

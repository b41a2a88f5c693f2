import { listServices } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { dayOf, type Day } from '#lib/core/period.ts';
import type { Service } from '#lib/database/tables/catalogue.ts';
import type { DistrictCoverageRevision } from '#lib/database/tables/observations.ts';
import { getRegion, listDistricts, type RegionSummary } from '#lib/regions/server/use-cases.ts';
import type { CoverageFormInput } from '../coverage-write-schema.ts';
import { coverageMatrix, type CoverageRow } from '../coverage.ts';
import { coverageRegion } from './coverage-access.ts';
import * as register from './coverage-write-repository.ts';
import { getCoverage } from './coverage.ts';
import { putCoverage, type PutCoverageResult } from './put-coverage.ts';

const CHANGES_SHOWN = 30;

export interface CoverageEdit {
	readonly region: RegionSummary;
	readonly today: Day;
	/** The services the actor may write about, in the catalogue's order. */
	readonly services: readonly Service[];
	/** How each district gives them today. */
	readonly rows: readonly CoverageRow[];
	readonly hasSample: boolean;
	/** What the register said before, newest change first. */
	readonly changes: readonly DistrictCoverageRevision[];
}

/** The register as its form needs it, in the first region whose register the actor may write. */
export async function getCoverageEdit(
	ctx: Context,
	asked: string | undefined
): Promise<CoverageEdit> {
	const { regionCode, services: codes } = await coverageRegion(ctx, asked);
	const region = await getRegion(ctx, regionCode);
	const districts = await listDistricts(ctx, regionCode);
	const services = (await listServices(ctx)).filter(({ code }) => codes.includes(code));
	const { facts } = await getCoverage(ctx, { region: regionCode });
	const districtCodes = districts.map(({ code }) => code);
	return {
		region,
		today: dayOf(ctx.now(), region.timezone),
		services,
		rows: coverageMatrix(
			districts,
			services.map(({ code }) => code),
			facts
		),
		hasSample: facts.some(({ isSample }) => isSample === 1),
		changes: await register.listRevisions(ctx.db, districtCodes, CHANGES_SHOWN)
	};
}

/**
 * Saves the cells of the form that were changed in it. Cells that others changed meanwhile keep
 * what those say, unless they were changed here too. `invalid` when a known cell was emptied:
 * what is known does not become unknown.
 */
export async function saveCoverageForm(
	ctx: Context,
	{ region, cells, before, valid_from, source }: CoverageFormInput
): Promise<PutCoverageResult> {
	const old = new Map(
		before.map(({ district, service, mode }) => [`${district} ${service}`, mode])
	);
	const changed = cells.filter(
		({ district, service, mode }) => (old.get(`${district} ${service}`) ?? null) !== mode
	);
	const rows = changed.map(({ district, service, mode }) => {
		if (mode === null) throw new DomainError('invalid', { message: 'coverage.notUnknown' });
		return { district, service, mode, valid_from, source };
	});
	if (rows.length === 0) throw new DomainError('invalid', { message: 'coverage.nothingChanged' });
	return putCoverage(ctx, { region, rows });
}

import { listServices } from '#lib/catalogue/server/use-cases.ts';
import { roleIn } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, type FieldProblem } from '#lib/core/errors.ts';
import type { Service } from '#lib/database/tables/catalogue.ts';
import type { DistrictCoverage } from '#lib/database/tables/observations.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { getRegion, listDistricts, type RegionSummary } from '#lib/regions/server/use-cases.ts';
import type { VerifyCoverageInput } from '../coverage-write-schema.ts';
import { publishCoverage } from './coverage-facts.ts';
import * as register from './coverage-write-repository.ts';
import { bumpDataVersion } from './data-version.ts';
import { requireReviewer, reviewableRegions } from './scope.ts';

export interface VerifyCoverageResult {
	/** Rows that were claimed and are verified now. */
	readonly verified: number;
	/** Rows that were verified already. */
	readonly unchanged: number;
}

/**
 * Verifies claimed rows of a region's register: those named, or all. What was published from them
 * stops being provisional at once, and says since when. `forbidden` for who may not review the
 * region, `invalid` names each row that the register does not have.
 */
export async function verifyCoverage(
	ctx: Context,
	{ region: code, rows }: VerifyCoverageInput
): Promise<VerifyCoverageResult> {
	return inTransaction(ctx, async (ctx) => {
		const actor = requireReviewer(ctx, code);
		await bumpDataVersion(ctx); // first: it lets one change wait for the other
		const districtCodes = (await listDistricts(ctx, code)).map((district) => district.code);
		const stored = await register.listAll(ctx.db, districtCodes);
		const chosen = rows === undefined ? stored : namedRows(stored, rows);
		const claimed = chosen.filter(({ verification }) => verification === 'claimed');
		const [earliest] = claimed.map(({ validFrom }) => validFrom).toSorted();
		const unchanged = rows === undefined ? 0 : chosen.length - claimed.length;
		if (earliest === undefined) return { verified: 0, unchanged };

		const role = roleIn(actor, code) ?? '';
		const verified = { at: ctx.now().toISOString(), role };
		for (const row of claimed) await register.verify(ctx.db, row, verified);
		await publishCoverage(ctx, {
			regionCode: code,
			periods: await register.listAll(ctx.db, districtCodes),
			from: earliest.slice(0, 7),
			role,
			isOnlyKnown: true
		});
		return { verified: claimed.length, unchanged };
	});
}

function namedRows(
	stored: readonly DistrictCoverage[],
	rows: NonNullable<VerifyCoverageInput['rows']>
): DistrictCoverage[] {
	const problems: FieldProblem[] = [];
	const found = rows.flatMap(({ district, service, valid_from }, i) => {
		const row = stored.find(
			(one) =>
				one.districtCode === district && one.serviceCode === service && one.validFrom === valid_from
		);
		if (!row) problems.push({ path: `rows.${String(i)}`, code: 'coverage.unknownRow' });
		return row ?? [];
	});
	if (problems.length > 0) throw new DomainError('invalid', { fields: problems });
	return [...new Set(found)];
}

/** The rows of a service that wait for verification. */
export interface ClaimedService {
	readonly service: Service;
	readonly rows: readonly (DistrictCoverage & { readonly districtName: string })[];
}

/** What waits for verification in a region's register, service by service. */
export interface ClaimedCoverage {
	readonly region: RegionSummary;
	readonly services: readonly ClaimedService[];
}

/** What waits in the first region that the actor may review, or in the one asked for. */
export async function listClaimedCoverage(
	ctx: Context,
	asked: string | undefined
): Promise<ClaimedCoverage> {
	const code = asked ?? (ctx.actor ? reviewableRegions(ctx.actor)[0] : undefined) ?? '';
	requireReviewer(ctx, code);
	const region = await getRegion(ctx, code);
	const districts = await listDistricts(ctx, code);
	const stored = await register.listAll(
		ctx.db,
		districts.map((district) => district.code)
	);
	const claimed = stored.filter(({ verification }) => verification === 'claimed');
	const nameOf = new Map(districts.map((district) => [district.code, district.name]));
	return {
		region,
		services: (await listServices(ctx)).flatMap((service) => {
			const rows = claimed.filter(({ serviceCode }) => serviceCode === service.code);
			if (rows.length === 0) return [];
			const named = rows.map((row) => ({
				...row,
				districtName: nameOf.get(row.districtCode) ?? row.districtCode
			}));
			return [{ service, rows: named }];
		})
	};
}

/** How many claims wait in each region that the actor reviews; those without any are left out. */
export async function claimsToReview(
	ctx: Context
): Promise<{ readonly region: string; readonly count: number }[]> {
	const found: { region: string; count: number }[] = [];
	for (const region of ctx.actor ? reviewableRegions(ctx.actor) : []) {
		const count = await countClaimedCoverage(ctx, region);
		if (count > 0) found.push({ region, count });
	}
	return found;
}

/** How many rows of a region's register wait for verification. */
export async function countClaimedCoverage(
	ctx: Pick<Context, 'db' | 'now'>,
	regionCode: string
): Promise<number> {
	const districts = await listDistricts(ctx, regionCode);
	return register.countClaimed(
		ctx.db,
		districts.map(({ code }) => code)
	);
}

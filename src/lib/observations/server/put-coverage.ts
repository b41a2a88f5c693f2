import { listServices } from '#lib/catalogue/server/use-cases.ts';
import { can, roleIn } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, type FieldProblem } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import { addDays, dayOf, type Day } from '#lib/core/period.ts';
import type { DistrictCoverage } from '#lib/database/tables/observations.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { getRegion, listDistricts } from '#lib/regions/server/use-cases.ts';
import { changeCoverage } from '../coverage-change.ts';
import type { CoverageRowInput } from '../coverage-write-schema.ts';
import { requireCoverageServices } from './coverage-access.ts';
import { publishCoverage } from './coverage-facts.ts';
import * as register from './coverage-write-repository.ts';
import { bumpDataVersion } from './data-version.ts';

export interface PutCoverageResult {
	/** Rows that changed the register. */
	readonly accepted: number;
	/** Rows that say what the register says already. */
	readonly unchanged: number;
}

/**
 * Writes what a region says about its districts, all or nothing, keeps what the rows said before,
 * and brings the coverage KPIs of the months since then up to date. Rows of the region's officers
 * count as verified, those of an agency as claimed. `forbidden` for who may not write the register;
 * `invalid` names each row that cannot be.
 */
export async function putCoverage(
	ctx: Context,
	{ region: code, rows }: { readonly region: string; readonly rows: readonly CoverageRowInput[] }
): Promise<PutCoverageResult> {
	return inTransaction(ctx, async (ctx) => {
		const { actor, services } = await requireCoverageServices(ctx, code);
		await bumpDataVersion(ctx); // first: it lets one change wait for the other
		const region = await getRegion(ctx, code);
		const districts = await listDistricts(ctx, code);
		const districtCodes = districts.map((district) => district.code);
		await refuseBadRows(ctx, rows, {
			districtCodes,
			services,
			today: dayOf(ctx.now(), region.timezone)
		});

		const periods = await register.listAll(ctx.db, districtCodes);
		const isOfficer = can(actor, { do: 'observation.review', regionCode: code });
		const role = roleIn(actor, code) ?? '';
		const { current, before, changed } = applyRows(periods, rows, {
			source: `Laporan ${region.name}`,
			verification: isOfficer ? 'verified' : 'claimed',
			verifiedAt: isOfficer ? ctx.now().toISOString() : null,
			verifiedByRole: isOfficer ? role : null,
			isSample: periods.some(({ isSample }) => isSample === 1) ? 1 : 0,
			updatedAt: ctx.now().toISOString()
		});
		if (changed === 0) return { accepted: 0, unchanged: rows.length };
		const kept = before.map(({ updatedAt, ...row }) => ({
			...row,
			writtenAt: updatedAt,
			id: newId(),
			supersededAt: ctx.now().toISOString(),
			changedByRole: role
		}));
		await register.insertRevisions(ctx.db, kept);
		await register.upsert(ctx.db, current);
		const from = rows.map(({ valid_from }) => valid_from).reduce((a, b) => (a < b ? a : b));
		await publishCoverage(ctx, {
			regionCode: code,
			periods: await register.listAll(ctx.db, districtCodes),
			from: from.slice(0, 7),
			role
		});
		return { accepted: changed, unchanged: rows.length - changed };
	});
}

type Origin = Pick<
	DistrictCoverage,
	'source' | 'verification' | 'verifiedAt' | 'verifiedByRole' | 'isSample' | 'updatedAt'
>;

/** The rows to write, in their last form, and what the changed ones among them said before. */
function applyRows(
	stored: readonly DistrictCoverage[],
	rows: readonly CoverageRowInput[],
	{ source, ...origin }: Origin
) {
	const cellOf = (district: string, service: string) => `${district} ${service}`;
	const cells = Map.groupBy(stored, (row) => cellOf(row.districtCode, row.serviceCode));
	const before = new Set<DistrictCoverage>();
	const current = new Set<DistrictCoverage>();
	let changed = 0;
	for (const row of rows) {
		const cell = cellOf(row.district, row.service);
		const periods = cells.get(cell) ?? [];
		const change = changeCoverage(periods, { mode: row.mode, validFrom: row.valid_from });
		if (!change) continue;
		changed++;
		const { next, replaced, ended } = change;
		const made: DistrictCoverage[] = [
			{
				districtCode: row.district,
				serviceCode: row.service,
				...next,
				datePrecision: 'day',
				source: row.source === '' ? source : row.source,
				...origin
			}
		];
		if (ended)
			made.push({ ...ended, validTo: addDays(next.validFrom, -1), updatedAt: origin.updatedAt });
		for (const old of [replaced, ended]) {
			if (!old) continue;
			if (stored.includes(old)) before.add(old);
			current.delete(old);
		}
		for (const one of made) current.add(one);
		cells.set(cell, [...periods.filter((one) => one !== replaced && one !== ended), ...made]);
	}
	return { current: [...current], before: [...before], changed };
}

async function refuseBadRows(
	ctx: Context,
	rows: readonly CoverageRowInput[],
	{
		districtCodes,
		services,
		today
	}: {
		readonly districtCodes: readonly string[];
		readonly services: readonly string[];
		readonly today: Day;
	}
): Promise<void> {
	const known = new Set((await listServices(ctx)).map(({ code }) => code));
	const districts = new Set(districtCodes);
	const first = new Map<string, number>();
	const fields = rows.flatMap((row, i): FieldProblem[] => {
		const problem = (path: string, code: string, values?: FieldProblem['values']) => [
			{ path: `rows.${String(i)}.${path}`, code, ...(values && { values }) }
		];
		if (!districts.has(row.district)) {
			return problem('district', 'coverage.unknownDistrict', { code: row.district });
		}
		if (!known.has(row.service))
			return problem('service', 'service.unknown', { code: row.service });
		if (!services.includes(row.service)) return problem('service', 'coverage.foreignService');
		if (row.valid_from > today) return problem('valid_from', 'coverage.futureDay');
		const key = `${row.district} ${row.service} ${row.valid_from}`;
		const earlier = first.get(key);
		if (earlier !== undefined)
			return problem('district', 'coverage.repeatedRow', { first: earlier });
		first.set(key, i);
		return [];
	});
	if (fields.length > 0) throw new DomainError('invalid', { fields });
}

import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import {
	addMonths,
	lastCompletedMonth,
	monthFromIndex,
	monthIndex,
	monthRange
} from '#lib/core/period.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { listDistricts } from '#lib/regions/server/use-cases.ts';
import { addCoverage, coverageFacts } from './coverage-facts.ts';
import * as register from './coverage-write-repository.ts';
import { bumpDataVersion } from './data-version.ts';

/** No more than this many months are made up for after the site stood still. */
const MONTHS_BACK = 12;

/**
 * Derives the coverage KPIs of the months that are over for every region with a register, also
 * where the register did not change. What is there stays, so it may run at any time and twice.
 */
export async function deriveCoverageMonths(
	ctx: Pick<Context, 'db' | 'now'> & { readonly signal: AbortSignal }
): Promise<void> {
	const month = lastCompletedMonth(ctx.now());
	const kpiKeys = (await listKpis(ctx)).filter(({ family }) => family === 'COV');
	const newest = await register.listNewestFacts(
		ctx.db,
		kpiKeys.map(({ key }) => key),
		{ from: monthIndex(month) - MONTHS_BACK, to: monthIndex(month) }
	);
	for (const regionCode of await register.listRegionCodes(ctx.db)) {
		if (ctx.signal.aborted) return;
		const last = newest.get(regionCode);
		if (last === monthIndex(month)) continue;
		const months = monthRange(
			last === undefined ? month : addMonths(monthFromIndex(last), 1),
			month
		);
		const districtCodes = (await listDistricts(ctx, regionCode)).map(({ code }) => code);
		if (districtCodes.length === 0) continue;
		const read = async (inner: typeof ctx) => ({
			regionCode,
			months,
			periods: await register.listAll(inner.db, districtCodes)
		});
		if ((await coverageFacts(ctx, await read(ctx))).length === 0) continue;
		await inTransaction(ctx, async (inner) => {
			await bumpDataVersion(inner); // first: it lets one change wait for the other
			await addCoverage(inner, await read(inner));
		});
	}
}

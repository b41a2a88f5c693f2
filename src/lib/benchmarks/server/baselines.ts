import { getKpi, kpisByKey, listKpis } from '#lib/catalogue/server/use-cases.ts';
import { authorize, can, roleIn } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import { monthFromIndex, monthIndex, type Month } from '#lib/core/period.ts';
import type { Kpi } from '#lib/database/tables/catalogue.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { bumpReferenceVersion } from '#lib/observations/server/data-version.ts';
import { getRegion, type RegionSummary } from '#lib/regions/server/use-cases.ts';
import { baselineProblem, MIN_SHIFT_MONTHS } from '../baseline.ts';
import type { BaselineInput } from '../baseline-schema.ts';
import { judgeSeries, seriesPoints } from '../series-signal.ts';
import * as baselines from './baseline-repository.ts';
import { refreshSignals } from './refresh-signals.ts';
import { listPoints } from './signals-repository.ts';

/** A restart of a control chart as everyone may read it. */
export interface PublicBaseline {
	readonly id: string;
	readonly kpi: Pick<Kpi, 'code' | 'nameId' | 'nameEn'>;
	/** The first month that is judged by the new limits. */
	readonly month: Month;
	readonly reason: string;
	readonly setByRole: string;
	readonly setAt: string;
	/** When it was taken back, and in which role; null while it holds. */
	readonly endedAt: string | null;
	readonly endedByRole: string | null;
}

export interface RegionBaselines {
	readonly region: RegionSummary;
	readonly baselines: readonly PublicBaseline[];
	/** The indicators to choose from; empty for who may not set any. */
	readonly kpis: readonly Pick<Kpi, 'code' | 'nameId' | 'nameEn'>[];
}

/** Which control charts a region has given new limits, newest first; unknown codes are `not_found`. */
export async function getBaselines(ctx: Context, regionCode: string): Promise<RegionBaselines> {
	const region = await getRegion(ctx, regionCode);
	const known = await kpisByKey(ctx);
	const rows = await baselines.listOfRegion(ctx.db, region.key);
	const maySet = can(ctx.actor, { do: 'observation.review', regionCode });
	return {
		region,
		baselines: rows.flatMap(({ id, kpiKey, month, reason, setByRole, setAt, ...ended }) => {
			const kpi = known.get(kpiKey);
			if (!kpi) return [];
			const { endedAt, endedByRole } = ended;
			const said = { id, reason, setByRole, setAt, endedAt, endedByRole };
			return [{ ...said, kpi: nameOf(kpi), month: monthFromIndex(month) }];
		}),
		kpis: maySet ? (await listKpis(ctx)).map(nameOf) : []
	};
}

/**
 * Gives the control chart of a region's KPI limits of its own from a month on, because something is
 * known to have changed and the change has lasted: nine final months on one side of the old mean.
 * Judges the series anew. `forbidden` for who does not review the region's figures; `invalid` by the
 * field otherwise.
 */
export async function restartBaseline(ctx: Context, input: BaselineInput): Promise<void> {
	await inTransaction(ctx, async (ctx) => {
		const { region: regionCode, kpi: code, month, reason } = input;
		const actor = authorize(ctx.actor, { do: 'observation.review', regionCode });
		const region = await getRegion(ctx, regionCode);
		const kpi = await getKpi(ctx, code);
		const points = seriesPoints(await listPoints(ctx.db, kpi.key, [region.key]));
		const held = await baselines.listHolding(ctx.db, { kpiKey: kpi.key, regionKey: region.key });
		const judged = judgeSeries(
			kpi,
			points,
			held.map((one) => one.month)
		);
		const problem = judged ? baselineProblem(judged, month) : 'baseline.outside';
		if (problem) throw invalidField('month', problem, { months: MIN_SHIFT_MONTHS });
		const isWritten = await baselines.insert(ctx.db, {
			id: newId(),
			kpiKey: kpi.key,
			regionKey: region.key,
			month: monthIndex(month),
			reason,
			setBy: actor.accountId,
			setByRole: roleIn(actor, regionCode) ?? '',
			setAt: ctx.now().toISOString(),
			endedByRole: null,
			endedAt: null
		});
		if (!isWritten) throw invalidField('month', 'baseline.already');
		await judgeAnew(ctx, kpi.key, region.key);
	});
}

/** Takes a restart back: the limits before it hold again, and it stays in the list. */
export async function endBaseline(
	ctx: Context,
	{ region: regionCode, id }: { readonly region: string; readonly id: string }
): Promise<void> {
	await inTransaction(ctx, async (ctx) => {
		const actor = authorize(ctx.actor, { do: 'observation.review', regionCode });
		const region = await getRegion(ctx, regionCode);
		const ended = await baselines.end(
			ctx.db,
			{ id, regionKey: region.key },
			{ endedAt: ctx.now().toISOString(), endedByRole: roleIn(actor, regionCode) ?? '' }
		);
		if (!ended) throw new DomainError('not_found');
		await judgeAnew(ctx, ended.kpiKey, region.key);
	});
}

async function judgeAnew(ctx: Context, kpiKey: number, regionKey: number): Promise<void> {
	await refreshSignals(ctx, [{ kpiKey, regionKey }]);
	await bumpReferenceVersion(ctx);
}

function nameOf({ code, nameId, nameEn }: Kpi): PublicBaseline['kpi'] {
	return { code, nameId, nameEn };
}

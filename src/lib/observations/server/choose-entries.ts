import type { KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, type FieldProblem } from '#lib/core/errors.ts';
import { monthIndex, type Month } from '#lib/core/period.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import type { RegionSummary } from '#lib/regions/server/use-cases.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import { mayTakeWith, type EntryStep } from '../workflow.ts';
import * as entries from './repository.ts';
import { isTyped } from './scope.ts';

/** Which entries a step is for: some of a region's month, or all that are ready for it. */
export interface StepInput {
	readonly region: string;
	readonly month: Month;
	/** KPI codes; all entries that are ready when absent. */
	readonly kpis?: readonly string[] | undefined;
	/** The versions that the actor looked at, by KPI code. */
	readonly versions?: Readonly<Record<string, number>> | undefined;
}

export interface Chosen {
	readonly kpi: KpiDetail;
	readonly entry: ObservationEntry;
}

/** What a step did. */
export interface StepResult {
	readonly region: string;
	readonly month: Month;
	readonly kpis: string[];
}

/**
 * The entries a step is to be taken with. Asked for by code, each must exist (`invalid`), have the
 * version that was looked at (`stale_version`) and be in a status for the step
 * (`illegal_transition`); without codes at least one must be ready.
 * @param allowed the KPIs the actor may act on
 */
export async function chooseEntries(
	ctx: Context,
	input: StepInput,
	step: EntryStep,
	allowed: readonly KpiDetail[]
): Promise<{ region: RegionSummary; chosen: Chosen[] }> {
	const region = await getRegion(ctx, input.region);
	const month = monthIndex(input.month);
	const wanted = input.kpis ? await kpisByCode(ctx, input.kpis) : allowed;
	if (wanted.some((kpi) => !allowed.includes(kpi) && !allowed.some(({ key }) => key === kpi.key))) {
		throw new DomainError('forbidden');
	}
	const rows = await entries.list(ctx.db, region.key, {
		kpiKeys: wanted.map(({ key }) => key),
		from: month,
		to: month
	});
	const found = wanted.flatMap((kpi) => {
		const entry = rows.find(({ kpiKey }) => kpiKey === kpi.key);
		return entry ? [{ kpi, entry }] : [];
	});
	const ready = found
		.filter(({ entry }) => mayTakeWith(step, entry))
		// A returned entry is submitted again when it was changed, or when it is asked for.
		.filter(({ entry }) => input.kpis !== undefined || entry.status !== 'returned');
	if (input.kpis) refuseUnready(input.kpis, found, ready, input.versions);
	if (ready.length === 0) {
		throw new DomainError('illegal_transition', { message: `observation.nothingTo.${step}` });
	}
	return { region, chosen: ready };
}

/** The result of a step, for pages and the API. */
export function stepResult(input: StepInput, chosen: readonly Chosen[]): StepResult {
	return { region: input.region, month: input.month, kpis: chosen.map(({ kpi }) => kpi.code) };
}

async function kpisByCode(ctx: Context, codes: readonly string[]): Promise<KpiDetail[]> {
	const all = new Map((await listKpis(ctx)).map((kpi) => [kpi.code, kpi]));
	const problems: FieldProblem[] = [];
	const kpis = [...new Set(codes)].flatMap((code) => {
		const kpi = all.get(code);
		if (!kpi) problems.push({ path: 'kpis', code: 'kpi.unknown', values: { code } });
		else if (!isTyped(kpi)) {
			problems.push({ path: 'kpis', code: 'observation.derivedKpi', values: { code } });
		} else return [kpi];
		return [];
	});
	if (problems.length > 0) throw new DomainError('invalid', { fields: problems });
	return kpis;
}

function refuseUnready(
	codes: readonly string[],
	found: readonly Chosen[],
	ready: readonly Chosen[],
	versions: StepInput['versions']
): void {
	const missing = codes.find((code) => !found.some(({ kpi }) => kpi.code === code));
	if (missing !== undefined) {
		throw new DomainError('invalid', {
			fields: [{ path: 'kpis', code: 'observation.notEntered', values: { code: missing } }]
		});
	}
	const changed = found.find(
		({ kpi, entry }) => versions?.[kpi.code] !== undefined && versions[kpi.code] !== entry.version
	);
	if (changed)
		throw new DomainError('stale_version', { extra: { version: changed.entry.version } });
	if (ready.length < found.length) throw new DomainError('illegal_transition');
}

import { endOfDay } from '#lib/core/as-of.ts';
import type { Context } from '#lib/core/context.ts';
import {
	isMonth,
	lastCompletedMonth,
	monthFromIndex,
	monthIndex,
	type Day
} from '#lib/core/period.ts';
import { getInnovation, type LinkedKpi } from '#lib/innovations/server/get-innovation.ts';
import { listKpiWriteUps } from '#lib/innovations/server/kpi-write-ups.ts';
import { getRegions } from '#lib/regions/server/use-cases.ts';
import {
	EVIDENCE_PEERS,
	gradeEvidence,
	noEvidence,
	type EvidenceGrade,
	type KpiEvidence
} from '../evidence.ts';
import { MIN_MONTHS_AFTER, MIN_MONTHS_BEFORE } from '../statistics/did.ts';
import type { XmrPoint } from '../statistics/xmr.ts';
import { listSpanKnown } from './known-repository.ts';
import { getPeers } from './peers.ts';
import * as benchmarks from './repository.ts';

/** At most two years on each side: further back other things have changed too. */
const MONTHS_EACH_SIDE = 24;

/** A region that launched something about the same KPI this near in time is no comparison. */
const EXCLUDED_MONTHS = 12;

export interface InnovationEvidence {
	readonly slug: string;
	readonly region: { readonly code: string; readonly name: string };
	/** One for each KPI of the write-up, the best grade first. */
	readonly results: readonly KpiEvidence[];
}

/**
 * What the figures say about the KPIs of a write-up since its launch, against the twenty regions
 * of the same kind that are nearest by structure, without those that launched something about the
 * same KPI within a year. The peers follow from context and from who has months to compare, never
 * from results. An unknown write-up is `not_found`.
 * @param asOf the day at whose end the figures were known so; null or left out for now. The write-up
 *   and the peers by structure are those of now
 */
export async function getEvidence(
	ctx: Context,
	slug: string,
	asOf: Day | null = null
): Promise<InnovationEvidence> {
	const { region, kpis } = await getInnovation(ctx, slug);
	const nearest =
		kpis.length === 0 ? [] : (await getPeers(ctx, { region: region.code, model: 'kind' })).peers;
	const codes = nearest.map(({ id }) => id);
	const results: KpiEvidence[] = [];
	for (const kpi of kpis) {
		results.push(await evidenceOf(ctx, kpi, region, { nearest: codes, asOf }));
	}
	return {
		slug,
		region: { code: region.code, name: region.name },
		results: results.toSorted((a, b) => ORDER.indexOf(a.grade) - ORDER.indexOf(b.grade))
	};
}

const ORDER: readonly EvidenceGrade[] = ['A', 'B', 'C', 'D'];

async function evidenceOf(
	ctx: Context,
	kpi: LinkedKpi,
	region: { readonly code: string; readonly key: number },
	{ nearest, asOf }: { readonly nearest: readonly string[]; readonly asOf: Day | null }
): Promise<KpiEvidence> {
	const { launchedMonth } = kpi;
	const nothing = { kpi, launchedMonth, from: null, peers: [], isSample: false };
	if (launchedMonth === null || !isMonth(launchedMonth)) {
		return { ...noEvidence('no_launch_month'), ...nothing };
	}
	const launch = monthIndex(launchedMonth);
	const from = launch - MONTHS_EACH_SIDE;
	const now = asOf === null ? ctx.now() : new Date(endOfDay(asOf));
	const to = Math.min(monthIndex(lastCompletedMonth(now)), launch + MONTHS_EACH_SIDE - 1);
	if (to < launch) return { ...noEvidence('too_few_months'), ...nothing };

	const candidates = await declaredPeers(ctx, kpi.code, launch, nearest);
	const keys = [region.key, ...candidates.map(({ key }) => key)];
	const facts =
		asOf === null
			? await benchmarks.listSpan(ctx.db, kpi.key, keys, from, to)
			: await listSpanKnown(ctx.db, kpi.key, keys, { from, to, asOf: endOfDay(asOf) });
	const byRegion = Map.groupBy(facts, ({ regionKey }) => regionKey);
	const seriesOf = (key: number): XmrPoint[] => {
		const points = Array.from({ length: to - from + 1 }, (): XmrPoint => ({ value: null }));
		for (const { month, value, verification } of byRegion.get(key) ?? []) {
			points[month - from] = { value, isProvisional: verification === 'claimed' };
		}
		return points;
	};
	const peers = candidates
		.map((peer) => ({ ...peer, values: seriesOf(peer.key).map(({ value }) => value) }))
		.filter(({ values }) => isLongEnough(values, launch - from))
		.slice(0, EVIDENCE_PEERS);
	const treated = seriesOf(region.key);
	// Months before the region began to report are no gaps.
	const begin = Math.max(
		0,
		treated.findIndex(({ value }) => value !== null)
	);
	const compared = new Set([region.key, ...peers.map(({ key }) => key)]);
	return {
		...gradeEvidence({
			direction: kpi.direction,
			treated: treated.slice(begin),
			peers: peers.map(({ values }) => values.slice(begin)),
			launch: launch - from - begin
		}),
		kpi,
		launchedMonth,
		from: monthFromIndex(from + begin),
		peers: peers.map(({ code, name }) => ({ code, name })),
		isSample: facts.some(({ regionKey, isSample }) => isSample === 1 && compared.has(regionKey))
	};
}

/** The nearest regions without those that launched something about the same KPI at about the time. */
async function declaredPeers(
	ctx: Context,
	kpiCode: string,
	launch: number,
	nearest: readonly string[]
) {
	const writeUps = await listKpiWriteUps(ctx, { kpis: [kpiCode] });
	const launched = writeUps
		.filter(
			({ launchedMonth }) =>
				launchedMonth !== null &&
				isMonth(launchedMonth) &&
				Math.abs(monthIndex(launchedMonth) - launch) <= EXCLUDED_MONTHS
		)
		.map(({ regionCode }) => regionCode);
	const wanted = nearest.filter((code) => !launched.includes(code)).slice(0, MAX_CANDIDATES);
	const regions = new Map((await getRegions(ctx, wanted)).map((region) => [region.code, region]));
	return wanted.flatMap((code) => regions.get(code) ?? []);
}

/** So many of the nearest are asked whether they have months to compare. */
const MAX_CANDIDATES = 60;

function isLongEnough(values: readonly (number | null)[], launch: number): boolean {
	const count = (part: readonly (number | null)[]) => part.filter((value) => value !== null).length;
	return (
		count(values.slice(0, launch)) >= MIN_MONTHS_BEFORE &&
		count(values.slice(launch)) >= MIN_MONTHS_AFTER
	);
}

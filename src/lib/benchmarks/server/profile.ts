import { listKpis, type KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { lastCompletedMonth, monthFromIndex, monthIndex } from '#lib/core/period.ts';
import { listKpiWriteUps, type KpiWriteUp } from '#lib/innovations/server/kpi-write-ups.ts';
import { getRegion, getRegions } from '#lib/regions/server/use-cases.ts';
import { peerGap, type PeriodFigure } from '../peer-gap.ts';
import type { BetterPeer, ProfileRow, RegionProfile } from '../profile.ts';
import { canRoll } from '../series.ts';
import { MIN_ROLLING_MONTHS, ROLLING_MONTHS } from '../statistics/rolling.ts';
import { listPeerCodes } from './peers.ts';
import * as periods from './period-repository.ts';
import * as benchmarks from './repository.ts';
import * as signals from './signals-repository.ts';

const SHOWN_MONTHS = 24;
const SHOWN_BETTER = 2;

/**
 * Every KPI of which a region has published anything in the last two years: its months, what its
 * control chart says, and how far it is from the best quarter of its peers by structure, with who
 * does better. In the order of the catalogue; an unknown region is `not_found`.
 */
export async function getRegionProfile(
	ctx: Pick<Context, 'db' | 'now'>,
	regionCode: string
): Promise<RegionProfile> {
	const region = await getRegion(ctx, regionCode);
	const to = monthIndex(lastCompletedMonth(ctx.now()));
	const facts = await benchmarks.listOfRegion(ctx.db, region.key, to + 1 - SHOWN_MONTHS, to);
	const byKpi = Map.groupBy(facts, ({ kpiKey }) => kpiKey);
	const judged = new Map(
		(await signals.listOfRegion(ctx.db, region.key)).map((signal) => [signal.kpiKey, signal])
	);
	const peers = await readPeers(ctx, region, commonMonth(facts) ?? to);
	const rows = (await listKpis(ctx)).flatMap((kpi): ProfileRow[] => {
		const own = byKpi.get(kpi.key) ?? [];
		const newest = own.at(-1);
		if (newest?.value == null) return [];
		const byMonth = new Map(own.map(({ month, value }) => [month, value]));
		const signal = judged.get(kpi.key);
		return [
			{
				kpi,
				month: monthFromIndex(newest.month),
				value: newest.value,
				numerator: newest.numerator,
				denominator: newest.denominator,
				isProvisional: newest.verification === 'claimed',
				isSample: newest.isSample === 1,
				months: Array.from(
					{ length: SHOWN_MONTHS },
					(_, i) => byMonth.get(to + 1 - SHOWN_MONTHS + i) ?? null
				),
				variation: signal?.variation ?? null,
				assurance: signal?.assurance ?? null,
				gap: gapOf(kpi, region.key, peers),
				isYear: canRoll(kpi)
			}
		];
	});
	return { rows, to: monthFromIndex(to), nPeers: peers.names.size };
}

/** The month in which most of the KPIs have their newest value. */
function commonMonth(facts: readonly { kpiKey: number; month: number }[]): number | undefined {
	const newest = new Map(facts.map(({ kpiKey, month }) => [kpiKey, month]));
	const counted = [...Map.groupBy(newest.values(), (month) => month)];
	return counted.toSorted((a, b) => b[1].length - a[1].length || b[0] - a[0])[0]?.[0];
}

interface PeerFigures {
	/** By the peer's key. */
	readonly names: ReadonlyMap<number, { readonly code: string; readonly name: string }>;
	readonly years: ReadonlyMap<number, readonly periods.PeriodSum[]>;
	readonly month: ReadonlyMap<number, readonly PeriodFigure[]>;
	readonly writeUps: readonly KpiWriteUp[];
}

async function readPeers(
	ctx: Pick<Context, 'db' | 'now'>,
	region: { readonly code: string; readonly key: number },
	month: number
): Promise<PeerFigures> {
	const codes = await listPeerCodes(ctx, region.code);
	const regions = await getRegions(ctx, codes);
	const keys = [region.key, ...regions.map(({ key }) => key)];
	const sums = await periods.listSums(ctx.db, keys, month + 1 - ROLLING_MONTHS, month);
	const values = await periods.listMonthOf(ctx.db, keys, month);
	return {
		names: new Map(regions.map(({ key, code, name }) => [key, { code, name }])),
		years: Map.groupBy(sums, ({ kpiKey }) => kpiKey),
		month: Map.groupBy(values, ({ kpiKey }) => kpiKey),
		writeUps: await listKpiWriteUps(ctx, { regions: codes })
	};
}

function gapOf(kpi: KpiDetail, ownKey: number, peers: PeerFigures): ProfileRow['gap'] {
	// A volume is no performance, whichever way it goes.
	if (kpi.kind === 'count') return null;
	const figures = canRoll(kpi)
		? (peers.years.get(kpi.key) ?? []).flatMap((sum) => yearFigure(kpi, sum))
		: (peers.month.get(kpi.key) ?? []);
	const own = figures.find(({ regionKey }) => regionKey === ownKey);
	const others = figures.filter(({ regionKey }) => regionKey !== ownKey);
	const gap = own ? peerGap(kpi, own, others) : null;
	if (!gap) return null;

	const better = gap.better.flatMap(({ regionKey, value }): BetterPeer[] => {
		const peer = peers.names.get(regionKey);
		if (!peer) return [];
		const written = peers.writeUps.find(
			(one) => one.regionCode === peer.code && one.kpiCode === kpi.code
		);
		const writeUp = written
			? { slug: written.slug, titleId: written.titleId, titleEn: written.titleEn }
			: null;
		return [{ ...peer, value, writeUp }];
	});
	const writersFirst = better.toSorted(
		(a, b) => Number(b.writeUp !== null) - Number(a.writeUp !== null)
	);
	return { ...gap, better: writersFirst.slice(0, SHOWN_BETTER) };
}

function yearFigure(kpi: KpiDetail, sum: periods.PeriodSum): PeriodFigure[] {
	const { numerator, denominator, months, regionKey } = sum;
	if (months < MIN_ROLLING_MONTHS || numerator === null || !denominator) return [];
	const scale = kpi.unit === 'percent' ? 100 : 1;
	return [{ regionKey, value: (scale * numerator) / denominator, numerator, denominator }];
}

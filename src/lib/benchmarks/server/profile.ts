import { listKpis, type KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { lastCompletedMonth, monthFromIndex, monthIndex, type Day } from '#lib/core/period.ts';
import { listKpiWriteUps, type KpiWriteUp } from '#lib/innovations/server/kpi-write-ups.ts';
import { getRegion, getRegions } from '#lib/regions/server/use-cases.ts';
import { endOfDay } from '#lib/core/as-of.ts';
import { peerGap, type PeriodFigure } from '../peer-gap.ts';
import type { BetterPeer, ProfileRow, RegionProfile } from '../profile.ts';
import { canRoll } from '../series.ts';
import { MIN_ROLLING_MONTHS, ROLLING_MONTHS } from '../statistics/rolling.ts';
import { knownPeerCodes, listPeerCodes } from './peers.ts';
import { withBaseRates } from './profile-base-rates.ts';
import type { PeriodSum } from './period-repository.ts';
import { figuresKnown, figuresNow, type ProfileFigures } from './profile-figures.ts';

const SHOWN_MONTHS = 24;
const SHOWN_BETTER = 2;

/**
 * Every KPI of which a region has published anything in the last two years: its months, what its
 * control chart says, and how far it is from the best quarter of its peers by structure, with who
 * does better. In the order of the catalogue; an unknown region is `not_found`.
 * @param asOf the day at whose end it was known so; null or left out for now
 */
export async function getRegionProfile(
	ctx: Pick<Context, 'db' | 'now'>,
	regionCode: string,
	asOf: Day | null = null
): Promise<RegionProfile> {
	const region = await getRegion(ctx, regionCode);
	const kpis = await listKpis(ctx);
	const then = asOf === null ? null : endOfDay(asOf);
	const figures =
		then === null ? figuresNow(ctx.db, region.key) : figuresKnown(ctx.db, region.key, kpis, then);
	const to = monthIndex(lastCompletedMonth(then === null ? ctx.now() : new Date(then)));
	const facts = await figures.ofRegion({ from: to + 1 - SHOWN_MONTHS, to });
	const byKpi = Map.groupBy(facts, ({ kpiKey }) => kpiKey);
	const judged = new Map((await figures.signals()).map((signal) => [signal.kpiKey, signal]));
	const peerCodes = await peersAt(ctx, region.code, then);
	const peers = await readPeers(ctx, figures, {
		ownKey: region.key,
		peerCodes,
		month: commonMonth(facts) ?? to
	});
	const rows = kpis.flatMap((kpi): ProfileRow[] => {
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
				baseRates: [],
				isYear: canRoll(kpi)
			}
		];
	});
	return {
		rows: then === null ? await withBaseRates(ctx, region, rows) : rows,
		to: monthFromIndex(to),
		nPeers: peers.names.size
	};
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
	readonly years: ReadonlyMap<number, readonly PeriodSum[]>;
	readonly month: ReadonlyMap<number, readonly PeriodFigure[]>;
	readonly writeUps: readonly KpiWriteUp[];
}

/** The peers of that year where any were found then; else those of now, never new ones. */
async function peersAt(
	ctx: Pick<Context, 'db' | 'now'>,
	regionCode: string,
	then: string | null
): Promise<string[]> {
	if (then !== null) {
		const codes = await knownPeerCodes({ db: ctx.db, now: () => new Date(then) }, regionCode);
		if (codes.length > 0) return codes;
	}
	return listPeerCodes(ctx, regionCode);
}

async function readPeers(
	ctx: Pick<Context, 'db' | 'now'>,
	figures: ProfileFigures,
	input: { readonly ownKey: number; readonly peerCodes: readonly string[]; readonly month: number }
): Promise<PeerFigures> {
	const { ownKey, peerCodes, month } = input;
	const regions = await getRegions(ctx, peerCodes);
	const keys = [ownKey, ...regions.map(({ key }) => key)];
	const sums = await figures.sums(keys, { from: month + 1 - ROLLING_MONTHS, to: month });
	const values = await figures.monthOf(keys, month);
	return {
		names: new Map(regions.map(({ key, code, name }) => [key, { code, name }])),
		years: Map.groupBy(sums, ({ kpiKey }) => kpiKey),
		month: Map.groupBy(values, ({ kpiKey }) => kpiKey),
		writeUps: await listKpiWriteUps(ctx, { regions: peerCodes })
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

function yearFigure(kpi: KpiDetail, sum: PeriodSum): PeriodFigure[] {
	const { numerator, denominator, months, regionKey } = sum;
	if (months < MIN_ROLLING_MONTHS || numerator === null || !denominator) return [];
	const scale = kpi.unit === 'percent' ? 100 : 1;
	return [{ regionKey, value: (scale * numerator) / denominator, numerator, denominator }];
}

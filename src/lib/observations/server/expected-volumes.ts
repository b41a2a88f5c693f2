import { knownPeerCodes } from '#lib/benchmarks/server/peers.ts';
import { getPopulations } from '#lib/benchmarks/server/populations.ts';
import { listKpis, type KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { pause } from '#lib/core/server/pause.ts';
import { listRegions, type RegionSummary } from '#lib/regions/server/use-cases.ts';
import {
	expectedVolume,
	type ExpectedVolume,
	populationFromRegisters
} from '../expected-volume.ts';
import * as facts from './facts-repository.ts';
import * as entries from './repository.ts';
import { isTurnaround } from './scope.ts';

const MONTHS_BACK = 12;
/** The denominators of these are the adults and the children of a region. */
const ADULTS = 'ADM-OWN-KTP';
const CHILDREN = 'ADM-OWN-AKL';
/** Regions read at a stretch. */
const REGIONS_AT_ONCE = 25;

/** What the population makes one expect of a KPI's service in a month; null when it is not known. */
export type ExpectedOf = (kpi: KpiDetail) => ExpectedVolume | null;

/** The same for one of several regions and months. */
export type ExpectedIn = (
	regionKey: number,
	kpi: KpiDetail,
	month: number
) => ExpectedVolume | null;

type Region = Pick<RegionSummary, 'key' | 'code'>;

/**
 * What a region's population makes one expect of its services, from the year before a month: the
 * residents as imported or as its own registers count them, and the rate of births and deaths or
 * that of the region's peers. Sample figures count in regions with sample figures only.
 * @param month the index of the month
 */
export async function expectedVolumes(
	ctx: Pick<Context, 'db' | 'now'>,
	region: Region,
	month: number
): Promise<ExpectedOf> {
	const of = await expectedVolumesIn(ctx, [region], { from: month, to: month });
	return (kpi) => of(region.key, kpi, month);
}

/** The same for several regions and a stretch of months, read in a few queries. */
export async function expectedVolumesIn(
	ctx: Pick<Context, 'db' | 'now'>,
	regions: readonly Region[],
	months: { readonly from: number; readonly to: number }
): Promise<ExpectedIn> {
	const kpis = await listKpis(ctx);
	const keyOf = (code: string) => kpis.find((kpi) => kpi.code === code)?.key;
	const [adultsKey, childrenKey] = [keyOf(ADULTS), keyOf(CHILDREN)];
	const volumeKpis = kpis.filter(({ family }) => family === 'VOL');
	const homes = await readHomes(ctx, regions);
	const wanted = [...new Map([...homes.values()].flatMap(regionsOf).map((one) => [one.key, one]))];
	const imported = await getPopulations(
		ctx,
		wanted.map(([, { code }]) => code)
	);
	const figures = await readFigures(
		ctx,
		wanted.map(([key]) => key),
		[...volumeKpis.map(({ key }) => key), ...[adultsKey, childrenKey].filter((key) => key != null)],
		{ from: months.from - MONTHS_BACK, to: months.to - 1 }
	);

	return (regionKey, kpi, month) => {
		const home = homes.get(regionKey);
		if (!home || !isTurnaround(kpi) || kpi.serviceCode === null) return null;
		const yearOf = (key: number, kpiKey: number | undefined) =>
			(kpiKey === undefined ? [] : (figures.get(figureKey(key, kpiKey)) ?? [])).filter(
				(one) =>
					one.month < month &&
					one.month >= month - MONTHS_BACK &&
					(home.mayBeSample || one.isSample === 0)
			);
		const residentsOf = ({ key, code }: Region) =>
			imported.get(code) ??
			populationFromRegisters(
				newestDenominator(yearOf(key, adultsKey)),
				newestDenominator(yearOf(key, childrenKey))
			);

		const population = residentsOf(home.region);
		if (population === null) return null;
		const volumeKey = volumeKpis.find(({ serviceCode }) => serviceCode === kpi.serviceCode)?.key;
		const peers = home.peers.flatMap((peer) => {
			const residents = residentsOf(peer);
			const volumes = yearOf(peer.key, volumeKey).flatMap(({ value }) => value ?? []);
			return residents === null ? [] : [{ population: residents, volumes }];
		});
		return expectedVolume(kpi.serviceCode, population, peers);
	};
}

interface Home {
	readonly region: Region;
	readonly peers: readonly Region[];
	readonly mayBeSample: boolean;
}

/** Each region with those it is compared with, by its key. */
async function readHomes(
	ctx: Pick<Context, 'db' | 'now'>,
	regions: readonly Region[]
): Promise<ReadonlyMap<number, Home>> {
	const peerCodes = new Map<number, readonly string[]>();
	for (const { key, code } of regions) peerCodes.set(key, await knownPeerCodes(ctx, code));
	const codes = [...new Set([...peerCodes.values()].flat())];
	const peers = new Map(
		codes.length === 0 ? [] : (await listRegions(ctx, { codes })).map((one) => [one.code, one])
	);
	const homes = new Map<number, Home>();
	for (const region of regions) {
		homes.set(region.key, {
			region,
			peers: (peerCodes.get(region.key) ?? []).flatMap((code) => peers.get(code) ?? []),
			mayBeSample: await entries.hasSample(ctx.db, region.key)
		});
	}
	return homes;
}

function regionsOf({ region, peers }: Home): Region[] {
	return [region, ...peers];
}

/** The published figures of regions and KPIs, by both, oldest first. */
async function readFigures(
	{ db }: Pick<Context, 'db'>,
	regionKeys: readonly number[],
	kpiKeys: readonly number[],
	months: { readonly from: number; readonly to: number }
): Promise<ReadonlyMap<number, facts.VolumeFigure[]>> {
	const figures = new Map<number, facts.VolumeFigure[]>();
	for (let from = 0; from < regionKeys.length; from += REGIONS_AT_ONCE) {
		if (from > 0) await pause();
		const some = regionKeys.slice(from, from + REGIONS_AT_ONCE);
		for (const figure of await facts.listFigures(db, some, kpiKeys, months)) {
			const key = figureKey(figure.regionKey, figure.kpiKey);
			const known = figures.get(key);
			if (known) known.push(figure);
			else figures.set(key, [figure]);
		}
	}
	return figures;
}

const KPI_KEYS = 100_000;

/** A region and KPI as one number: cheaper than a text where there are many. */
function figureKey(regionKey: number, kpiKey: number): number {
	return regionKey * KPI_KEYS + kpiKey;
}

/** Of figures that come oldest first. */
function newestDenominator(known: readonly facts.VolumeFigure[]): number | null {
	return known.findLast(({ denominator }) => denominator !== null)?.denominator ?? null;
}

import { knownPeerCodes } from '#lib/benchmarks/server/peers.ts';
import { getPopulations } from '#lib/benchmarks/server/populations.ts';
import { listKpis, type KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import type { Observation } from '#lib/database/tables/observations.ts';
import { listRegions } from '#lib/regions/server/use-cases.ts';
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

/** What the population makes one expect of a KPI's service in a month; null when it is not known. */
export type ExpectedOf = (kpi: KpiDetail) => ExpectedVolume | null;

/**
 * What a region's population makes one expect of its services, from the year before a month: the
 * residents as imported or as its own registers count them, and the rate of births and deaths or
 * that of the region's peers. Sample figures count in regions with sample figures only.
 * @param month the index of the month
 */
export async function expectedVolumes(
	ctx: Pick<Context, 'db' | 'now'>,
	region: { readonly key: number; readonly code: string },
	month: number
): Promise<ExpectedOf> {
	const peerCodes = await knownPeerCodes(ctx, region.code);
	const regions = [...(await listRegions(ctx, { codes: [region.code, ...peerCodes] }))];
	const kpis = await listKpis(ctx);
	const volumeKpis = kpis.filter(({ family }) => family === 'VOL');
	const registers = kpis.filter(({ code }) => code === ADULTS || code === CHILDREN);
	const mayBeSample = await entries.hasSample(ctx.db, region.key);
	const known = (
		await facts.listOfRegions(
			ctx.db,
			regions.map(({ key }) => key),
			[...volumeKpis, ...registers].map(({ key }) => key),
			{ from: month - MONTHS_BACK, to: month - 1 }
		)
	).filter(({ isSample }) => mayBeSample || isSample === 0);
	const imported = await getPopulations(
		ctx,
		regions.map(({ code }) => code)
	);
	const populationOf = ({ key, code }: { key: number; code: string }) =>
		imported.get(code) ??
		populationFromRegisters(
			newestDenominator(known, key, registers.find((kpi) => kpi.code === ADULTS)?.key),
			newestDenominator(known, key, registers.find((kpi) => kpi.code === CHILDREN)?.key)
		);

	const own = regions.find(({ key }) => key === region.key);
	const population = own ? populationOf(own) : null;
	return (kpi) => {
		if (!isTurnaround(kpi) || kpi.serviceCode === null || population === null) return null;
		const volume = volumeKpis.find(({ serviceCode }) => serviceCode === kpi.serviceCode);
		const peers = regions
			.filter(({ key }) => key !== region.key)
			.flatMap((peer) => {
				const residents = populationOf(peer);
				const volumes = known
					.filter(({ regionKey, kpiKey }) => regionKey === peer.key && kpiKey === volume?.key)
					.flatMap(({ value }) => value ?? []);
				return residents === null ? [] : [{ population: residents, volumes }];
			});
		return expectedVolume(kpi.serviceCode, population, peers);
	};
}

/** Facts come oldest first. */
function newestDenominator(
	known: readonly Observation[],
	regionKey: number,
	kpiKey: number | undefined
): number | null {
	const of = known.filter((fact) => fact.regionKey === regionKey && fact.kpiKey === kpiKey);
	return of.findLast(({ denominator }) => denominator !== null)?.denominator ?? null;
}

import { median } from '#lib/benchmarks/statistics/quantile.ts';

/**
 * How many a thousand people make in a year, where the register of population gives a rough rate:
 * births 16, deaths 6, those who turn 17 seventeen.
 */
const YEARLY_PER_THOUSAND: Readonly<Record<string, number>> = { AKL: 16, AKM: 6, REK: 17 };

/** With fewer similar regions than this their rate says little. */
const PEERS_NEEDED = 3;

/** How many requests of a service a month brings in a region, roughly, and why one thinks so. */
export interface ExpectedVolume {
	/** Requests finished in a month. */
	readonly volume: number;
	readonly population: number;
	/** Requests a month for a thousand residents. */
	readonly perThousand: number;
	/** What the rate rests on: births, deaths and birthdays, or what similar regions published. */
	readonly basis: 'demography' | 'peers';
	/** How many regions the rate is taken from; 0 for that of demography. */
	readonly regions: number;
}

/** A similar region with its residents and what it published of the service, month by month. */
export interface PeerVolumes {
	readonly population: number;
	readonly volumes: readonly number[];
}

/**
 * What the population makes one expect of a service in a month: by the rate of births, deaths or
 * birthdays where the service follows one, else by the middle rate of similar regions. Null when
 * neither is known.
 */
export function expectedVolume(
	serviceCode: string,
	population: number | null,
	peers: readonly PeerVolumes[]
): ExpectedVolume | null {
	if (population === null || population <= 0) return null;
	const yearly = YEARLY_PER_THOUSAND[serviceCode];
	if (yearly !== undefined) return at(population, yearly / 12, 'demography', 0);

	const rates = peers.flatMap((peer) => {
		const usual = median(peer.volumes);
		return usual === null || peer.population <= 0 ? [] : (1000 * usual) / peer.population;
	});
	const rate = rates.length < PEERS_NEEDED ? null : median(rates);
	return rate === null || rate === 0 ? null : at(population, rate, 'peers', rates.length);
}

function at(
	population: number,
	perThousand: number,
	basis: ExpectedVolume['basis'],
	regions: number
): ExpectedVolume {
	return { volume: (population * perThousand) / 1000, population, perThousand, basis, regions };
}

/**
 * The residents of a region where nobody imported their number: those of whom an e-KTP is asked,
 * and the children whose birth certificates are counted. Null unless both are published.
 */
export function populationFromRegisters(
	adults: number | null,
	children: number | null
): number | null {
	return adults === null || children === null ? null : adults + children;
}

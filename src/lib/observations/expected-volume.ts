/**
 * How many a million people make in a year, where the register of population gives a rough rate:
 * births 16 and deaths 6 of a thousand, those who turn 17 1.7 of a hundred.
 */
const YEARLY_PER_PERSON: Readonly<Record<string, number>> = {
	AKL: 16 / 1000,
	AKM: 6 / 1000,
	REK: 1.7 / 100
};

/**
 * How many requests of a service a month brings in a region, roughly.
 * @returns null for services without a known rate, or when the population is not known
 */
export function expectedVolume(
	serviceCode: string | null,
	population: number | null
): number | null {
	const rate = serviceCode === null ? undefined : YEARLY_PER_PERSON[serviceCode];
	return rate === undefined || population === null ? null : (population * rate) / 12;
}

/** Western, central and eastern Indonesian time, as zones of the tz database. */
export type IndonesianTimezone =
	'Asia/Jakarta' | 'Asia/Pontianak' | 'Asia/Makassar' | 'Asia/Jayapura';

/** The large islands, as statistics offices group the provinces. */
export type IslandGroup =
	'sumatra' | 'java' | 'bali_nusa_tenggara' | 'kalimantan' | 'sulawesi' | 'maluku' | 'papua';

export interface ProvinceFacts {
	readonly timezone: IndonesianTimezone;
	readonly islandGroup: IslandGroup;
}

const FIRST_DIGIT: Record<string, ProvinceFacts> = {
	'1': { timezone: 'Asia/Jakarta', islandGroup: 'sumatra' },
	'2': { timezone: 'Asia/Jakarta', islandGroup: 'sumatra' },
	'3': { timezone: 'Asia/Jakarta', islandGroup: 'java' },
	'5': { timezone: 'Asia/Makassar', islandGroup: 'bali_nusa_tenggara' },
	'6': { timezone: 'Asia/Makassar', islandGroup: 'kalimantan' },
	'7': { timezone: 'Asia/Makassar', islandGroup: 'sulawesi' },
	'8': { timezone: 'Asia/Jayapura', islandGroup: 'maluku' },
	'9': { timezone: 'Asia/Jayapura', islandGroup: 'papua' }
};

/** West and Central Kalimantan keep western time, in a zone of their own in the tz database. */
const WESTERN_KALIMANTAN = new Set(['61', '62']);

/**
 * Time zone and island group of a province, from its two-digit Kemendagri code, whose first
 * digit is the island group.
 * @throws RangeError for a code that no province can have.
 */
export function provinceFacts(provinceCode: string): ProvinceFacts {
	const facts = FIRST_DIGIT[provinceCode.charAt(0)];
	if (provinceCode.length !== 2 || !facts) throw new RangeError(`No province ${provinceCode}`);
	return WESTERN_KALIMANTAN.has(provinceCode) ? { ...facts, timezone: 'Asia/Pontianak' } : facts;
}

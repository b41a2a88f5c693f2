import type { Selectable } from 'kysely';
import type { Timestamp } from './values.ts';

export interface RegionTables {
	province: ProvinceTable;
	region: RegionTable;
	district: DistrictTable;
	regionRelation: RegionRelationTable;
	referenceLoad: ReferenceLoadTable;
}

interface ProvinceTable {
	/** Kemendagri code, `36`. */
	code: string;
	name: string;
	islandGroup: string;
	timezone: string;
}

interface RegionTable {
	/** Kemendagri code, `36.71`. */
	code: string;
	/** The small integer that the fact tables use in place of the code. */
	key: number;
	/** `Kota Tangerang`. */
	name: string;
	/** `Tangerang`. */
	shortName: string;
	/** Lower case without punctuation, for finding. */
	searchName: string;
	kind: 'regency' | 'city';
	/** The six regions of Jakarta are administrative: they have no government of their own. */
	autonomy: 'autonomous' | 'administrative';
	provinceCode: string;
	timezone: string;
}

interface DistrictTable {
	/** Kemendagri code, `36.71.01`. */
	code: string;
	regionCode: string;
	name: string;
	/** First and last day it exists, or null when that is not known or not over. */
	validFrom: string | null;
	validTo: string | null;
}

interface RegionRelationTable {
	childCode: string;
	parentCode: string;
	kind: 'split' | 'merge' | 'status_change' | 'rename';
	law: string;
	effectiveOn: string | null;
	note: string;
	source: string;
	confidence: 'verified' | 'recalled';
}

interface ReferenceLoadTable {
	name: string;
	contentHash: string;
	loadedAt: Timestamp;
}

export type Province = Selectable<ProvinceTable>;
export type Region = Selectable<RegionTable>;
export type District = Selectable<DistrictTable>;
export type RegionRelation = Selectable<RegionRelationTable>;

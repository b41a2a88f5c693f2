import type { Selectable } from 'kysely';

export interface CatalogueTables {
	service: ServiceTable;
	kpi: KpiTable;
	kpiVersion: KpiVersionTable;
}

interface ServiceTable {
	/** `KTP`. */
	code: string;
	groupCode: string;
	nameId: string;
	nameEn: string;
	position: number;
}

interface KpiTable {
	/** `ADM-SLA-KTP`. */
	code: string;
	/** The small integer that the fact tables use in place of the code. */
	key: number;
	groupCode: string;
	/** Null when the KPI covers all services of its group. */
	serviceCode: string | null;
	/** `SLA`, `TAT`, `COV`, `VOL` or `OTHER`: KPIs that are made the same way for each service. */
	family: string;
	nameId: string;
	nameEn: string;
	/** A unit code such as `percent` or `hours`; its text is the message `unit.<code>`. */
	unit: string;
	kind: 'proportion' | 'mean' | 'distribution' | 'count' | 'index';
	direction: 'higher' | 'lower' | 'neutral';
	/** Where the numbers come from: typed, or made from turnaround counts or the coverage register. */
	derivation: 'entered' | 'turnaround' | 'turnaround_total' | 'coverage';
	decimals: number;
	hardMin: number;
	hardMax: number;
	warnMin: number | null;
	warnMax: number | null;
	position: number;
}

interface KpiVersionTable {
	kpiCode: string;
	version: number;
	/** First month the definition holds for, `YYYY-MM`. */
	validFrom: string;
	definitionId: string;
	definitionEn: string;
	numeratorId: string;
	numeratorEn: string;
	denominatorId: string;
	denominatorEn: string;
	methodId: string;
	methodEn: string;
	standardValue: number | null;
	standardId: string;
	standardEn: string;
	standardSource: string;
	standardSourceStatus: 'none' | 'verified' | 'secondary' | 'recalled';
}

export type Service = Selectable<ServiceTable>;
export type Kpi = Selectable<KpiTable>;
export type KpiVersion = Selectable<KpiVersionTable>;

import { isMonth, type Month } from '#lib/core/period.ts';

/** What a file is evidence of: a KPI's month in a region. */
export interface EvidenceCell {
	readonly region: string;
	readonly month: Month;
	/** The code of the KPI that people type. */
	readonly kpi: string;
}

/** A file as lists show it. */
export interface EvidenceFile {
	readonly id: string;
	readonly fileName: string;
	readonly bytes: number;
	readonly altId: string;
	readonly altEn: string | null;
	/** Whether everyone may open it once the figures are published. */
	readonly isPublic: boolean;
}

/** Under which name files are kept: `36.71/2026-10/ADM-TAT-KTP`. */
export function evidenceOwner({ region, month, kpi }: EvidenceCell): string {
	return `${region}/${month}/${kpi}`;
}

/** The inverse of {@link evidenceOwner}; null for anything else. */
export function evidenceCell(ownerId: string): EvidenceCell | null {
	const [region, month, kpi, ...rest] = ownerId.split('/');
	if (!region || !month || !kpi || rest.length > 0 || !isMonth(month)) return null;
	return { region, month, kpi };
}

import type { Selectable } from 'kysely';
import type { Flag, Timestamp } from './values.ts';

export interface AfterVisitTables {
	visitReport: VisitReportTable;
	commitment: CommitmentTable;
	commitmentCheck: CommitmentCheckTable;
	visitFeedback: VisitFeedbackTable;
	adoption: AdoptionTable;
}

interface VisitReportTable {
	visitId: string;
	learned: string;
	applicable: string;
	notApplicable: string;
	notAdoptedReason: string | null;
	reportedAt: Timestamp;
}

interface CommitmentTable {
	id: string;
	visitId: string;
	position: number;
	text: string;
	/** The position that answers for it, not a person. */
	ownerPosition: string;
	dueDate: string;
	kpiCode: string | null;
	/** In the KPI's own unit. */
	baseline: number | null;
	target: number | null;
}

interface CommitmentCheckTable {
	commitmentId: string;
	/** After the report: 3, 6 or 12. */
	months: number;
	dueOn: string;
	remindedAt: Timestamp | null;
	status: 'on_track' | 'done' | 'behind' | 'stopped' | null;
	value: number | null;
	note: string;
	checkedAt: Timestamp | null;
}

interface VisitFeedbackTable {
	visitId: string;
	side: 'visitor' | 'host';
	/** 1 to 5. */
	rating: number;
	text: string;
	createdAt: Timestamp;
}

interface AdoptionTable {
	id: string;
	innovationId: string;
	adopterRegionCode: string;
	/** The region whose innovation it is. */
	sourceRegionCode: string;
	visitId: string | null;
	stage: 'planned' | 'pilot' | 'adopted' | 'stopped';
	/** `YYYY-MM` since which the stage holds. */
	since: string | null;
	note: string;
	adopterConfirmedAt: Timestamp | null;
	sourceConfirmedAt: Timestamp | null;
	isSample: Flag;
	version: number;
	createdAt: Timestamp;
	updatedAt: Timestamp;
}

export type VisitReport = Selectable<VisitReportTable>;
export type Commitment = Selectable<CommitmentTable>;
export type CommitmentCheck = Selectable<CommitmentCheckTable>;
export type VisitFeedback = Selectable<VisitFeedbackTable>;
export type Adoption = Selectable<AdoptionTable>;

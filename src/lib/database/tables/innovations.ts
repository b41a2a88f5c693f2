import type { Generated, Selectable } from 'kysely';
import type { Flag, Timestamp } from './values.ts';

export interface InnovationTables {
	innovation: InnovationTable;
	innovationSection: InnovationSectionTable;
	innovationSource: InnovationSourceTable;
	innovationService: InnovationServiceTable;
	innovationKpi: InnovationKpiTable;
	innovationRevision: InnovationRevisionTable;
	innovationEvent: InnovationEventTable;
}

type DatePrecision = 'day' | 'month' | 'year';

interface InnovationTable {
	id: string;
	slug: string;
	regionCode: string;
	agencyId: string | null;
	titleId: string;
	/** The English texts are null until somebody has translated them. */
	titleEn: string | null;
	summaryId: string;
	summaryEn: string | null;
	kind: 'digital' | 'non_digital' | 'mixed';
	form: 'governance' | 'public_service' | 'other';
	stage: 'initiative' | 'pilot' | 'implementation';
	sustainability: 'active' | 'growing' | 'stopped' | 'unconfirmed';
	state: 'draft' | 'published' | 'withdrawn';
	/** Who vouches for the text; `from_news` is compiled from the press and confirmed by nobody yet. */
	validation: 'from_news' | 'self_declared' | 'region_approved' | 'peer_verified' | 'replicated';
	startedOn: string | null;
	startedPrecision: DatePrecision | null;
	website: string | null;
	needsDelegation: Flag | null;
	difficulty: 'low' | 'medium' | 'high' | null;
	staffCount: number | null;
	annualBudgetRupiah: number | null;
	/** Numbers of the Sustainable Development Goals, separated by commas. */
	sdgs: string;
	/** The structured facts in JSON, in the shape of `innovations/facts.ts`. */
	facts: Generated<string>;
	/** How many other regions have seen it work and say so, and how many have adopted it. */
	verifiedByRegions: Generated<number>;
	replicatedByRegions: Generated<number>;
	isSample: Flag;
	version: number;
	createdAt: Timestamp;
	updatedAt: Timestamp;
	publishedAt: Timestamp | null;
	/** The day the region last confirmed that it still runs, or null when it never has. */
	confirmedOn: string | null;
}

interface InnovationSectionTable {
	innovationId: string;
	section: string;
	knowledge: 'stated' | 'not_yet_known';
	/** Markdown; `[^1]` points at the source with that number. */
	markdownId: string;
	markdownEn: string | null;
	/** What is kept for governments reaches no one else: no page, file, feed or search. */
	visibility: Generated<'public' | 'governments'>;
}

/** A version of a write-up: the one beside what is public, and all that were. */
interface InnovationRevisionTable {
	id: string;
	innovationId: string;
	number: number;
	state: 'open' | 'submitted' | 'returned' | 'approved' | 'abandoned';
	version: number;
	/** The whole text as its form sends it, in JSON. */
	snapshot: string;
	/** Null for what was public before versions were kept. */
	authorId: string | null;
	authorName: string;
	/** Why it was returned; empty while it was not. */
	reason: string;
	/** The position of the person who approved it. */
	decidedRole: string | null;
	createdAt: Timestamp;
	updatedAt: Timestamp;
	submittedAt: Timestamp | null;
	decidedAt: Timestamp | null;
}

/** What happened to a write-up; rows are only ever added. */
interface InnovationEventTable {
	id: string;
	innovationId: string;
	kind: string;
	role: string | null;
	accountId: string | null;
	note: string;
	at: Timestamp;
}

interface InnovationSourceTable {
	innovationId: string;
	number: number;
	publisher: string;
	title: string;
	publishedOn: string | null;
	note: string;
}

interface InnovationServiceTable {
	innovationId: string;
	serviceCode: string;
}

interface InnovationKpiTable {
	innovationId: string;
	kpiCode: string;
	/** `YYYY-MM` from which an effect could show, or null when no source names it. */
	launchedMonth: string | null;
}

export type Innovation = Selectable<InnovationTable>;
export type InnovationSection = Selectable<InnovationSectionTable>;
export type InnovationSource = Selectable<InnovationSourceTable>;
export type InnovationRevision = Selectable<InnovationRevisionTable>;
export type InnovationEvent = Selectable<InnovationEventTable>;

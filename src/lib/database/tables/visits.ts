import type { Generated, Selectable } from 'kysely';
import type { Flag, Timestamp } from './values.ts';

export interface VisitTables {
	holiday: HolidayTable;
	host: HostTable;
	hostWindow: HostWindowTable;
	hostBlackout: HostBlackoutTable;
	visit: VisitTable;
	visitQuestion: VisitQuestionTable;
	visitPreference: VisitPreferenceTable;
	visitEvent: VisitEventTable;
	sessionClaim: SessionClaimTable;
	hostDay: HostDayTable;
	hostMonth: HostMonthTable;
	visitOffer: VisitOfferTable;
	visitChange: VisitChangeTable;
	visitDraft: VisitDraftTable;
}

interface HolidayTable {
	/** Local day, `YYYY-MM-DD`. */
	day: string;
	/** Empty for holidays of the whole country. */
	regionCode: string;
	kind: 'national' | 'collective_leave' | 'regional';
	nameId: string;
	nameEn: string;
}

interface HostTable {
	regionCode: string;
	welcomeId: string;
	welcomeEn: string;
	contactPosition: string;
	address: string;
	onlineOffered: Flag;
	onsiteOffered: Flag;
	leadWorkingDays: number;
	horizonDays: number;
	peoplePerVisit: number;
	peoplePerDay: number;
	visitsPerDay: number;
	visitsPerMonth: number;
	isSample: Flag;
	closedAt: Timestamp | null;
	packageAgenda: Generated<string>;
	packageFaq: Generated<string>;
	packageDeckUrl: Generated<string>;
	packageVideoUrl: Generated<string>;
	/** Who signs the answer, and who receives the delegation: positions, not people. */
	approverPosition: Generated<string>;
	receiverPosition: Generated<string>;
	/** Whether a second region may join a scheduled visit. */
	jointOffered: Generated<Flag>;
}

interface HostWindowTable {
	id: string;
	regionCode: string;
	/** Monday is 1. */
	weekday: number;
	/** Local times, `09:00`. */
	startsAt: string;
	endsAt: string;
	/** How many visits one session takes. */
	slots: number;
	validFrom: string | null;
	validTo: string | null;
	kind: Generated<'weekly' | 'open_day'>;
	/** The name of an open study day. */
	title: Generated<string>;
	/** How many people an open study day takes. */
	people: number | null;
}

interface HostBlackoutTable {
	id: string;
	regionCode: string;
	fromDay: string;
	toDay: string;
	reasonId: string;
	reasonEn: string;
}

export type VisitState =
	| 'draft'
	| 'submitted'
	| 'in_review'
	| 'needs_info'
	| 'countered'
	| 'scheduled'
	| 'change_proposed'
	| 'completed'
	| 'reported'
	| 'closed'
	| 'declined'
	| 'withdrawn'
	| 'cancelled'
	| 'expired'
	| 'no_show';

interface VisitTable {
	id: string;
	ref: string;
	hostRegionCode: string;
	visitorRegionCode: string;
	innovationId: string | null;
	requestedBy: string;
	submitKey: string;
	state: VisitState;
	version: number;
	mode: 'online' | 'onsite' | 'hybrid';
	people: number;
	purpose: string;
	onsiteReason: string | null;
	needs: string;
	sessionWindowId: string | null;
	sessionDay: string | null;
	decisionReasonCode: string | null;
	decisionReason: string | null;
	decisionAlternative: string | null;
	isSample: Flag;
	createdAt: Timestamp;
	submittedAt: Timestamp | null;
	/** The day by which the host answers; null while the clock is paused or done. */
	answerDueOn: string | null;
	/** The day by which the visitor answers a question or picks an offered session. */
	visitorDueOn: string | null;
	/** Working days the host had left when its clock was paused. */
	answerDaysLeft: number | null;
	/** 0, 50, 80 or 100: how far the side that must act was reminded. */
	remindedPercent: Generated<number>;
	/** How many people came. */
	attended: number | null;
	updatedAt: Timestamp;
}

interface VisitQuestionTable {
	visitId: string;
	position: number;
	question: string;
	answer: string | null;
}

interface VisitPreferenceTable {
	visitId: string;
	position: number;
	windowId: string;
	day: string;
}

interface VisitEventTable {
	visitId: string;
	number: number;
	action: string;
	fromState: VisitState | null;
	toState: VisitState;
	accountId: string | null;
	role: string | null;
	side: 'visitor' | 'host' | 'system';
	/** JSON. */
	detail: string;
	happenedAt: Timestamp;
}

interface SessionClaimTable {
	hostRegionCode: string;
	day: string;
	windowId: string;
	slot: number;
	visitId: string;
	people: number;
	/** Null for a confirmed claim. */
	holdExpiresAt: Timestamp | null;
	claimedAt: Timestamp;
	/** 0 for a region that joins a visit or an open study day. */
	countsVisit: Generated<Flag>;
}

interface VisitOfferTable {
	visitId: string;
	position: number;
	windowId: string;
	day: string;
	expiresAt: Timestamp;
}

interface VisitChangeTable {
	visitId: string;
	/** Who proposes it. */
	side: 'visitor' | 'host';
	windowId: string;
	day: string;
	mode: 'online' | 'onsite' | 'hybrid';
	people: number;
	reason: string;
	proposedAt: Timestamp;
}

interface VisitDraftTable {
	id: string;
	accountId: string;
	hostRegionCode: string;
	/** JSON: the fields of the form as they were left. */
	data: string;
	createdAt: Timestamp;
	updatedAt: Timestamp;
}

interface HostDayTable {
	hostRegionCode: string;
	day: string;
	visits: number;
	people: number;
	maxVisits: number;
	maxPeople: number;
}

interface HostMonthTable {
	hostRegionCode: string;
	/** `YYYY-MM`. */
	month: string;
	visits: number;
	maxVisits: number;
}

export type Holiday = Selectable<HolidayTable>;
export type Host = Selectable<HostTable>;
export type HostWindow = Selectable<HostWindowTable>;
export type HostBlackout = Selectable<HostBlackoutTable>;
export type Visit = Selectable<VisitTable>;
export type VisitQuestion = Selectable<VisitQuestionTable>;
export type VisitEvent = Selectable<VisitEventTable>;
export type SessionClaim = Selectable<SessionClaimTable>;
export type VisitChange = Selectable<VisitChangeTable>;
export type VisitDraft = Selectable<VisitDraftTable>;

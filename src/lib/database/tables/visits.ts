import type { Selectable } from 'kysely';
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
	outbox: OutboxTable;
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
	answerDueOn: string | null;
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

interface OutboxTable {
	id: string;
	dedupeKey: string;
	accountId: string;
	/** Names the text: the messages `notification.<template>.…`. */
	template: string;
	/** JSON values for the text. */
	data: string;
	createdAt: Timestamp;
	readAt: Timestamp | null;
	sentAt: Timestamp | null;
}

export type Holiday = Selectable<HolidayTable>;
export type Host = Selectable<HostTable>;
export type HostWindow = Selectable<HostWindowTable>;
export type HostBlackout = Selectable<HostBlackoutTable>;
export type Visit = Selectable<VisitTable>;
export type VisitQuestion = Selectable<VisitQuestionTable>;
export type VisitEvent = Selectable<VisitEventTable>;
export type SessionClaim = Selectable<SessionClaimTable>;
export type OutboxRow = Selectable<OutboxTable>;

import type { Selectable } from 'kysely';
import type { Timestamp } from './values.ts';

export interface VisitPartTables {
	visitMessage: VisitMessageTable;
	visitAgendaItem: VisitAgendaItemTable;
	visitDelegate: VisitDelegateTable;
	visitAttendance: VisitAttendanceTable;
	visitLetter: VisitLetterTable;
	visitCalendar: VisitCalendarTable;
	calendarDelivery: CalendarDeliveryTable;
	calendarFeed: CalendarFeedTable;
}

interface VisitMessageTable {
	id: string;
	visitId: string;
	accountId: string | null;
	side: 'visitor' | 'host';
	/** `own`: a note that only the writer's side reads. */
	audience: 'both' | 'own';
	body: string;
	createdAt: Timestamp;
}

interface VisitAgendaItemTable {
	visitId: string;
	position: number;
	/** On the host's clock, `09:00`. */
	startsAt: string;
	title: string;
	speaker: string;
}

interface VisitDelegateTable {
	id: string;
	visitId: string;
	name: string;
	jobPosition: string;
	organisation: string;
	role: 'leader' | 'contact' | 'member';
	needs: string;
	nip: string | null;
	attendedAt: Timestamp | null;
	createdAt: Timestamp;
}

interface VisitAttendanceTable {
	visitId: string;
	checkInCode: string;
	/** What is left of the delegation once its names are gone. */
	listed: number | null;
	attended: number | null;
	reducedAt: Timestamp | null;
}

interface VisitLetterTable {
	visitId: string;
	kind: 'request' | 'reply' | 'delegation' | 'statement';
	/** JSON of what was filled in. */
	data: string;
	updatedAt: Timestamp;
}

interface VisitCalendarTable {
	visitId: string;
	uid: string;
	sequence: number;
	status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
	day: string;
	startsAt: string;
	endsAt: string;
	place: string;
	createdAt: Timestamp;
	changedAt: Timestamp;
}

interface CalendarDeliveryTable {
	visitId: string;
	accountId: string;
	sequence: number;
	method: 'REQUEST' | 'CANCEL';
	sentAt: Timestamp;
}

interface CalendarFeedTable {
	id: string;
	accountId: string;
	scope: 'user' | 'region' | 'host';
	regionCode: string | null;
	secretHash: string;
	createdAt: Timestamp;
	usedAt: Timestamp | null;
	revokedAt: Timestamp | null;
}

export type VisitMessage = Selectable<VisitMessageTable>;
export type VisitAgendaItem = Selectable<VisitAgendaItemTable>;
export type VisitDelegate = Selectable<VisitDelegateTable>;
export type VisitAttendance = Selectable<VisitAttendanceTable>;
export type VisitLetter = Selectable<VisitLetterTable>;
export type VisitCalendar = Selectable<VisitCalendarTable>;
export type CalendarDelivery = Selectable<CalendarDeliveryTable>;
export type CalendarFeed = Selectable<CalendarFeedTable>;

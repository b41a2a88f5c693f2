import type { Locale } from '#lib/i18n/translate.ts';
import type { Session } from '../sessions.ts';
import type { HostWithRegion } from './hosts.ts';
import type { VisitView, VisitWithNames } from './read-visits.ts';

/** A host as the API shows it. */
export function hostRow(host: HostWithRegion, locale: Locale): Record<string, unknown> {
	return {
		region: host.regionCode,
		name: host.name,
		timezone: host.timezone,
		online: host.onlineOffered === 1,
		onsite: host.onsiteOffered === 1,
		lead_working_days: host.leadWorkingDays,
		horizon_days: host.horizonDays,
		people_per_visit: host.peoplePerVisit,
		people_per_day: host.peoplePerDay,
		visits_per_month: host.visitsPerMonth,
		contact_position: host.contactPosition,
		welcome: locale === 'en' ? host.welcomeEn : host.welcomeId,
		is_sample: host.isSample === 1
	};
}

/** A dated session as the API shows it; `closed_reason` is a code. */
export function sessionRow(session: Session, host: HostWithRegion): Record<string, unknown> {
	return {
		id: session.id,
		day: session.day,
		start: session.startsAt,
		end: session.endsAt,
		timezone: host.timezone,
		slots_left: session.slotsLeft,
		people_left: session.peopleLeft,
		closed_reason: session.closedReason?.code ?? null,
		closed_note:
			session.closedReason && 'nameId' in session.closedReason ? session.closedReason.nameId : null,
		open_day: session.openDay,
		joinable: session.isJoinable
	};
}

/** A visit as a row of a list. */
export function visitRow(visit: VisitWithNames): Record<string, unknown> {
	return {
		ref: visit.ref,
		state: visit.state,
		version: visit.version,
		host_region: visit.hostRegionCode,
		visitor_region: visit.visitorRegionCode,
		innovation: visit.innovationSlug,
		mode: visit.mode,
		people: visit.people,
		session_day: visit.sessionDay,
		session_start: visit.startsAt,
		session_end: visit.endsAt,
		timezone: visit.hostTimezone,
		answer_due_on: visit.answerDueOn,
		visitor_due_on: visit.visitorDueOn,
		attended: visit.attended,
		submitted_at: visit.submittedAt,
		updated_at: visit.updatedAt,
		is_sample: visit.isSample === 1
	};
}

/** One visit with its questions, wishes and events; for the two sides only. */
export function visitBody(view: VisitView): Record<string, unknown> {
	const { visit } = view;
	return {
		...visitRow(visit),
		purpose: visit.purpose,
		onsite_reason: visit.onsiteReason,
		needs: visit.needs,
		questions: view.questions.map(({ question }) => question),
		answers: view.questions.map(({ answer }) => answer),
		preferred_sessions: view.preferences.map(({ id, isFree }) => ({
			session: id,
			is_free: isFree
		})),
		offered_sessions: view.offers.map(({ id, isHeld, expiresAt }) => ({
			session: id,
			is_held: isHeld,
			held_until: expiresAt
		})),
		proposed_change: view.change && {
			by: view.change.side,
			session: view.change.id,
			mode: view.change.mode,
			people: view.change.people,
			reason: view.change.reason
		},
		decision: visit.decisionReason && {
			reason_code: visit.decisionReasonCode,
			reason: visit.decisionReason,
			alternative: visit.decisionAlternative
		},
		actions: view.actions,
		events: view.events.map(({ action, fromState, toState, side, role, happenedAt }) => ({
			action,
			from: fromState,
			to: toState,
			side,
			role,
			at: happenedAt
		}))
	};
}

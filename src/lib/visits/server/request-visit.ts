import { authorize, regionsOf, requireActor, roleIn, can } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField } from '#lib/core/errors.ts';
import { newId, newReference } from '#lib/core/ids.ts';
import { dayOf } from '#lib/core/period.ts';
import { isUniqueViolation } from '#lib/database/errors.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { listInnovations } from '#lib/innovations/server/list-innovations.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import { ANSWER_WORKING_DAYS } from '../deadlines.ts';
import { isOffered } from '../modes.ts';
import type { VisitRequestInput } from '../schema.ts';
import { parseSessionId } from '../sessions.ts';
import { openStates } from '../states.ts';
import { addWorkingDays } from '../working-days.ts';
import { getHost, holidaysFrom, listSessions, type HostWithRegion } from './hosts.ts';
import { lock } from './hosts-repository.ts';
import type { VisitReceipt } from './own-visit.ts';
import * as history from './events-repository.ts';
import * as visits from './repository.ts';
import { tell } from './transition.ts';

const MAX_OPEN_REQUESTS = 3;

/**
 * Asks a host for a study visit. The same `submit_key` by the same account is the same request,
 * however often it is sent. Guards of `visits.md`: lead time, horizon, people, mode, questions,
 * a reason when on-site, and at most three open requests to one host.
 */
export async function requestVisit(ctx: Context, input: VisitRequestInput): Promise<VisitReceipt> {
	const actor = requireActor(ctx.actor);
	const earlier = await visits.findBySubmitKey(ctx.db, actor.accountId, input.submit_key);
	if (earlier) return earlier;

	const host = await getHost(ctx, input.host_region);
	const visitor = await getRegion(ctx, visitorRegion(ctx, input));
	if (visitor.code === host.regionCode) throw invalidField('host_region', 'visit.ownRegion');
	authorize(actor, { do: 'visit.request', regionCode: visitor.code });
	checkAgainstHost(host, input);
	const sessions = await checkSessions(ctx, host, input);
	const innovationId = await innovationOf(ctx, host, input.innovation);

	const today = dayOf(ctx.now(), host.timezone);
	const now = ctx.now().toISOString();
	const holidays = await holidaysFrom(ctx, host.regionCode, today);
	const visit = {
		id: newId(),
		ref: newReference('V'),
		hostRegionCode: host.regionCode,
		visitorRegionCode: visitor.code,
		innovationId,
		requestedBy: actor.accountId,
		submitKey: input.submit_key,
		state: 'submitted' as const,
		version: 1,
		mode: input.mode,
		people: input.people,
		purpose: input.purpose,
		onsiteReason: input.mode === 'online' ? null : input.onsite_reason,
		needs: input.needs,
		sessionWindowId: null,
		sessionDay: null,
		decisionReasonCode: null,
		decisionReason: null,
		decisionAlternative: null,
		isSample: host.isSample,
		createdAt: now,
		submittedAt: now,
		answerDueOn: addWorkingDays(today, ANSWER_WORKING_DAYS, holidays),
		visitorDueOn: null,
		answerDaysLeft: null,
		remindedPercent: 0,
		attended: null,
		updatedAt: now
	};

	try {
		await inTransaction(ctx, async (inner) => {
			// Requests to one host come one after another, so that a fourth cannot slip past the count.
			await lock(inner.db, host.regionCode);
			await visits.insert(inner.db, visit);
			const open = await visits.countInStates(inner.db, host.regionCode, visitor.code, openStates);
			if (open > MAX_OPEN_REQUESTS) {
				throw new DomainError('conflict', { message: 'visit.tooManyOpen' });
			}
			await visits.insertQuestions(inner.db, visit.id, input.questions);
			await visits.insertPreferences(inner.db, visit.id, sessions);
			await history.appendEvent(inner.db, {
				visitId: visit.id,
				action: 'submit',
				fromState: 'draft',
				toState: 'submitted',
				accountId: actor.accountId,
				role: roleIn(actor, visitor.code),
				side: 'visitor',
				detail: '{}',
				happenedAt: now
			});
			const names = { hostName: host.name, visitorName: visitor.name };
			await tell(inner, { ...visit, ...names }, 'host', {
				template: 'visit_submitted',
				event: '1'
			});
		});
	} catch (error) {
		if (!isUniqueViolation(error)) throw error;
		const twin = await visits.findBySubmitKey(ctx.db, actor.accountId, input.submit_key);
		if (!twin) throw error;
		return twin;
	}
	return visit;
}

/** The region asked for, or the first but the host's in which the actor may ask for visits. */
function visitorRegion(ctx: Context, input: VisitRequestInput): string {
	if (input.visitor_region) return input.visitor_region;
	const able = regionsOf(ctx.actor).filter((regionCode) =>
		can(ctx.actor, { do: 'visit.request', regionCode })
	);
	const own = able.find((regionCode) => regionCode !== input.host_region) ?? able[0];
	if (own === undefined) throw new DomainError('forbidden', { message: 'visit.noRegion' });
	return own;
}

function checkAgainstHost(host: HostWithRegion, input: VisitRequestInput): void {
	if (input.people > host.peoplePerVisit) {
		throw invalidField('people', 'visit.people.tooMany', { max: host.peoplePerVisit });
	}
	if (!isOffered(host, input.mode)) throw invalidField('mode', 'visit.mode.notOffered');
}

/** The preferred sessions, all of which must still be open to this many people. */
async function checkSessions(
	ctx: Context,
	host: HostWithRegion,
	input: VisitRequestInput
): Promise<{ windowId: string; day: string }[]> {
	const { sessions } = await listSessions(ctx, { region: host.regionCode });
	return input.preferred_sessions.map((id, i) => {
		const path = `preferred_sessions.${String(i)}`;
		const session = sessions.find((candidate) => candidate.id === id);
		const parsed = parseSessionId(id);
		if (!session || !parsed) throw invalidField(path, 'visit.session.unknown');
		if (session.closedReason && !session.isJoinable) {
			throw invalidField(path, 'visit.session.closed');
		}
		if (session.peopleLeft < input.people) {
			throw invalidField('people', 'visit.people.dayFull', { left: session.peopleLeft });
		}
		return parsed;
	});
}

async function innovationOf(
	ctx: Context,
	host: HostWithRegion,
	slug: string
): Promise<string | null> {
	if (slug === '') return null;
	const { innovations } = await listInnovations(ctx, { region: host.regionCode });
	const innovation = innovations.find((candidate) => candidate.slug === slug);
	if (!innovation) throw invalidField('innovation', 'visit.innovation.unknown');
	return innovation.id;
}

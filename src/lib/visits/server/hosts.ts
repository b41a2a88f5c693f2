import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField } from '#lib/core/errors.ts';
import { addDays, dayOf, type Day } from '#lib/core/period.ts';
import type { Holiday } from '#lib/database/tables/visits.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import { listSessions as sessionsOf, sessionId, type Session } from '../sessions.ts';
import * as hosts from './hosts-repository.ts';

export type { HostWithRegion } from './hosts-repository.ts';

type ReadContext = Pick<Context, 'db' | 'now'>;

/** No list of sessions is longer than the longest horizon. */
const MAX_SPAN_DAYS = 366;

/** A host who decides may give sessions from its next working day on: the notice binds visitors. */
const DECISION_WORKING_DAYS = 1;

/** The regions that receive study visits. */
export function listHosts({ db }: ReadContext): Promise<hosts.HostWithRegion[]> {
	return hosts.list(db);
}

/** The region's settings as a host, or undefined when it receives no visits. */
export function findHost(
	{ db }: ReadContext,
	regionCode: string
): Promise<hosts.HostWithRegion | undefined> {
	return hosts.find(db, regionCode);
}

/** The region's settings as a host; `not_found` when it receives no visits or does not exist. */
export async function getHost(ctx: ReadContext, regionCode: string): Promise<hosts.HostWithRegion> {
	const host = await findHost(ctx, regionCode);
	if (host) return host;
	const { name } = await getRegion(ctx, regionCode);
	throw new DomainError('not_found', { message: 'host.none', values: { name } });
}

export interface HostSessions {
	readonly host: hosts.HostWithRegion;
	readonly today: Day;
	readonly sessions: Session[];
}

/**
 * A host's dated sessions, by default from its today to its horizon. Closed ones say why.
 * Days and times are the host's own, whatever zone the server or the reader is in.
 * @param input.isDecision the host itself looks for a session to give, so no notice is owed.
 */
export async function listSessions(
	ctx: ReadContext,
	input: { region: string; from?: Day | undefined; to?: Day | undefined; isDecision?: boolean }
): Promise<HostSessions> {
	const host = await getHost(ctx, input.region);
	const today = dayOf(ctx.now(), host.timezone);
	const from = input.from ?? today;
	const to = input.to ?? addDays(from, host.horizonDays);
	if (to < from) throw invalidField('to', 'field.dayOrder');
	if (to > addDays(from, MAX_SPAN_DAYS)) throw invalidField('to', 'field.daySpan');

	const [windows, blackouts, holidays, claims, days, months] = [
		await hosts.listWindows(ctx.db, host.regionCode),
		await hosts.listBlackouts(ctx.db, host.regionCode),
		await hosts.listHolidays(ctx.db, host.regionCode, from < today ? from : today),
		await hosts.countClaims(ctx.db, host.regionCode, from, to, ctx.now().toISOString()),
		await hosts.listDays(ctx.db, host.regionCode, from, to),
		await hosts.listMonths(ctx.db, host.regionCode)
	];
	const bookings = {
		claims: new Map(claims.map(({ windowId, day, taken }) => [sessionId(windowId, day), taken])),
		held: new Map(claims.map(({ windowId, day, held }) => [sessionId(windowId, day), held])),
		days: new Map(days.map((day) => [day.day, day])),
		months: new Map(months.map(({ month, visits }) => [month, visits])),
		holidays: new Map(holidays.map((holiday) => [holiday.day, holiday])),
		blackouts
	};
	const capacity = input.isDecision
		? { ...host, leadWorkingDays: Math.min(host.leadWorkingDays, DECISION_WORKING_DAYS) }
		: host;
	return { host, today, sessions: sessionsOf(capacity, windows, bookings, { from, to, today }) };
}

/** Days that are not worked in a host's region, from a day on. */
export async function holidaysFrom(
	{ db }: ReadContext,
	regionCode: string,
	from: Day
): Promise<Set<Day>> {
	const holidays: Holiday[] = await hosts.listHolidays(db, regionCode, from);
	return new Set(holidays.map(({ day }) => day));
}

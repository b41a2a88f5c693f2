import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { listNotifications } from '#lib/notifications/server/use-cases.ts';
import { eventDetail } from '#lib/visits/event-detail.ts';
import type { ActionName } from '#lib/visits/server/actions.ts';
import { getVisit } from '#lib/visits/server/read-visits.ts';
import { requestVisit } from '#lib/visits/server/request-visit.ts';
import { runVisitTimers } from '#lib/visits/server/timers.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { act } from '#tests/support/visit-acting.ts';
import {
	AFTERNOON,
	host,
	MORNING,
	openForVisits,
	request,
	visitor
} from '#tests/support/visit-actors.ts';

const NOTHING = { released: 0, reminded: 0, expired: 0, completed: 0, closed: 0 };

describe.each(databaseNames)('what time does to visits on %s', (name) => {
	let ctx: Context;
	let ref: string;
	const at = (instant: string) => ({ ...ctx, now: () => new Date(instant) });
	/** Nine in the morning of a day at the host. */
	const on = (day: string) => runVisitTimers(at(`${day}T02:00:00Z`));
	const view = () => getVisit({ ...ctx, actor: host }, ref);
	const told = async (actor: Actor) =>
		(await listNotifications({ ...ctx, actor })).map(({ template }) => template);
	const by = async (actor: Actor, action: ActionName, body: object = {}) =>
		act({ ...ctx, actor }, ref, action, {
			version: (await view()).visit.version,
			...body
		});

	beforeEach(async () => {
		ctx = await openForVisits(await openDatabase(name));
		({ ref } = await requestVisit({ ...ctx, actor: visitor }, request()));
		await ctx.db.deleteFrom('outbox').execute();
	});

	test('a host is reminded at 50 and 80 %, its secretary called in, and the request expires', async () => {
		// Asked on Tuesday 24 November: due on Tuesday 1 December.
		expect(await on('2026-11-26')).toEqual(NOTHING);
		expect(await on('2026-11-30')).toEqual({ ...NOTHING, reminded: 1 });
		expect(await on('2026-11-30')).toEqual(NOTHING);
		expect(await on('2026-12-01')).toEqual({ ...NOTHING, reminded: 1 });
		expect(await told(host)).toEqual(['visit_reminder', 'visit_reminder']);
		expect(await on('2026-12-02')).toEqual({ ...NOTHING, reminded: 1 });
		expect(await told(host)).toContain('visit_overdue');
		expect(await told(visitor)).toEqual([]);

		expect(await on('2026-12-04')).toEqual(NOTHING);
		expect(await on('2026-12-07')).toEqual({ ...NOTHING, expired: 1 });
		const { visit, events, similarHosts } = await view();
		expect(visit).toMatchObject({ state: 'expired', answerDueOn: null });
		expect(events.at(-1)).toMatchObject({ side: 'system', accountId: null, action: 'expire' });
		expect(await told(visitor)).toEqual(['visit_expired_by_host']);
		expect(similarHosts).toEqual([]);
		expect(eventDetail(events.at(-1)?.detail ?? '{}').missedBy).toBe('host');
	});

	test('a reminder does not make what the host is writing stale', async () => {
		await on('2026-12-01');
		expect((await view()).visit).toMatchObject({ version: 1, remindedPercent: 80 });
	});

	test('a request under review is never lost: the host is reminded, but it does not expire', async () => {
		await by(host, 'review');
		expect(await on('2026-12-31')).toEqual({ ...NOTHING, reminded: 1 });
		expect((await view()).visit.state).toBe('in_review');
	});

	test('a visitor that does not answer is reminded, and loses what was held for it', async () => {
		await by(host, 'counter', { sessions: [MORNING, AFTERNOON] });
		await ctx.db.deleteFrom('outbox').execute();
		expect(await on('2026-12-01')).toEqual({ ...NOTHING, reminded: 1 });
		expect(await told(visitor)).toEqual(['visit_reminder']);
		expect(await told(host)).toEqual([]);
		expect(await on('2026-12-07')).toEqual({ ...NOTHING, released: 1, expired: 1 });
		expect(await told(visitor)).toContain('visit_expired');
		expect(await ctx.db.selectFrom('sessionClaim').selectAll().execute()).toEqual([]);
	});

	test('a visit is completed twelve hours after its end, by the host’s clock', async () => {
		await by(host, 'accept', { session: MORNING });
		// The session ends at 11.30 WIB, 04.30 UTC.
		expect(await runVisitTimers(at('2026-12-08T16:29:59Z'))).toEqual(NOTHING);
		expect(await runVisitTimers(at('2026-12-08T16:30:00Z'))).toEqual({ ...NOTHING, completed: 1 });
		expect((await view()).visit.state).toBe('completed');
		expect(await told(visitor)).toContain('visit_completed');
		expect(await told(host)).toContain('visit_completed');
	});

	test('a change that nobody answered lapses when the session is over', async () => {
		await by(host, 'accept', { session: MORNING });
		await by(visitor, 'propose_change', { people: 12, reason: 'Ditambah tim teknis.' });
		expect(await runVisitTimers(at('2026-12-09T02:00:00Z'))).toMatchObject({ completed: 1 });
		expect((await view()).visit).toMatchObject({ state: 'completed', people: 10 });
	});

	test('a report counts as confirmed after five working days', async () => {
		await by(host, 'accept', { session: MORNING });
		await by(host, 'complete');
		await by(visitor, 'report', {
			learned: 'Pegawai dinas bertugas di kecamatan setiap hari kerja.',
			applicable: 'Jadwal bergilir untuk kecamatan yang jauh.',
			not_adopted_reason: 'Pegawai belum cukup pada tahun anggaran ini.'
		});
		expect(await on('2026-12-01')).toEqual(NOTHING);
		expect(await on('2026-12-02')).toEqual({ ...NOTHING, closed: 1 });
		expect((await view()).visit.state).toBe('closed');
	});

	test('two processes at once remind and expire once', async () => {
		await Promise.all(Array.from({ length: 6 }, () => on('2026-12-01')));
		expect(await told(host)).toEqual(['visit_reminder']);
		await Promise.all(Array.from({ length: 6 }, () => on('2026-12-31')));
		expect((await view()).events.map(({ action }) => action)).toEqual(['submit', 'expire']);
	});
});

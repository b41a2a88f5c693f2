import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { listNotifications } from '#lib/notifications/server/use-cases.ts';
import { eventDetail } from '#lib/visits/event-detail.ts';
import { acceptVisit } from '#lib/visits/server/accept-visit.ts';
import { cancelVisit } from '#lib/visits/server/cancel-visit.ts';
import { declineVisit, reviewVisit, withdrawVisit } from '#lib/visits/server/decide-visit.ts';
import { listSessions } from '#lib/visits/server/hosts.ts';
import { getVisit, listVisits } from '#lib/visits/server/read-visits.ts';
import { requestVisit } from '#lib/visits/server/request-visit.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import {
	AFTERNOON,
	host,
	MORNING,
	openForVisits,
	request,
	stranger,
	visitor
} from '#tests/support/visit-actors.ts';

describe.each(databaseNames)('study visits on %s', (name) => {
	let ctx: Context;
	const as = (actor: Actor | null): Context => ({ ...ctx, actor });
	const ask = (changes = {}) => requestVisit(as(visitor), request(changes));
	const stateOf = async (session: string) => {
		const { sessions } = await listSessions(ctx, { region: '36.71' });
		return sessions.find(({ id }) => id === session);
	};

	beforeEach(async () => {
		ctx = await openForVisits(await openDatabase(name));
	});

	test('a request waits for an answer within five working days, and the host is told', async () => {
		const { ref } = await ask();

		const { visit, actions } = await getVisit(as(host), ref);
		expect(visit).toMatchObject({ state: 'submitted', version: 1, answerDueOn: '2026-12-01' });
		expect(actions).toEqual(['review', 'counter', 'accept', 'decline']);
		expect(await listNotifications(as(host))).toMatchObject([
			{ template: 'visit_submitted', data: { ref, region: 'Kabupaten Tangerang' } }
		]);
		expect(await listNotifications(as(visitor))).toEqual([]);
	});

	test('an accepted visit takes its session, and the visitor is told once', async () => {
		const { ref } = await ask();
		await reviewVisit(as(host), { ref, version: 1 });
		const accepted = await acceptVisit(as(host), { ref, version: 2, session: MORNING });

		expect(accepted).toEqual({ ref, state: 'scheduled', version: 3 });
		expect(await stateOf(MORNING)).toMatchObject({ slotsLeft: 0, closedReason: { code: 'taken' } });
		expect(await stateOf(AFTERNOON)).toMatchObject({ peopleLeft: 40, closedReason: null });
		const { events, visit } = await getVisit(as(visitor), ref);
		expect(events.map(({ action, side }) => `${side} ${action}`)).toEqual([
			'visitor submit',
			'host review',
			'host accept'
		]);
		expect(visit).toMatchObject({ sessionDay: '2026-12-08', startsAt: '09:00', answerDueOn: null });
		const told = await listNotifications(as(visitor));
		expect(told.map(({ template }) => template).sort()).toEqual([
			'visit_accepted',
			'visit_reviewed'
		]);
	});

	test('a second acceptance of the session is refused with free ones, and nothing changes', async () => {
		const first = await ask();
		const second = await ask();
		await acceptVisit(as(host), { ref: first.ref, version: 1, session: MORNING });

		await expect(
			acceptVisit(as(host), { ref: second.ref, version: 1, session: MORNING })
		).rejects.toMatchObject({
			code: 'slot_taken',
			details: {
				extra: {
					alternatives: expect.arrayContaining([
						{
							session: AFTERNOON,
							day: '2026-12-08',
							start: '13:00',
							end: '15:30',
							timezone: 'Asia/Jakarta'
						}
					]) as unknown
				}
			}
		});
		const { visit, events } = await getVisit(as(host), second.ref);
		expect(visit).toMatchObject({ state: 'submitted', version: 1, sessionDay: null });
		expect(events).toHaveLength(1);
		expect(await listNotifications(as(visitor))).toHaveLength(1);
	});

	test('more people than the day takes are refused, and the session stays free', async () => {
		const first = await ask({ people: 40 });
		const second = await ask({ people: 30, preferred_sessions: [AFTERNOON] });
		await acceptVisit(as(host), { ref: first.ref, version: 1, session: MORNING });

		await expect(
			acceptVisit(as(host), { ref: second.ref, version: 1, session: AFTERNOON })
		).rejects.toMatchObject({ code: 'day_full' });
		expect(await stateOf(AFTERNOON)).toMatchObject({ slotsLeft: 1, peopleLeft: 20 });
	});

	test('the same submit key is the same request', async () => {
		const input = request();
		const first = await requestVisit(as(visitor), input);
		const again = await requestVisit(as(visitor), { ...input, people: 39 });

		expect(again.ref).toBe(first.ref);
		expect((await listVisits(as(visitor))).requested).toHaveLength(1);
	});

	test('a fourth open request to one host is refused', async () => {
		for (let i = 0; i < 3; i++) await ask();
		await expect(ask()).rejects.toMatchObject({
			code: 'conflict',
			details: { message: 'visit.tooManyOpen' }
		});
		expect((await listVisits(as(visitor))).requested).toHaveLength(3);
	});

	test.each([
		[{ people: 41 }, 'people'],
		[{ preferred_sessions: ['tue-am@2026-12-01'] }, 'preferred_sessions.0'],
		[{ preferred_sessions: ['tue-am@2026-12-09'] }, 'preferred_sessions.0'],
		[{ innovation: 'tidak-ada' }, 'innovation']
	])('%j is refused beside its field', async (changes, path) => {
		await expect(ask(changes)).rejects.toMatchObject({
			code: 'invalid',
			details: { fields: [expect.objectContaining({ path }) as unknown] }
		});
	});

	test('people of other regions do not see the visit, and cannot decide on it', async () => {
		const { ref } = await ask();
		for (const actor of [stranger, { ...stranger, grants: [] }]) {
			await expect(getVisit(as(actor), ref)).rejects.toMatchObject({ code: 'not_found' });
			await expect(
				acceptVisit(as(actor), { ref, version: 1, session: MORNING })
			).rejects.toMatchObject({ code: 'not_found' });
		}
		await expect(getVisit(as(null), ref)).rejects.toMatchObject({ code: 'unauthenticated' });
		await expect(
			acceptVisit(as(visitor), { ref, version: 1, session: MORNING })
		).rejects.toMatchObject({ code: 'forbidden' });
	});

	test('a stale version says who changed what', async () => {
		const { ref } = await ask();
		await reviewVisit(as(host), { ref, version: 1 });
		await expect(
			declineVisit(as(host), {
				ref,
				version: 1,
				reason_code: 'timing',
				reason: 'Kami sedang menyusun anggaran.',
				alternative: 'online'
			})
		).rejects.toMatchObject({
			code: 'stale_version',
			details: { extra: { version: 2, changed_action: 'review', changed_by_side: 'host' } }
		});
	});

	test('a decision cannot be taken twice', async () => {
		const { ref } = await ask();
		await withdrawVisit(as(visitor), { ref, version: 1 });
		await expect(
			acceptVisit(as(host), { ref, version: 2, session: MORNING })
		).rejects.toMatchObject({ code: 'illegal_transition' });
		expect(await stateOf(MORNING)).toMatchObject({ slotsLeft: 1 });
	});

	test.each([
		['a weekday without that window', 'tue-am@2026-12-09'],
		['a day that does not exist', 'tue-am@2026-02-31'],
		['a window that does not exist', 'mon-am@2026-12-07'],
		['a day that has gone by', 'tue-am@2026-11-17'],
		['today', 'tue-am@2026-11-24'],
		['a day beyond the horizon', 'tue-am@2027-12-07'],
		['a closed day', 'tue-am@2026-12-15']
	])('a visit cannot be accepted for %s', async (_, session) => {
		const blackout = { regionCode: '36.71', fromDay: '2026-12-14', toDay: '2026-12-18' };
		await ctx.db
			.insertInto('hostBlackout')
			.values({ id: 'b', ...blackout, reasonId: 'Penyusunan anggaran', reasonEn: 'Budget' })
			.execute();
		const { ref } = await ask();
		await expect(acceptVisit(as(host), { ref, version: 1, session })).rejects.toMatchObject({
			code: 'invalid',
			details: { fields: [{ path: 'session' }] }
		});
		expect((await getVisit(as(host), ref)).visit).toMatchObject({ state: 'submitted', version: 1 });
	});

	test('the notice binds the visitor: a host may still accept when it has run out', async () => {
		const { ref } = await ask();
		const later = { ...as(host), now: () => new Date('2026-12-01T03:00:00Z') };

		const { preferences } = await getVisit(later, ref);
		expect(preferences).toMatchObject([{ id: MORNING, isFree: true }]);
		expect(await acceptVisit(later, { ref, version: 1, session: MORNING })).toMatchObject({
			state: 'scheduled'
		});
	});

	test('a full month is refused by its own name', async () => {
		await ctx.db.updateTable('host').set({ visitsPerMonth: 1 }).execute();
		const [first, second] = [await ask(), await ask()];
		await acceptVisit(as(host), { ref: first.ref, version: 1, session: MORNING });
		await expect(
			acceptVisit(as(host), { ref: second.ref, version: 1, session: AFTERNOON })
		).rejects.toMatchObject({
			code: 'day_full',
			details: { message: 'visit.full.month', values: { max: 1 } }
		});
	});

	test('a host that no longer receives visits keeps those it has, and can call them off', async () => {
		const { ref } = await ask();
		await acceptVisit(as(host), { ref, version: 1, session: MORNING });
		await ctx.db.updateTable('host').set({ closedAt: '2026-11-24T03:00:00.000Z' }).execute();

		expect(await getVisit(as(visitor), ref)).toMatchObject({
			visit: { state: 'scheduled' },
			choices: []
		});
		const reason = 'Kantor pindah gedung.';
		expect(await cancelVisit(as(host), { ref, version: 2, reason })).toMatchObject({
			state: 'cancelled'
		});
	});

	test('a host that has lowered its limits can still give sessions back', async () => {
		const promised = [
			{ ref: (await ask()).ref, session: MORNING },
			{ ref: (await ask()).ref, session: AFTERNOON }
		];
		for (const { ref, session } of promised) {
			await acceptVisit(as(host), { ref, version: 1, session });
		}
		const lower = { visitsPerDay: 1, visitsPerMonth: 1, peoplePerDay: 1, peoplePerVisit: 1 };
		await ctx.db.updateTable('host').set(lower).execute();

		const [first] = promised;
		const reason = 'Kantor pindah gedung.';
		await cancelVisit(as(host), { ref: first?.ref ?? '', version: 2, reason });
		expect(await ctx.db.selectFrom('hostDay').selectAll().execute()).toMatchObject([
			{ visits: 1, people: 10 }
		]);
	});

	test('a hold that has run out gives its place to the visit that is accepted', async () => {
		const [held, asked] = [await ask(), await ask()];
		const { visit } = await getVisit(as(host), held.ref);
		await ctx.db
			.insertInto('sessionClaim')
			.values({
				hostRegionCode: '36.71',
				day: '2026-12-08',
				windowId: 'tue-am',
				slot: 1,
				visitId: visit.id,
				people: 10,
				holdExpiresAt: '2026-11-24T02:59:59.000Z',
				claimedAt: '2026-11-20T03:00:00.000Z'
			})
			.execute();
		const counted = { hostRegionCode: '36.71', visits: 1 };
		await ctx.db
			.insertInto('hostDay')
			.values({ ...counted, day: '2026-12-08', people: 10, maxVisits: 2, maxPeople: 60 })
			.execute();
		await ctx.db
			.insertInto('hostMonth')
			.values({ ...counted, month: '2026-12', maxVisits: 4 })
			.execute();

		await acceptVisit(as(host), { ref: asked.ref, version: 1, session: MORNING });
		const claims = await ctx.db.selectFrom('sessionClaim').selectAll().execute();
		expect(claims).toMatchObject([{ people: 10, holdExpiresAt: null }]);
		expect(await ctx.db.selectFrom('hostDay').selectAll().execute()).toMatchObject([
			{ visits: 1, people: 10 }
		]);
	});

	test.each([
		['2026-12-02T03:00:00Z', false],
		['2026-12-03T03:00:00Z', false],
		['2026-12-04T03:00:00Z', true]
	])('a cancellation on %s is marked as late: %j', async (at, isLate) => {
		const { ref } = await ask();
		await acceptVisit(as(host), { ref, version: 1, session: MORNING });
		const then = { ...as(visitor), now: () => new Date(at) };
		await cancelVisit(then, { ref, version: 2, reason: 'Anggaran dipotong.' });
		const { events } = await getVisit(as(host), ref);
		expect(eventDetail(events.at(-1)?.detail ?? '')).toMatchObject({ isLate });
	});

	test('a refused step leaves no event and no message', async () => {
		const { ref } = await ask();
		await reviewVisit(as(host), { ref, version: 1 });
		await ctx.db.deleteFrom('outbox').execute();
		await expect(withdrawVisit(as(visitor), { ref, version: 1 })).rejects.toMatchObject({
			code: 'stale_version',
			details: { message: 'visit.stale.host' }
		});
		expect((await getVisit(as(host), ref)).events).toHaveLength(2);
		expect(await ctx.db.selectFrom('outbox').selectAll().execute()).toEqual([]);
	});

	test('somebody with a role on both sides asks for the region that is not the host', async () => {
		const both = { ...visitor, grants: [...host.grants, ...visitor.grants] };
		const { ref } = await requestVisit(as(both), request());
		expect((await getVisit(as(visitor), ref)).visit.visitorRegionCode).toBe('36.03');
		await expect(
			requestVisit(as(host), request({ visitor_region: '36.71' }))
		).rejects.toMatchObject({ code: 'invalid', details: { fields: [{ path: 'host_region' }] } });
		await expect(
			requestVisit(as(visitor), request({ visitor_region: '36.74' }))
		).rejects.toMatchObject({ code: 'forbidden' });
	});

	test('an account without a region has no visits and may not ask for one', async () => {
		const nobody = as({ ...stranger, grants: [] });
		expect(await listVisits(nobody)).toEqual({ received: [], requested: [] });
		await expect(requestVisit(nobody, request())).rejects.toMatchObject({ code: 'forbidden' });
	});

	test('cancelling frees the session, the day and the month', async () => {
		const { ref } = await ask({ people: 40 });
		await acceptVisit(as(host), { ref, version: 1, session: MORNING });
		const later = { ...as(visitor), now: () => new Date('2026-11-24T03:01:00Z') };
		await cancelVisit(later, { ref, version: 2, reason: 'Anggaran dipotong.' });

		expect(await stateOf(MORNING)).toMatchObject({
			slotsLeft: 1,
			peopleLeft: 40,
			closedReason: null
		});
		expect(await listNotifications(as(host))).toMatchObject([
			{ template: 'visit_cancelled' },
			{ template: 'visit_submitted' }
		]);
	});
});

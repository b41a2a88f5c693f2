import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { listNotifications } from '#lib/notifications/server/use-cases.ts';
import {
	acceptVisit,
	cancelVisit,
	declineVisit,
	reviewVisit,
	withdrawVisit
} from '#lib/visits/server/decide-visit.ts';
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
		expect(actions).toEqual(['review', 'accept', 'decline']);
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
		expect(await listNotifications(as(visitor))).toHaveLength(1);
	});

	test('a second acceptance of the session is refused with free ones, and nothing changes', async () => {
		const first = await ask();
		const second = await ask();
		await acceptVisit(as(host), { ref: first.ref, version: 1, session: MORNING });

		await expect(
			acceptVisit(as(host), { ref: second.ref, version: 1, session: MORNING })
		).rejects.toMatchObject({
			code: 'slot_taken',
			details: { extra: { alternatives: expect.arrayContaining([]) as unknown[] } }
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

	test('cancelling frees the session, the day and the month', async () => {
		const { ref } = await ask({ people: 40 });
		await acceptVisit(as(host), { ref, version: 1, session: MORNING });
		await cancelVisit(as(visitor), { ref, version: 2, reason: 'Anggaran dipotong.' });

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

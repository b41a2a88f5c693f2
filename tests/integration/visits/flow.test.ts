import { beforeEach, describe, expect, test } from 'vitest';
import { getAfterVisit } from '#lib/adoptions/server/after-visit.ts';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import type { ActionName } from '#lib/visits/server/actions.ts';
import { eventDetail } from '#lib/visits/event-detail.ts';
import { visitBody } from '#lib/visits/server/api-rows.ts';
import { sweepHolds } from '#lib/visits/server/claims.ts';
import { listSessions } from '#lib/visits/server/hosts.ts';
import { getVisit } from '#lib/visits/server/read-visits.ts';
import { requestVisit } from '#lib/visits/server/request-visit.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { act } from '#tests/support/visit-acting.ts';
import {
	AFTERNOON,
	host,
	MORNING,
	NOW,
	openForVisits,
	request,
	visitor
} from '#tests/support/visit-actors.ts';

const KPI = 'ADM-BLG';
const NEXT_TUESDAY = 'tue-am@2026-12-22';

describe.each(databaseNames)('a visit from request to report on %s', (name) => {
	let ctx: Context;
	let ref: string;
	const as = (actor: Actor | null, at = NOW): Context => ({ ...ctx, actor, now: () => at });
	const by = async (actor: Actor, action: ActionName, body: object = {}, at = NOW) => {
		const { visit } = await getVisit(as(actor, at), ref);
		return act(as(actor, at), ref, action, { version: visit.version, ...body });
	};
	const state = async () => (await getVisit(as(host), ref)).visit;
	const session = async (id: string, at = NOW) => {
		const { sessions } = await listSessions(as(null, at), { region: '36.71' });
		return sessions.find((candidate) => candidate.id === id);
	};
	const days = () =>
		ctx.db.selectFrom('hostDay').select(['day', 'visits', 'people']).orderBy('day').execute();

	beforeEach(async () => {
		ctx = await openForVisits(await openDatabase(name));
		({ ref } = await requestVisit(as(visitor), request()));
	});

	test('every step by the side whose turn it is, to the closed report', async () => {
		await by(host, 'review');
		await by(host, 'ask', { text: 'Siapa ketua rombongan?' });
		await by(visitor, 'answer', { text: 'Sekretaris Dinas.' });
		await by(host, 'counter', { sessions: [AFTERNOON, NEXT_TUESDAY] });
		await by(visitor, 'choose', { session: AFTERNOON });
		await by(visitor, 'propose_change', {
			session: NEXT_TUESDAY,
			people: 12,
			reason: 'Rapat paripurna pada hari itu.'
		});
		await by(host, 'accept_change');
		expect(await state()).toMatchObject({
			state: 'scheduled',
			sessionDay: '2026-12-22',
			people: 12
		});
		await by(host, 'complete', { attended: 11 });
		await by(visitor, 'report', {
			learned: 'Pegawai dinas bertugas di kecamatan tanpa pelimpahan kewenangan.',
			applicable: 'Penugasan bergilir di empat kecamatan terjauh.',
			commitments: [
				{
					text: 'Uji coba di empat kecamatan.',
					owner_position: 'Kepala Disdukcapil',
					due_date: '2027-03-31'
				}
			]
		});
		expect(await by(host, 'confirm_report')).toMatchObject({ state: 'closed' });

		const { events } = await getVisit(as(visitor), ref);
		expect(events.map(({ action, side }) => `${side} ${action}`)).toEqual([
			'visitor submit',
			'host review',
			'host ask',
			'visitor answer',
			'host counter',
			'visitor choose',
			'visitor propose_change',
			'host accept_change',
			'host complete',
			'visitor report',
			'host confirm_report'
		]);
	});

	test('a report answers the questions that were asked, and measures by KPIs that exist', async () => {
		await by(host, 'accept', { session: MORNING });
		await by(host, 'complete', { attended: 9 });
		const commitment = {
			text: 'Uji coba di empat kecamatan.',
			owner_position: 'Kepala Disdukcapil',
			due_date: '2027-03-31'
		};
		const report = {
			learned: 'Pegawai dinas bertugas di kecamatan tanpa pelimpahan kewenangan.',
			applicable: 'Penugasan bergilir di empat kecamatan terjauh.',
			answers: ['Bergiliran dua hari sepekan.', '', 'Jaringan internet.'],
			commitments: [{ ...commitment, kpi: KPI, baseline: 3.5, target: 2 }]
		};
		const refusal = (changes: object) =>
			by(visitor, 'report', { ...report, ...changes }).catch((error: unknown) => error);
		expect(await refusal({ answers: ['a', 'b', 'c', 'd'] })).toMatchObject({
			details: { fields: [{ path: 'answers', code: 'visit.report.manyAnswers' }] }
		});
		expect(await refusal({ commitments: [{ ...commitment, kpi: 'TIDAK-ADA' }] })).toMatchObject({
			details: { fields: [{ path: 'commitments.0.kpi', code: 'kpi.unknown' }] }
		});
		expect(await refusal({ commitments: [{ ...commitment, target: 2 }] })).toMatchObject({
			details: { fields: [{ path: 'commitments.0.kpi', code: 'visit.report.kpiMissing' }] }
		});
		expect(await state()).toMatchObject({ state: 'completed' });

		await by(visitor, 'report', report);
		const { questions, commitments } = await getAfterVisit(as(host), ref);
		expect(questions.map(({ answer }) => answer)).toEqual([
			'Bergiliran dua hari sepekan.',
			null,
			'Jaringan internet.'
		]);
		expect(commitments).toMatchObject([{ kpiCode: KPI, baseline: 3.5, target: 2 }]);
		expect(visitBody(await getVisit(as(host), ref))).toMatchObject({
			answers: ['Bergiliran dua hari sepekan.', null, 'Jaringan internet.']
		});
	});

	test('the host’s clock stops while the visitor answers, and goes on with the days left', async () => {
		await by(host, 'review');
		const thursday = new Date('2026-11-26T03:00:00Z');
		await by(host, 'ask', { text: 'Siapa ketua rombongan?' }, thursday);
		// Three days are left until 1 December, and the visitor has five of its own.
		expect(await state()).toMatchObject({
			answerDueOn: null,
			answerDaysLeft: 3,
			visitorDueOn: '2026-12-03'
		});
		await by(visitor, 'answer', { text: 'Kepala Dinas.' }, new Date('2026-12-02T03:00:00Z'));
		expect(await state()).toMatchObject({
			answerDueOn: '2026-12-07',
			answerDaysLeft: null,
			visitorDueOn: null
		});
	});

	test('a question that is answered on the same day moves no deadline', async () => {
		await by(host, 'review');
		const before = (await state()).answerDueOn;
		await by(host, 'ask', { text: 'Siapa ketua rombongan?' });
		expect((await state()).answerDaysLeft).toBe(5);
		await by(visitor, 'answer', { text: 'Kepala Dinas.' });
		expect((await state()).answerDueOn).toBe(before);
	});

	test('offered sessions are held: nobody else is promised them until the holds run out', async () => {
		await by(host, 'counter', { sessions: [MORNING, AFTERNOON] });
		expect(await session(MORNING)).toMatchObject({ closedReason: { code: 'taken' } });
		expect(await session(MORNING)).toMatchObject({ isJoinable: false });
		expect(await days()).toEqual([{ day: '2026-12-08', visits: 2, people: 20 }]);

		// Held until the end of Tuesday 1 December in the host's zone.
		const before = new Date('2026-12-01T16:59:59Z');
		const after = new Date('2026-12-01T17:00:00Z');
		expect(await sweepHolds({ ...ctx, now: () => before })).toBe(0);
		await expect(by(visitor, 'choose', { session: MORNING }, after)).rejects.toMatchObject({
			code: 'slot_taken',
			details: { message: 'visit.counter.expired' }
		});
		expect(await state()).toMatchObject({ state: 'countered' });
		expect(await sweepHolds({ ...ctx, now: () => after })).toBe(1);
		expect(await days()).toEqual([{ day: '2026-12-08', visits: 0, people: 0 }]);
		expect((await getVisit(as(visitor, after), ref)).offers).toMatchObject([
			{ id: MORNING, isHeld: false },
			{ id: AFTERNOON, isHeld: false }
		]);
	});

	test('choosing one of the offers gives the others back', async () => {
		await by(host, 'counter', { sessions: [MORNING, AFTERNOON] });
		await by(visitor, 'choose', { session: AFTERNOON });
		expect(await session(MORNING)).toMatchObject({ slotsLeft: 1, closedReason: null });
		expect(await days()).toEqual([{ day: '2026-12-08', visits: 1, people: 10 }]);
		expect((await getVisit(as(visitor), ref)).offers).toEqual([]);
	});

	test.each([
		['refuses them', visitor, 'refuse_counter', { reason: 'Semua bentrok.' }, 'in_review'],
		['withdraws', visitor, 'withdraw', {}, 'withdrawn'],
		[
			'is declined',
			host,
			'decline',
			{
				reason_code: 'timing',
				reason: 'Kami sedang menyusun anggaran tahun depan.',
				alternative: 'online'
			},
			'declined'
		]
	] as const)(
		'a visitor that %s gives every offered session back',
		async (_, actor, action, body, to) => {
			await by(host, 'counter', { sessions: [MORNING, AFTERNOON] });
			expect(await by(actor, action, body)).toMatchObject({ state: to });
			expect(await days()).toEqual([{ day: '2026-12-08', visits: 0, people: 0 }]);
		}
	);

	test('offers that cannot all be held are not held at all', async () => {
		const { ref: other } = await requestVisit(as(visitor), request());
		await act(as(host), other, 'accept', { version: 1, session: AFTERNOON });
		await expect(by(host, 'counter', { sessions: [MORNING, AFTERNOON] })).rejects.toMatchObject({
			code: 'slot_taken'
		});
		expect(await state()).toMatchObject({ state: 'submitted', version: 1 });
		expect(await days()).toEqual([{ day: '2026-12-08', visits: 1, people: 10 }]);
	});

	describe('with a date', () => {
		beforeEach(async () => {
			await by(host, 'accept', { session: MORNING });
		});

		test('keeps its session while a change waits, and when it is refused', async () => {
			await by(host, 'propose_change', { session: AFTERNOON, reason: 'Aula dipakai pagi itu.' });
			expect(await state()).toMatchObject({ state: 'change_proposed', sessionWindowId: 'tue-am' });
			expect((await session(MORNING))?.slotsLeft).toBe(0);
			expect((await session(AFTERNOON))?.slotsLeft).toBe(0);
			await by(visitor, 'refuse_change', { reason: 'Sudah memesan tiket.' });
			expect(await state()).toMatchObject({ state: 'scheduled', sessionWindowId: 'tue-am' });
			expect((await session(AFTERNOON))?.slotsLeft).toBe(1);
			expect(await days()).toEqual([{ day: '2026-12-08', visits: 1, people: 10 }]);
		});

		test('nobody agrees to what their own side proposed, but may take it back', async () => {
			await by(visitor, 'propose_change', { people: 20, reason: 'Ditambah tim teknis.' });
			await expect(by(visitor, 'accept_change')).rejects.toMatchObject({
				code: 'illegal_transition'
			});
			expect(await by(visitor, 'refuse_change')).toMatchObject({ state: 'scheduled' });
			expect(await state()).toMatchObject({ people: 10 });
		});

		test('more people are agreed to only if the day takes them', async () => {
			const { ref: other } = await requestVisit(
				as(visitor),
				request({ people: 40, preferred_sessions: [AFTERNOON] })
			);
			await act(as(host), other, 'accept', { version: 1, session: AFTERNOON });
			await by(visitor, 'propose_change', { people: 30, reason: 'Ditambah tim teknis.' });
			await expect(by(host, 'accept_change')).rejects.toMatchObject({ code: 'day_full' });
			expect(await state()).toMatchObject({ state: 'change_proposed', people: 10 });
			expect(await days()).toEqual([{ day: '2026-12-08', visits: 2, people: 50 }]);
		});

		test('a move into a session that was taken meanwhile leaves the old one', async () => {
			await by(visitor, 'propose_change', { session: AFTERNOON, reason: 'Pesawat tiba siang.' });
			const { ref: other } = await requestVisit(
				as(visitor),
				request({ preferred_sessions: [AFTERNOON] })
			);
			await act(as(host), other, 'accept', { version: 1, session: AFTERNOON });
			await expect(by(host, 'accept_change')).rejects.toMatchObject({
				code: 'slot_taken',
				details: { extra: { alternatives: expect.any(Array) as unknown } }
			});
			expect(await state()).toMatchObject({ state: 'change_proposed', sessionWindowId: 'tue-am' });
			expect((await session(MORNING))?.slotsLeft).toBe(0);
		});

		test('a cancelled visit comes back when the same side proposes and the other agrees', async () => {
			await by(visitor, 'cancel', { reason: 'Anggaran dipotong.' });
			await expect(by(host, 'restore')).rejects.toMatchObject({ code: 'illegal_transition' });
			expect(await by(visitor, 'restore')).toMatchObject({ state: 'cancelled' });
			await expect(by(visitor, 'restore')).rejects.toMatchObject({ code: 'illegal_transition' });
			expect(await by(host, 'restore')).toMatchObject({ state: 'scheduled' });
			expect((await session(MORNING))?.slotsLeft).toBe(0);
			// The visit has no reason any more; what happened keeps it.
			const { visit, events } = await getVisit(as(visitor), ref);
			expect(visit.decisionReason).toBeNull();
			const cancelled = events.find(({ action }) => action === 'cancel');
			expect(eventDetail(cancelled?.detail ?? '{}').texts).toEqual(['Anggaran dipotong.']);
		});

		test('a day later, or with its session gone, it does not come back', async () => {
			await by(visitor, 'cancel', { reason: 'Anggaran dipotong.' });
			const late = new Date('2026-11-25T03:00:01Z');
			await expect(by(visitor, 'restore', {}, late)).rejects.toMatchObject({
				code: 'illegal_transition',
				details: { message: 'visit.restore.tooLate' }
			});
			const { ref: other } = await requestVisit(as(visitor), request());
			await act(as(host), other, 'accept', { version: 1, session: MORNING });
			await expect(by(visitor, 'restore')).rejects.toMatchObject({ code: 'slot_taken' });
		});

		test('an absence is recorded only after the session', async () => {
			await expect(by(host, 'no_show')).rejects.toMatchObject({ code: 'conflict' });
			const later = new Date('2026-12-08T06:30:00Z');
			expect(await by(host, 'no_show', {}, later)).toMatchObject({ state: 'no_show' });
		});

		test('held before its date, it is marked so and gives its session back', async () => {
			await by(host, 'complete', { attended: 9 });
			const { events, visit } = await getVisit(as(visitor), ref);
			expect(visit).toMatchObject({ state: 'completed', attended: 9 });
			expect(JSON.parse(events.at(-1)?.detail ?? '')).toEqual({ attended: 9, early: 1 });
			expect((await session(MORNING))?.slotsLeft).toBe(1);
		});
	});
});

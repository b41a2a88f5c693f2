import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import type { VisitState } from '#lib/database/tables/visits.ts';
import { acceptVisit } from '#lib/visits/server/accept-visit.ts';
import { actionsOnVisit, type ActionName } from '#lib/visits/server/actions.ts';
import { requestVisit } from '#lib/visits/server/request-visit.ts';
import { isLegal } from '#lib/visits/states.ts';
import { callApi, type ApiAnswer } from '#tests/support/call-api.ts';
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
import { GET } from '../../../src/routes/api/v1/visits/[ref]/+server.ts';
import { POST } from '../../../src/routes/api/v1/visits/[ref]/[action]/+server.ts';

const LONG = 'Pada bulan itu kami menyusun anggaran tahun berikutnya.';
/** A body that each action takes. */
const BODIES: Readonly<Record<ActionName, object>> = {
	review: {},
	ask: { text: 'Siapa yang memimpin rombongan?' },
	answer: { text: 'Sekretaris Dinas.' },
	counter: { sessions: [AFTERNOON] },
	choose: { session: AFTERNOON },
	refuse_counter: { reason: LONG },
	accept: { session: MORNING },
	decline: { reason_code: 'timing', reason: LONG, alternative: 'online' },
	withdraw: {},
	propose_change: { session: AFTERNOON, reason: LONG },
	accept_change: {},
	refuse_change: {},
	cancel: { reason: LONG },
	restore: {},
	complete: { attended: 9 },
	no_show: {},
	report: { learned: LONG, applicable: LONG, not_adopted_reason: LONG },
	confirm_report: {}
};
const STATES: readonly VisitState[] = [
	'submitted',
	'in_review',
	'needs_info',
	'countered',
	'scheduled',
	'change_proposed',
	'completed',
	'reported',
	'closed',
	'declined',
	'withdrawn',
	'cancelled',
	'expired',
	'no_show'
];
const ACTIONS = Object.keys(actionsOnVisit) as ActionName[];
const SIDES = ['visitor', 'host'] as const;
/** Somebody who may act for both sides, so that only the state can be in the way. */
const both: Actor = { ...host, grants: [...host.grants, ...visitor.grants] };

describe.each(databaseNames)('actions over the API on %s', (name) => {
	let ctx: Context;
	const as = (actor: Actor): Context => ({ ...ctx, actor });
	const act = (actor: Actor, ref: string, action: string, body: object): Promise<ApiAnswer> =>
		callApi(POST, as(actor), `/api/v1/visits/${ref}/${action}`, {
			method: 'POST',
			params: { ref, action },
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
	const ask = async () => (await requestVisit(as(visitor), request())).ref;

	beforeEach(async () => {
		ctx = await openForVisits(await openDatabase(name));
	});

	test('every action out of place is a conflict and changes nothing', async () => {
		const ref = await ask();
		const row = () => ctx.db.selectFrom('visit').selectAll().executeTakeFirstOrThrow();
		let refused = 0;
		for (const state of STATES) {
			await ctx.db.updateTable('visit').set({ state }).execute();
			const before = await row();
			// Declining what a host offers is the visitor's, under the name it has in the table.
			const isOffered = state === 'countered';
			const illegal = ACTIONS.filter((action) => {
				const named = action === 'restore' ? (['restore', 'propose_restore'] as const) : [action];
				return !named.some((one) => SIDES.some((side) => isLegal(state, one, side)));
			});
			for (const action of illegal.filter((one) => !(isOffered && one === 'decline'))) {
				const { status, body } = await act(both, ref, action, { version: 1, ...BODIES[action] });
				expect([status, body], `${action} in ${state}`).toMatchObject([
					409,
					{ code: 'ILLEGAL_TRANSITION', state, action: expect.any(String) as string }
				]);
				refused++;
			}
			expect(await row()).toEqual(before);
		}
		expect(refused).toBeGreaterThan(180);
		expect(await ctx.db.selectFrom('visitEvent').selectAll().execute()).toHaveLength(1);
	});

	test('a stale version, a taken session and a full day are conflicts of their own, with alternatives', async () => {
		const [first, second, third] = [await ask(), await ask(), await ask()];
		await acceptVisit(as(host), { ref: first, version: 1, session: MORNING });
		expect((await act(host, first, 'cancel', { version: 1, reason: LONG })).body).toMatchObject({
			status: 409,
			code: 'STALE_VERSION',
			state: 'scheduled',
			version: 2,
			changed_by_side: 'host',
			changed_action: 'accept'
		});
		expect(
			(await act(host, second, 'accept', { version: 1, session: MORNING })).body
		).toMatchObject({
			status: 409,
			code: 'SLOT_TAKEN',
			alternatives: expect.arrayContaining([
				expect.objectContaining({ session: AFTERNOON, start: '13:00' })
			]) as unknown[]
		});
		await ctx.db.updateTable('host').set({ peoplePerDay: 15 }).execute();
		await ctx.db.updateTable('hostDay').set({ maxPeople: 15 }).execute();
		expect(
			(await act(host, third, 'accept', { version: 1, session: AFTERNOON })).body
		).toMatchObject({
			status: 409,
			code: 'DAY_FULL',
			alternatives: expect.any(Array) as unknown[]
		});
	});

	test('a body of another shape is refused by field, with codes that programs can read', async () => {
		const ref = await ask();
		const shapes = [null, 5, 'x', [], { version: {} }, { version: [1], session: {}, reason: 7 }];
		for (const action of ACTIONS) {
			for (const shape of shapes) {
				const { status, body } = await act(both, ref, action, shape as object);
				const { errors } = body as { errors: { code: string }[] };
				expect([status, errors.length > 0], `${action} ${JSON.stringify(shape)}`).toEqual([
					422,
					true
				]);
				for (const { code } of errors) expect(code).toMatch(/^[A-Z_]+$/);
			}
		}
		expect(await ctx.db.selectFrom('visitEvent').selectAll().execute()).toHaveLength(1);
	});

	test('only the two sides read a visit, and the page of actions ends where the API ends', async () => {
		const ref = await ask();
		const read = (actor: Actor | null) =>
			callApi(GET, { ...ctx, actor }, `/api/v1/visits/${ref}`, { params: { ref } });
		expect((await read(host)).body).toMatchObject({
			ref,
			state: 'submitted',
			actions: ['review', 'counter', 'accept', 'decline'],
			timezone: 'Asia/Jakarta'
		});
		expect((await read(stranger)).status).toBe(404);
		expect((await read(null)).status).toBe(401);
		expect((await act(host, ref, 'bribe', { version: 1 })).status).toBe(404);
	});
});

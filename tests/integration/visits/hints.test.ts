import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { getBoard } from '#lib/visits/server/board.ts';
import { getVisit } from '#lib/visits/server/read-visits.ts';
import { requestHints } from '#lib/visits/server/request-hints.ts';
import { requestVisit } from '#lib/visits/server/request-visit.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { act } from '#tests/support/visit-acting.ts';
import {
	host,
	MORNING,
	openForVisits,
	request,
	stranger,
	visitor
} from '#tests/support/visit-actors.ts';

describe.each(databaseNames)('what people are told before they act on %s', (name) => {
	let ctx: Context;
	let ref: string;
	const as = (actor: Actor): Context => ({ ...ctx, actor });

	beforeEach(async () => {
		ctx = await openForVisits(await openDatabase(name));
		({ ref } = await requestVisit(as(visitor), request()));
	});

	/** Makes another region a host like the one there is. */
	async function alsoHost(regionCode: string): Promise<void> {
		const known = await ctx.db.selectFrom('host').selectAll().executeTakeFirstOrThrow();
		await ctx.db
			.insertInto('host')
			.values({ ...known, regionCode })
			.execute();
	}

	test('a region that asks again learns of its own request, nobody else does', async () => {
		const { duplicates, busyDays } = await requestHints(as(visitor), '36.71');
		expect(duplicates).toMatchObject([{ ref, state: 'submitted' }]);
		expect(busyDays).toEqual([]);
		expect((await requestHints(as(visitor), '36.74')).duplicates).toEqual([]);
		expect((await requestHints(as(stranger), '36.71')).duplicates).toEqual([]);
	});

	test('the day of another visit of the region is marked for both sides, whichever host it asks', async () => {
		await act(as(host), ref, 'accept', { version: 1, session: MORNING });
		for (const [actor, otherName] of [
			[visitor, 'Kota Tangerang'],
			[
				{ ...host, grants: [{ ...visitor.grants[0], regionCode: '36.71' }] } as Actor,
				'Kabupaten Tangerang'
			]
		] as const) {
			expect((await requestHints(as(actor), '36.74')).busyDays).toEqual([
				{ day: '2026-12-08', ref, otherName }
			]);
		}
	});

	test('a request that came to nothing names other hosts, those of the province first, never the two sides', async () => {
		for (const code of ['31.71', '36.74', '36.03', '32.73']) await alsoHost(code);
		await act(as(host), ref, 'decline', {
			version: 1,
			reason_code: 'no_capacity',
			reason: 'Semua ruang pertemuan sedang direnovasi.',
			alternative: 'other_host'
		});
		const { similarHosts, mayAskAgain } = await getVisit(as(visitor), ref);
		expect(similarHosts.map(({ regionCode }) => regionCode)).toEqual(['36.74', '31.71', '32.73']);
		expect(mayAskAgain).toBe(true);
		expect((await getVisit(as(host), ref)).mayAskAgain).toBe(false);
		await ctx.db
			.updateTable('host')
			.set({ closedAt: ctx.now().toISOString() })
			.where('regionCode', '=', '36.71')
			.execute();
		expect((await getVisit(as(visitor), ref)).mayAskAgain).toBe(false);
	});

	test('the board puts the request with the fewest working days left first', async () => {
		await ctx.db.updateTable('visit').set({ answerDueOn: '2026-11-25' }).execute();
		const later = await requestVisit(as(visitor), request());
		const { board } = await getBoard(as(host), '36.71', null);
		// Today counts: the answer to today's request is due on Tuesday in a week.
		expect(board?.waiting).toMatchObject([
			{ ref, daysLeft: 2 },
			{ ref: later.ref, daysLeft: 6 }
		]);
	});
});

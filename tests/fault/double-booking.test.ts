import { beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { listNotifications } from '#lib/notifications/server/use-cases.ts';
import { acceptVisit } from '#lib/visits/server/decide-visit.ts';
import { listVisits } from '#lib/visits/server/read-visits.ts';
import { requestVisit } from '#lib/visits/server/request-visit.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { host, MORNING, openForVisits, request, visitor } from '#tests/support/visit-actors.ts';

/** `SABOTAGE=claims` drops the key that refuses the second taker: these tests must then fail. */
const isSabotaged = process.env.SABOTAGE === 'claims';

describe.each(databaseNames)('parallel clients on %s', (name) => {
	let ctx: Context;

	beforeEach(async () => {
		const db = await openDatabase(name);
		ctx = await openForVisits(db);
		if (isSabotaged && name === 'PostgreSQL') {
			await db.schema.alterTable('session_claim').dropConstraint('session_claim_pkey').execute();
		}
		await db
			.updateTable('host')
			.set({ visitsPerDay: 50, visitsPerMonth: 50, peoplePerDay: 900 })
			.execute();
	});

	/** Requests are limited to three a host, so these come straight from as many regions' rows. */
	async function makeRequests(count: number): Promise<string[]> {
		const refs: string[] = [];
		for (let i = 0; i < count; i++) {
			const { ref } = await requestVisit({ ...ctx, actor: visitor }, request());
			// Out of the way of the limit, and back when all are there.
			await ctx.db.updateTable('visit').set({ state: 'draft' }).where('ref', '=', ref).execute();
			refs.push(ref);
		}
		await ctx.db.updateTable('visit').set({ state: 'submitted' }).execute();
		return refs;
	}

	async function outcomes(tries: Promise<unknown>[]): Promise<Record<string, number>> {
		const counts: Record<string, number> = {};
		for (const result of await Promise.allSettled(tries)) {
			const outcome =
				result.status === 'fulfilled'
					? 'accepted'
					: result.reason instanceof DomainError
						? result.reason.code
						: String(result.reason);
			counts[outcome] = (counts[outcome] ?? 0) + 1;
		}
		return counts;
	}

	test('forty acceptances of one session give one winner and thirty-nine clear refusals', async () => {
		const refs = await makeRequests(40);
		const accept = (ref: string) =>
			acceptVisit({ ...ctx, actor: host }, { ref, version: 1, session: MORNING });

		expect(await outcomes(refs.map(accept))).toEqual({ accepted: 1, slot_taken: 39 });
		const claims = await ctx.db.selectFrom('sessionClaim').selectAll().execute();
		const days = await ctx.db.selectFrom('hostDay').selectAll().execute();
		expect(claims).toHaveLength(1);
		expect(days).toMatchObject([{ visits: 1, people: 10 }]);
	});

	test('one visit accepted twenty times is accepted once and told once', async () => {
		const [ref = ''] = await makeRequests(1);
		const accept = () =>
			acceptVisit({ ...ctx, actor: host }, { ref, version: 1, session: MORNING });

		const counts = await outcomes(Array.from({ length: 20 }, accept));
		expect(counts.accepted).toBe(1);
		expect((counts.stale_version ?? 0) + (counts.illegal_transition ?? 0)).toBe(19);
		expect(await listNotifications({ ...ctx, actor: visitor })).toHaveLength(1);
	});

	test('twenty sendings of one form make one visit', async () => {
		const input = request();
		const send = () => requestVisit({ ...ctx, actor: visitor }, input);

		const sent = await Promise.all(Array.from({ length: 20 }, send));
		expect(new Set(sent.map(({ ref }) => ref)).size).toBe(1);
		expect((await listVisits({ ...ctx, actor: visitor })).requested).toHaveLength(1);
	});
});

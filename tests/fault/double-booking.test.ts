import { sql, type RawBuilder } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import type { Db } from '#lib/database/connection.ts';
import { sendMails } from '#lib/notifications/server/send-mail.ts';
import { listNotifications } from '#lib/notifications/server/use-cases.ts';
import { acceptVisit } from '#lib/visits/server/accept-visit.ts';
import { cancelVisit } from '#lib/visits/server/cancel-visit.ts';
import { sweepHolds } from '#lib/visits/server/claims.ts';
import { describeVisit } from '#lib/visits/server/describe-visit.ts';
import { getVisit, listVisits } from '#lib/visits/server/read-visits.ts';
import { requestVisit } from '#lib/visits/server/request-visit.ts';
import { databaseNames, openDatabase, type DatabaseName } from '#tests/support/databases.ts';
import { startMailServer, type MailServer } from '#tests/support/mail-server.ts';
import { act } from '#tests/support/visit-acting.ts';
import {
	AFTERNOON,
	host,
	MORNING,
	openForVisits,
	request,
	visitor
} from '#tests/support/visit-actors.ts';

/**
 * `SABOTAGE=claims` takes away the key that refuses the second taker, `SABOTAGE=counters` the
 * checks on days and months, and `SABOTAGE=keys` gives each sending of a form a key of its own;
 * the others are in {@link LAPSES}. On both databases tests must then fail, each with at least one.
 */
const SABOTAGED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
	claims: { session_claim: [] },
	counters: { host_day: ['host_region_code', 'day'], host_month: ['host_region_code', 'month'] }
};

/** A row that comes out otherwise than it was written. */
interface Lapse {
	readonly table: string;
	readonly event: RawBuilder<unknown>;
	readonly when: RawBuilder<unknown>;
	readonly set: Readonly<Record<string, RawBuilder<unknown>>>;
}

const LAPSES: Readonly<Record<string, Lapse>> = {
	/** A late writer finds every version current and overwrites what came between. */
	versions: {
		table: 'visit',
		event: sql`update`,
		when: sql`new.version <> old.version`,
		set: { version: sql`old.version`, state: sql`old.state` }
	},
	/** The outbox forgets what it has sent. */
	mails: {
		table: 'outbox',
		event: sql`update`,
		when: sql`new.mail_state = 'sent'`,
		set: { mailState: sql`'queued'` }
	},
	/** The limit of open requests does not see the requests that are there. */
	limits: {
		table: 'visit',
		event: sql`insert`,
		when: sql`new.version = 1`,
		set: { state: sql`'draft'` }
	}
};

/** Keeps the rows and columns of a table, and of what guards them only a key, if any is named. */
async function unguard(db: Db, table: string, key: readonly string[]): Promise<void> {
	await sql`create table unguarded as select * from ${sql.table(table)}`.execute(db);
	await sql`drop table ${sql.table(table)}`.execute(db);
	await sql`alter table unguarded rename to ${sql.table(table)}`.execute(db);
	if (key.length === 0) return;
	await db.schema
		.createIndex(`${table}_key`)
		.on(table)
		.columns([...key])
		.unique()
		.execute();
}

/** Lets the database make a lapse from now on. */
async function lapse(
	db: Db,
	name: DatabaseName,
	{ table, event, when, set }: Lapse
): Promise<void> {
	const on = sql`${event} on ${sql.table(table)}`;
	const columns = Object.entries(set).map(([column, value]) => ({
		column: sql.ref(column),
		value
	}));
	if (name === 'SQLite') {
		const changes = columns.map(({ column, value }) => sql`${column} = ${value}`);
		await sql`create trigger lapse after ${on} when ${when}
			begin update ${sql.table(table)} set ${sql.join(changes)} where id = new.id; end`.execute(db);
		return;
	}
	const changes = columns.map(({ column, value }) => sql`new.${column} := ${value};`);
	await sql`create function lapse() returns trigger language plpgsql as
		$$ begin ${sql.join(changes, sql` `)} return new; end $$`.execute(db);
	await sql`create trigger lapse before ${on} for each row when (${when})
		execute function lapse()`.execute(db);
}

describe.each(databaseNames)('parallel clients on %s', (name) => {
	let ctx: Context;

	beforeEach(async () => {
		const db = await openDatabase(name);
		ctx = await openForVisits(db);
		const sabotage = process.env.SABOTAGE ?? '';
		const lapsed = LAPSES[sabotage];
		if (lapsed) await lapse(db, name, lapsed);
		const tables = Object.entries(SABOTAGED[sabotage] ?? {});
		for (const [table, key] of tables) await unguard(db, table, key);
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

	/** What the run came to, for who reads its output. */
	function print(what: string, figures: object): void {
		process.stdout.write(`${name}, ${what}: ${JSON.stringify(figures)}\n`);
	}

	/** The mails that reach people's boxes for what is in the outbox now, the job coming round thrice. */
	async function mailsSent(): Promise<MailServer['received']> {
		const server = await startMailServer();
		const origin = new URL('https://studitiru.example.go.id');
		const config = { smtpUrl: server.url, mailFrom: 'studitiru@example.go.id', origin };
		for (let round = 0; round < 3; round++) {
			await sendMails({ ...ctx, config, signal: new AbortController().signal }, describeVisit);
		}
		return server.received;
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

		const tries = refs.map(accept);
		const counts = await outcomes(tries);
		print('40 acceptances of one session', counts);
		expect(counts).toEqual({ accepted: 1, slot_taken: 39 });
		for (const result of await Promise.allSettled(tries)) {
			if (result.status === 'fulfilled') continue;
			const { extra } = (result.reason as DomainError).details;
			expect(extra?.alternatives).toContainEqual(expect.objectContaining({ session: AFTERNOON }));
		}
		const claims = await ctx.db.selectFrom('sessionClaim').selectAll().execute();
		const days = await ctx.db.selectFrom('hostDay').selectAll().execute();
		expect(claims).toHaveLength(1);
		expect(days).toMatchObject([{ visits: 1, people: 10 }]);
	});

	test('one visit accepted twenty times is accepted once and sends one mail', async () => {
		const [ref = ''] = await makeRequests(1);
		await ctx.db.deleteFrom('outbox').execute();
		const accept = () =>
			acceptVisit({ ...ctx, actor: host }, { ref, version: 1, session: MORNING });

		const counts = await outcomes(Array.from({ length: 20 }, accept));
		const mails = await mailsSent();
		print('20 acceptances of one visit', { ...counts, mails: mails.length });
		expect(mails).toHaveLength(1);
		expect(counts).toEqual({ accepted: 1, stale_version: 19 });
		expect(await listNotifications({ ...ctx, actor: visitor })).toHaveLength(1);
	});

	test('twenty sendings of one form make one visit', async () => {
		const input = request();
		const form = () => (process.env.SABOTAGE === 'keys' ? request() : input);
		const send = () => requestVisit({ ...ctx, actor: visitor }, form());

		const sent = await Promise.all(Array.from({ length: 20 }, send));
		print('20 sendings of one form', { visits: new Set(sent.map(({ ref }) => ref)).size });
		expect(new Set(sent.map(({ ref }) => ref)).size).toBe(1);
		expect((await listVisits({ ...ctx, actor: visitor })).requested).toHaveLength(1);
	});

	test('ten requests sent at once leave three open', async () => {
		const send = () => requestVisit({ ...ctx, actor: visitor }, request());
		expect(await outcomes(Array.from({ length: 10 }, send))).toEqual({ accepted: 3, conflict: 7 });
		expect((await listVisits({ ...ctx, actor: visitor })).requested).toHaveLength(3);
	});

	test('the people of a day never exceed its places, however many are accepted at once', async () => {
		// Ten people a visit, two sessions of five places each for visits, 60 places for people.
		await ctx.db.updateTable('host').set({ peoplePerDay: 60 }).execute();
		await ctx.db.updateTable('hostWindow').set({ slots: 5 }).execute();
		const refs = await makeRequests(10);
		const accept = (ref: string, i: number) =>
			acceptVisit(
				{ ...ctx, actor: host },
				{ ref, version: 1, session: i % 2 === 0 ? MORNING : AFTERNOON }
			);

		const counts = await outcomes(refs.map(accept));
		print('10 visits of 10 people on a day for 60', counts);
		expect(counts).toEqual({ accepted: 6, day_full: 4 });
		expect(await ctx.db.selectFrom('hostDay').selectAll().execute()).toMatchObject([
			{ visits: 6, people: 60 }
		]);
	});

	test('a session given back while others want it goes to one of them, and nobody hangs', async () => {
		const [first = '', ...others] = await makeRequests(8);
		const as = { ...ctx, actor: host };
		await acceptVisit(as, { ref: first, version: 1, session: MORNING });

		const tries = [
			cancelVisit(as, { ref: first, version: 2, reason: 'Kantor pindah gedung.' }),
			...others.map((ref) => acceptVisit(as, { ref, version: 1, session: MORNING }))
		];
		const { accepted = 0, slot_taken: refused = 0, ...unexpected } = await outcomes(tries);
		expect(unexpected).toEqual({});
		expect(accepted + refused).toBe(8);
		const claims = await ctx.db.selectFrom('sessionClaim').selectAll().execute();
		const [day] = await ctx.db.selectFrom('hostDay').selectAll().execute();
		// The visit that gave it back and at most one that took it.
		expect(accepted).toBeLessThanOrEqual(2);
		expect(claims).toHaveLength(accepted - 1);
		expect(day).toMatchObject({ visits: claims.length, people: claims.length * 10 });
	});

	test('a session wanted by a move and by others goes to one of them, and the mover keeps one', async () => {
		const [moved = '', ...others] = await makeRequests(8);
		const as = { ...ctx, actor: host };
		await acceptVisit(as, { ref: moved, version: 1, session: MORNING });
		await act({ ...ctx, actor: visitor }, moved, 'propose_change', {
			version: 2,
			session: AFTERNOON,
			reason: 'Pesawat rombongan tiba siang.'
		});

		const {
			accepted = 0,
			slot_taken: refused = 0,
			...unexpected
		} = await outcomes([
			act(as, moved, 'accept_change', { version: 3 }),
			...others.map((ref) => acceptVisit(as, { ref, version: 1, session: AFTERNOON }))
		]);
		expect(unexpected).toEqual({});
		expect({ accepted, refused }).toEqual({ accepted: 1, refused: 7 });
		const { visit } = await getVisit(as, moved);
		const claims = await ctx.db.selectFrom('sessionClaim').selectAll().execute();
		expect(claims.filter(({ visitId }) => visitId === visit.id)).toMatchObject([
			{ windowId: visit.sessionWindowId, day: visit.sessionDay }
		]);
		// The one who lost the race to the mover's old session, or the mover, has it: nobody two.
		expect(claims.filter(({ windowId }) => windowId === 'tue-pm')).toHaveLength(1);
	});

	test('a visit moved twenty times at once into a session that is taken keeps its own', async () => {
		const [moved = '', other = ''] = await makeRequests(2);
		const as = { ...ctx, actor: host };
		await acceptVisit(as, { ref: moved, version: 1, session: MORNING });
		await act({ ...ctx, actor: visitor }, moved, 'propose_change', {
			version: 2,
			session: AFTERNOON,
			reason: 'Pesawat rombongan tiba siang.'
		});
		await acceptVisit(as, { ref: other, version: 1, session: AFTERNOON });

		const counts = await outcomes(
			Array.from({ length: 20 }, () => act(as, moved, 'accept_change', { version: 3 }))
		);
		print('20 moves into a taken session', counts);
		expect(counts).toEqual({ slot_taken: 20 });
		const { visit } = await getVisit(as, moved);
		expect(visit).toMatchObject({ state: 'change_proposed', sessionWindowId: 'tue-am' });
		const claims = await ctx.db.selectFrom('sessionClaim').selectAll().execute();
		expect(claims.map((claim) => claim.windowId).sort()).toEqual(['tue-am', 'tue-pm']);
	});

	test('a session offered by two hosts’ officers at once is held for one request', async () => {
		const [first = '', second = ''] = await makeRequests(2);
		const offer = (ref: string) =>
			act({ ...ctx, actor: host }, ref, 'counter', { version: 1, sessions: [MORNING] });
		expect(await outcomes([first, second].map(offer))).toEqual({ accepted: 1, slot_taken: 1 });
	});

	test('regions that join a visit at once never exceed the people of the day', async () => {
		await ctx.db.updateTable('host').set({ peoplePerDay: 60 }).execute();
		const [first = '', ...others] = await makeRequests(10);
		const as = { ...ctx, actor: host };
		await acceptVisit(as, { ref: first, version: 1, session: MORNING });
		const join = (ref: string) =>
			acceptVisit(as, { ref, version: 1, session: MORNING, joint: true });

		expect(await outcomes(others.map(join))).toEqual({ accepted: 5, day_full: 4 });
		expect(await ctx.db.selectFrom('hostDay').selectAll().execute()).toMatchObject([
			{ visits: 1, people: 60 }
		]);
	});

	test('a choice and the sweeping of its hold at once end in one or the other', async () => {
		const [ref = ''] = await makeRequests(1);
		await act({ ...ctx, actor: host }, ref, 'counter', { version: 1, sessions: [MORNING] });
		const lastMoment = new Date('2026-12-01T17:00:00Z');
		const then = { ...ctx, now: () => lastMoment };
		const [chosen] = await Promise.allSettled([
			act({ ...ctx, actor: visitor }, ref, 'choose', { version: 2, session: MORNING }),
			sweepHolds(then)
		]);
		const claims = await ctx.db.selectFrom('sessionClaim').selectAll().execute();
		const { visit } = await getVisit({ ...ctx, actor: host }, ref);
		const won = chosen.status === 'fulfilled';
		expect(visit.state).toBe(won ? 'scheduled' : 'countered');
		expect(claims).toHaveLength(won ? 1 : 0);
	});

	test('either side cancelling at once cancels once, and tells the other once', async () => {
		const [ref = ''] = await makeRequests(1);
		await acceptVisit({ ...ctx, actor: host }, { ref, version: 1, session: MORNING });
		const cancel = (actor: Context['actor']) =>
			cancelVisit({ ...ctx, actor }, { ref, version: 2, reason: 'Kantor pindah gedung.' });
		const tries = Array.from({ length: 10 }, (_, i) => cancel(i % 2 === 0 ? host : visitor));
		expect(await outcomes(tries)).toEqual({ accepted: 1, stale_version: 9 });
		const told = await ctx.db
			.selectFrom('outbox')
			.select('id')
			.where('template', '=', 'visit_cancelled')
			.execute();
		expect(told).toHaveLength(1);
		expect(await ctx.db.selectFrom('hostDay').selectAll().execute()).toMatchObject([
			{ visits: 0, people: 0 }
		]);
	});
});

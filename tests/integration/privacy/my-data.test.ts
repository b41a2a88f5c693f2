import { beforeEach, describe, expect, test } from 'vitest';
import { hashPassword } from '#lib/accounts/server/password.ts';
import { signIn } from '#lib/accounts/server/sign-in.ts';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { newId } from '#lib/core/ids.ts';
import { setFollow } from '#lib/follows/server/follows.ts';
import { listNotifications } from '#lib/notifications/server/use-cases.ts';
import { eraseMyAccount } from '#lib/privacy/server/erase-account.ts';
import { exportMyData } from '#lib/privacy/server/my-data.ts';
import { saveSearch } from '#lib/search/server/saved-searches.ts';
import { acceptVisit } from '#lib/visits/server/accept-visit.ts';
import { addDelegate, getDelegation } from '#lib/visits/server/delegation.ts';
import { createFeed } from '#lib/visits/server/feeds.ts';
import { listMessages, postMessage } from '#lib/visits/server/messages.ts';
import { getVisit } from '#lib/visits/server/read-visits.ts';
import { requestVisit } from '#lib/visits/server/request-visit.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { host, MORNING, openForVisits, request, visitor } from '#tests/support/visit-actors.ts';

const PASSWORD = 'jembatan-timah-sore-42';
const PERSON = {
	job_position: 'Kepala Bidang',
	organisation: 'Disdukcapil',
	role: 'member',
	needs: '',
	nip: null
} as const;
const erase = { password: PASSWORD, understood: 'on' } as const;

describe.each(databaseNames)("one's own data on %s", (name) => {
	let ctx: Context;
	let ref: string;
	const as = (actor: Actor): Context => ({ ...ctx, actor });
	const emailOf = async ({ accountId }: Actor) =>
		ctx.db
			.selectFrom('account')
			.select('email')
			.where('id', '=', accountId)
			.executeTakeFirstOrThrow()
			.then(({ email }) => email);

	beforeEach(async () => {
		ctx = await openForVisits(await openDatabase(name));
		await ctx.db
			.updateTable('account')
			.set({ passwordHash: await hashPassword(PASSWORD) })
			.execute();
		({ ref } = await requestVisit(as(visitor), request()));
		await acceptVisit(as(host), { ref, version: 1, session: MORNING });
		for (const person of [visitor.name, 'Siti Aminah']) {
			await addDelegate(as(visitor), { ref, name: person, ...PERSON });
		}
		await postMessage(as(visitor), { ref, audience: 'both', body: 'Kami tiba pukul sembilan.' });
		await createFeed(as(visitor), { feed: 'user' });
		await setFollow(as(visitor), { kind: 'region', target: '36.71', follow: '1' });
		await saveSearch(as(visitor), { name: 'Kecamatan', query: 'q=kecamatan' });
	});

	test('is taken along whole, without secrets and without anybody else’s', async () => {
		const text = await exportMyData(as(visitor));
		const data = JSON.parse(text) as Record<string, unknown>;
		expect(data).toMatchObject({
			account: { name: visitor.name },
			roles: [{ role: 'delegate', region_code: '36.03' }],
			requested_visits: [{ ref, host_region_code: '36.71' }],
			delegates: expect.arrayContaining([
				expect.objectContaining({ ref, name: visitor.name }),
				expect.objectContaining({ name: 'Siti Aminah', job_position: 'Kepala Bidang' })
			]) as unknown,
			visit_actions: [{ action: 'submit' }],
			visit_messages: [{ body: 'Kami tiba pukul sembilan.' }],
			calendar_addresses: [{ scope: 'user' }],
			notifications: [{ template: 'visit_accepted' }],
			follows: [{ target: '36.71' }],
			saved_searches: [{ query: 'q=kecamatan' }]
		});
		expect(text).not.toMatch(/argon2|secret|hash/i);
		const others = JSON.parse(await exportMyData(as(host))) as Record<string, unknown[]>;
		expect([others.delegates, others.requested_visits, others.visit_messages]).toEqual([
			[],
			[],
			[]
		]);
	});

	test('erased, nobody signs in any more and nothing names its owner, but the visit stays whole', async () => {
		const email = await emailOf(visitor);
		await eraseMyAccount(as(visitor), erase);

		await expect(signIn(ctx, { email, password: PASSWORD, next: '' }, '::1')).rejects.toMatchObject(
			{
				code: 'unauthenticated'
			}
		);
		const { events, visit } = await getVisit(as(host), ref);
		expect(visit.state).toBe('scheduled');
		expect(events.map(({ action, role, accountName }) => [action, role, accountName])).toEqual([
			['submit', 'delegate', ''],
			['accept', 'secretary', host.name]
		]);
		const { messages } = await listMessages(as(host), ref);
		expect(messages).toMatchObject([{ body: 'Kami tiba pukul sembilan.', accountName: '' }]);
		const { delegates } = await getDelegation(as(host), ref);
		expect(delegates.map((delegate) => delegate.name)).toEqual(['Siti Aminah']);
		expect(await listNotifications(as(visitor))).toEqual([]);
		for (const table of ['calendarFeed', 'follow', 'savedSearch', 'roleGrant'] as const) {
			const rows = await ctx.db
				.selectFrom(table as 'follow')
				.selectAll()
				.where('accountId', '=', visitor.accountId)
				.execute();
			expect(rows, table).toEqual([]);
		}
	});

	test('a wrong password erases nothing, and guessing is stopped', async () => {
		const wrong = () => eraseMyAccount(as(visitor), { ...erase, password: 'bukan-ini' });
		for (let i = 0; i < 5; i++) {
			await expect(wrong()).rejects.toMatchObject({
				details: { fields: [{ path: 'password', code: 'myData.passwordWrong' }] }
			});
		}
		await expect(wrong()).rejects.toMatchObject({ code: 'rate_limited' });
		expect(await emailOf(visitor)).not.toContain('erased');
	});

	test('the only administrator stays until there is another, as do the demonstration’s accounts', async () => {
		const admin: Actor = {
			...visitor,
			grants: [{ role: 'institution_admin', regionCode: '36.03', agencyId: null }]
		};
		await expect(eraseMyAccount(as(admin), erase)).rejects.toMatchObject({
			code: 'conflict',
			details: { message: 'myData.soleAdmin' }
		});
		const second = { id: newId(), role: 'institution_admin', regionCode: '36.03', agencyId: null };
		await ctx.db
			.insertInto('roleGrant')
			.values({ ...second, role: 'institution_admin', accountId: host.accountId })
			.execute();
		await eraseMyAccount(as(admin), erase);
		expect(await emailOf(visitor)).toContain('erased');

		await ctx.db
			.updateTable('account')
			.set({ email: 'sekda.kota@demo.studitiru.example' })
			.where('id', '=', host.accountId)
			.execute();
		await expect(eraseMyAccount(as(host), erase)).rejects.toMatchObject({
			details: { message: 'myData.demo' }
		});
	});
});

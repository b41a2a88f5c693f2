import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import type { Holiday } from '#lib/database/tables/visits.ts';
import { readOutbox, retryMail } from '#lib/notifications/server/administer-mail.ts';
import {
	countUnread,
	getInbox,
	markAllRead,
	savePreferences,
	unsubscribe
} from '#lib/notifications/server/inbox.ts';
import { sendDigests } from '#lib/notifications/server/send-digests.ts';
import { sendMails } from '#lib/notifications/server/send-mail.ts';
import { describeVisit } from '#lib/visits/server/describe-visit.ts';
import { holidaysFrom } from '#lib/visits/server/hosts.ts';
import { postMessage } from '#lib/visits/server/messages.ts';
import { requestVisit } from '#lib/visits/server/request-visit.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { startMailServer, type MailServer } from '#tests/support/mail-server.ts';
import { host, NOW, openForVisits, request, visitor } from '#tests/support/visit-actors.ts';
import { actions, load } from '../../../src/routes/unsubscribe/[key]/[kind]/+page.server.ts';

/** Half past six and ten past seven in Jakarta. */
const WEDNESDAY_EARLY = new Date('2026-11-24T23:30:00Z');
const WEDNESDAY = new Date('2026-11-25T00:10:00Z');
const THURSDAY = new Date('2026-11-26T00:10:00Z');
const SATURDAY = new Date('2026-11-28T03:00:00Z');

const admin: Actor = {
	accountId: 'admin',
	name: 'admin',
	grants: [{ role: 'platform_admin', regionCode: null, agencyId: null }]
};
const PREFERENCES = {
	message: 'now',
	deadline: 'off',
	commitment: 'off',
	adoption: 'digest',
	innovation: 'off'
} as const;

describe.each(databaseNames)('news on %s', (name) => {
	let ctx: Context;
	let server: MailServer;
	let ref: string;
	let now = NOW;
	const config = () => ({
		smtpUrl: server.url,
		mailFrom: 'studitiru@example.go.id',
		origin: new URL('https://studitiru.example.go.id')
	});
	const as = (actor: Actor): Context => ({ ...ctx, actor });
	const write = (body: string) => postMessage(as(visitor), { ref, audience: 'both', body });
	/** Both jobs, as the server runs them. */
	async function run(): Promise<void> {
		const sending = { ...ctx, config: config(), signal: new AbortController().signal };
		await sendMails(sending, describeVisit);
		await sendDigests(sending, holidaysFrom);
	}
	/** Makes a holiday of that Wednesday. */
	const markHoliday = (holiday: Pick<Holiday, 'kind' | 'regionCode'>) =>
		ctx.db
			.insertInto('holiday')
			.values({ day: '2026-11-25', nameId: 'Hari libur', nameEn: 'Holiday', ...holiday })
			.execute();
	const subjects = () => server.received.map(({ subject }) => subject);
	const modes = async () => (await getInbox(as(host))).modes;

	beforeEach(async () => {
		now = NOW;
		ctx = { ...(await openForVisits(await openDatabase(name))), now: () => now };
		server = await startMailServer();
		({ ref } = await requestVisit(as(visitor), request()));
		await ctx.db.deleteFrom('outbox').execute();
	});

	test('what may wait comes in one mail in the morning of a working day, and once', async () => {
		await write('Parkir di mana?');
		await write('Apakah ada ruang menyusui?');
		now = WEDNESDAY_EARLY;
		await run();
		expect(subjects()).toEqual([]);
		now = WEDNESDAY;
		await run();
		await write('Satu pertanyaan lagi.');
		await run();
		const [mail, ...others] = server.received;
		expect(others).toEqual([]);
		expect(mail?.subject).toContain('2');
		expect(mail?.text?.match(/menulis pesan/g)).toHaveLength(2);
		expect(mail?.headers.get('list-unsubscribe-post')).toBeUndefined();
		expect(mail?.headers.get('list')).toMatchObject({
			unsubscribe: { url: expect.stringMatching(/\/unsubscribe\/[\w-]{32}\/digest$/) as string }
		});

		await write('Kami membawa 12 orang.');
		now = SATURDAY;
		await run();
		expect(server.received).toHaveLength(1);
	});

	test.each([
		['a national holiday', 'national', ''],
		['collective leave', 'collective_leave', ''],
		['a holiday of the reader’s region', 'regional', '36.71']
	] as const)('no digest comes on %s', async (_, kind, regionCode) => {
		await markHoliday({ kind, regionCode });
		await write('Parkir di mana?');
		now = WEDNESDAY;
		await run();
		expect(subjects()).toEqual([]);
		now = THURSDAY;
		await run();
		expect(subjects()).toHaveLength(1);
	});

	test('a holiday of another region holds nothing up', async () => {
		await markHoliday({ kind: 'regional', regionCode: '36.03' });
		await write('Parkir di mana?');
		now = WEDNESDAY;
		await run();
		expect(subjects()).toHaveLength(1);
	});

	test('a digest that is refused is not lost', async () => {
		await write('Parkir di mana?');
		server.refuse(451);
		now = WEDNESDAY;
		await run();
		expect(subjects()).toEqual([]);
		server.refuse(null);
		await run();
		expect(server.received).toHaveLength(1);
	});

	test('everybody chooses what comes at once, in the digest, or not at all; duty always comes', async () => {
		expect(await modes()).toMatchObject({ decision: 'now', message: 'digest' });
		await savePreferences(as(host), PREFERENCES);
		expect(await modes()).toEqual({ decision: 'now', ...PREFERENCES });
		await write('Parkir di mana?');
		await run();
		expect(server.received).toHaveLength(1);
		await savePreferences(as(host), { ...PREFERENCES, message: 'off' });
		await write('Terima kasih.');
		await requestVisit(as(visitor), request());
		await run();
		expect(server.received).toHaveLength(2);
		expect(server.received.at(-1)?.subject).toContain('mengajukan');
	});

	test('the inbox counts what is new until it is read, for its reader only', async () => {
		await write('Parkir di mana?');
		expect(await countUnread(as(host))).toBe(1);
		expect(await countUnread(as(visitor))).toBe(0);
		expect((await getInbox(as(host))).notifications).toMatchObject([
			{ template: 'message_posted', isRead: false, data: { ref } }
		]);
		await markAllRead(as(host));
		expect(await countUnread(as(host))).toBe(0);
		expect((await getInbox(as(host))).notifications).toMatchObject([{ isRead: true }]);
	});

	test('looking at a link to unsubscribe changes nothing, posting to it does, without signing in', async () => {
		await savePreferences(as(host), PREFERENCES);
		await write('Parkir di mana?');
		await run();
		const [mail] = server.received;
		const link = /\/unsubscribe\/([\w-]+)\/(\w+)/.exec(mail?.text ?? '');
		const params = { key: link?.[1] ?? '', kind: link?.[2] ?? '' };
		const event = { locals: { ctx }, params } as never;
		expect(await load(event)).toEqual({ kind: 'message' });
		expect(await modes()).toMatchObject({ message: 'now' });

		expect(await actions.default(event)).toEqual({ done: true });
		expect(await modes()).toEqual({ decision: 'now', ...PREFERENCES, message: 'off' });
		for (const kind of ['decision', 'semua']) {
			await expect(unsubscribe(ctx, { ...params, kind })).rejects.toMatchObject({
				code: 'not_found'
			});
		}
		await expect(unsubscribe(ctx, { ...params, key: 'x' })).rejects.toMatchObject({
			code: 'not_found'
		});
	});

	test('leaving the digest ends all that comes in it and nothing else', async () => {
		await write('Parkir di mana?');
		now = WEDNESDAY;
		await run();
		const key = /\/unsubscribe\/([\w-]+)\/digest/.exec(server.received[0]?.text ?? '')?.[1] ?? '';
		await unsubscribe(ctx, { key, kind: 'digest' });
		expect(await modes()).toEqual({
			decision: 'now',
			message: 'off',
			deadline: 'now',
			commitment: 'now',
			adoption: 'off',
			innovation: 'off'
		});
	});

	test('the administrator sees which mail failed and why, and sends it again; others see nothing', async () => {
		await requestVisit(as(visitor), request());
		server.refuse(550);
		await run();
		const { counts, mails } = await readOutbox(as(admin));
		expect(counts).toEqual([{ mailState: 'failed', n: 1 }]);
		expect(mails).toMatchObject([
			{ mailState: 'failed', attempts: 1, lastError: expect.stringContaining('550') as string }
		]);
		for (const actor of [host, visitor]) {
			await expect(readOutbox(as(actor))).rejects.toMatchObject({ code: 'forbidden' });
			await expect(retryMail(as(actor), { id: mails[0]?.id ?? '' })).rejects.toMatchObject({
				code: 'forbidden'
			});
		}
		server.refuse(null);
		await retryMail(as(admin), { id: mails[0]?.id ?? '' });
		await run();
		expect(server.received).toHaveLength(1);
		expect((await readOutbox(as(admin))).counts).toEqual([{ mailState: 'sent', n: 1 }]);
	});
});

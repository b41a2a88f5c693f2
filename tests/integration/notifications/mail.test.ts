import { describe, expect, test } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { savePreferences } from '#lib/notifications/server/inbox.ts';
import { notify } from '#lib/notifications/server/use-cases.ts';
import { sendMails } from '#lib/notifications/server/send-mail.ts';
import { openTransport } from '#lib/notifications/server/transport.ts';
import { acceptVisit } from '#lib/visits/server/accept-visit.ts';
import { cancelVisit } from '#lib/visits/server/cancel-visit.ts';
import { declineVisit } from '#lib/visits/server/decide-visit.ts';
import { describeVisit } from '#lib/visits/server/describe-visit.ts';
import { postMessage } from '#lib/visits/server/messages.ts';
import { requestVisit } from '#lib/visits/server/request-visit.ts';
import { databaseNames, openDatabase, type DatabaseName } from '#tests/support/databases.ts';
import { startMailServer, type MailServer } from '#tests/support/mail-server.ts';
import { act } from '#tests/support/visit-acting.ts';
import {
	AFTERNOON,
	MORNING,
	NOW,
	host,
	openForVisits,
	request,
	visitor
} from '#tests/support/visit-actors.ts';
import { load as leave } from '../../../src/routes/unsubscribe/[key]/[kind]/+page.server.ts';
import { load as open } from '../../../src/routes/visits/[ref]/+page.server.ts';

const DIGESTS = {
	deadline: 'digest',
	message: 'digest',
	commitment: 'digest',
	adoption: 'digest',
	innovation: 'digest'
} as const;

interface Post {
	readonly ctx: Context;
	readonly server: MailServer;
	readonly clock: { now: Date };
	/** One run of the job; `silenceMs` is how long it waits for a silent server. */
	readonly send: (silenceMs?: number) => Promise<void>;
	readonly states: () => Promise<string[]>;
}

async function post(name: DatabaseName): Promise<Post> {
	const clock = { now: NOW };
	const opened = await openForVisits(await openDatabase(name));
	const ctx = { ...opened, now: () => clock.now };
	const server = await startMailServer();
	const config = {
		smtpUrl: server.url,
		mailFrom: 'studitiru@example.go.id',
		origin: new URL('https://studitiru.example.go.id')
	};
	const send = (silenceMs?: number) =>
		sendMails({ ...ctx, config, signal: new AbortController().signal }, describeVisit, (settings) =>
			openTransport(settings, silenceMs)
		);
	const states = async () => {
		const rows = await ctx.db
			.selectFrom('outbox')
			.select(['template', 'mailState'])
			.orderBy('createdAt')
			.orderBy('id')
			.execute();
		return rows.map(({ template, mailState }) => `${template} ${mailState}`);
	};
	return { ctx, server, clock, send, states };
}

async function asked({ ctx }: Post): Promise<string> {
	const { ref } = await requestVisit({ ...ctx, actor: visitor }, request());
	return ref;
}

async function accepted(it: Post): Promise<string> {
	const ref = await asked(it);
	await it.ctx.db.deleteFrom('outbox').execute();
	await acceptVisit({ ...it.ctx, actor: host }, { ref, version: 1, session: MORNING });
	return ref;
}

describe.each(databaseNames)('mail on %s', (name) => {
	test('arrives in the language of its reader, as text and HTML, with the page to open', async () => {
		const it = await post(name);
		await it.ctx.db
			.updateTable('account')
			.set({ locale: 'en' })
			.where('id', '=', host.accountId)
			.execute();
		const ref = await asked(it);
		await it.send();

		const [mail] = it.server.received;
		expect(mail?.subject).toContain(ref);
		expect(mail?.subject).toContain('Kabupaten Tangerang');
		expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
		expect(mail?.headers.has('list')).toBe(false);
		expect(mail?.text).toContain(`https://studitiru.example.go.id/visits/${ref}`);
		expect(mail?.html).toContain('<html lang="en">');
		expect(mail?.html).not.toMatch(/<img|<script|http:/);
		expect(await it.states()).toEqual(['visit_submitted sent']);
		await it.send();
		expect(it.server.received).toHaveLength(1);
	});

	test('of an acceptance brings the visit as an invitation, and its cancellation takes it back', async () => {
		const it = await post(name);
		const ref = await accepted(it);
		await it.send();
		await cancelVisit(
			{ ...it.ctx, actor: host },
			{ ref, version: 2, reason: 'Wali Kota memimpin upacara.' }
		);
		await it.send();

		const files = it.server.received.map(
			({ attachments }) =>
				attachments
					.find(({ contentType }) => contentType.startsWith('text/calendar'))
					?.content.toString() ?? ''
		);
		expect(files[0]).toContain('METHOD:REQUEST');
		expect(files[0]).toContain('DTSTART;TZID=Asia/Jakarta:20261208T090000');
		expect(files[1]).toContain('METHOD:CANCEL');
		expect(files[1]).toContain('SEQUENCE:1');
		const uids = files.map((file) => /UID:(.*)/.exec(file)?.[1]);
		expect(uids[0]).toBe(uids[1]);
	});

	test('of one offered session holds it in the calendar, of several it names them and holds none', async () => {
		const one = await post(name);
		const ref = await asked(one);
		await act({ ...one.ctx, actor: host }, ref, 'counter', { version: 1, sessions: [MORNING] });
		await one.send();
		const file = one.server.received
			.flatMap(({ attachments }) => attachments)
			.find(({ contentType }) => contentType.startsWith('text/calendar'));
		expect(file?.content.toString()).toContain('STATUS:TENTATIVE');

		const two = await post(name);
		const other = await asked(two);
		const sessions = [MORNING, AFTERNOON];
		await act({ ...two.ctx, actor: host }, other, 'counter', { version: 1, sessions });
		await two.send();
		const mail = two.server.received.find(({ to }) => JSON.stringify(to).includes('delegate'));
		expect(mail?.attachments).toEqual([]);
		expect(mail?.text).toContain('8 Desember 2026, 09.00–11.30 WIB; ');
		expect(mail?.text).toContain('8 Desember 2026, 13.00–15.30 WIB');
	});

	test('that tells what has passed is not sent, and no cancellation of what nobody got', async () => {
		const it = await post(name);
		const ref = await accepted(it);
		await cancelVisit(
			{ ...it.ctx, actor: host },
			{ ref, version: 2, reason: 'Wali Kota memimpin upacara.' }
		);
		await it.send();
		expect([...(await it.states())].sort()).toEqual([
			'visit_accepted superseded',
			'visit_cancelled sent'
		]);
		expect(it.server.received[0]?.attachments).toEqual([]);
	});

	test('refused for now is tried again later and holds what follows it', async () => {
		const it = await post(name);
		const ref = await asked(it);
		it.server.refuse(451);
		await it.send();
		await notify(
			{ db: it.ctx.db, now: () => new Date(NOW.getTime() + 1000) },
			[host.accountId],
			'second',
			{
				template: 'visit_submitted',
				data: { ref, region: 'B' }
			}
		);
		it.server.refuse(null);
		await it.send();
		expect(it.server.received).toEqual([]);

		it.clock.now = new Date(NOW.getTime() + 61_000);
		await it.send();
		expect(
			it.server.received.map(({ subject }) => subject?.includes('Kabupaten Tangerang'))
		).toEqual([true, false]);
		const [first] = it.server.received;
		const row = await it.ctx.db
			.selectFrom('outbox')
			.select('id')
			.where('attempts', '=', 2)
			.executeTakeFirst();
		expect(first?.messageId).toBe(`<${row?.id ?? ''}@example.go.id>`);
	});

	test('refused for good is shown as failed with what the server said', async () => {
		const it = await post(name);
		await asked(it);
		it.server.refuse(550);
		await it.send();
		const row = await it.ctx.db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow();
		expect(row).toMatchObject({ mailState: 'failed', attempts: 1 });
		expect(row.lastError).toContain('550');
	});

	test('to a server that keeps silent waits, and arrives once when it speaks again', async () => {
		const it = await post(name);
		await asked(it);
		it.server.hang(true);
		await it.send(150);
		expect(await it.states()).toEqual(['visit_submitted queued']);
		it.server.hang(false);
		it.clock.now = new Date(NOW.getTime() + 61_000);
		await it.send();
		await it.send();
		expect(it.server.received).toHaveLength(1);
	});

	test('stays in the outbox when no server is set', async () => {
		const it = await post(name);
		await asked(it);
		const config = { smtpUrl: null, mailFrom: null, origin: new URL('http://localhost:3000') };
		await sendMails({ ...it.ctx, config, signal: new AbortController().signal }, describeVisit);
		expect(await it.states()).toEqual(['visit_submitted queued']);
	});

	test('is followed without changing anything: its links only lead to pages', async () => {
		const it = await post(name);
		const ref = await accepted(it);
		await act({ ...it.ctx, actor: host }, ref, 'propose_change', {
			version: 2,
			session: AFTERNOON,
			reason: 'Aula dipakai kegiatan lain.'
		});
		await postMessage({ ...it.ctx, actor: host }, { ref, audience: 'both', body: 'Ada parkir.' });
		await savePreferences({ ...it.ctx, actor: visitor }, { ...DIGESTS, message: 'now' });
		await it.send();
		const links = it.server.received.flatMap(({ html }) => [
			...String(html).matchAll(/href="https:\/\/[^/"]+(\/[^"]*)"/g)
		]);
		const paths = [...new Set(links.map(([, path = '']) => path))];
		const keep = async () =>
			JSON.stringify([
				await it.ctx.db.selectFrom('visit').selectAll().execute(),
				await it.ctx.db.selectFrom('visitEvent').selectAll().execute(),
				await it.ctx.db.selectFrom('sessionClaim').selectAll().execute(),
				await it.ctx.db.selectFrom('notificationPreference').selectAll().execute(),
				await it.ctx.db.selectFrom('outbox').selectAll().execute()
			]);
		const before = await keep();
		const kinds = new Set<string>();
		for (const path of paths) {
			const [, room = '', first = '', second = ''] = path.split('/');
			kinds.add(room);
			for (const actor of [null, visitor, host]) {
				const locals = { ctx: { ...it.ctx, actor } };
				const params = { ref: first, key: first, kind: second };
				const load = room === 'unsubscribe' ? leave : open;
				await Promise.allSettled([load({ locals, params } as never)]);
			}
		}
		expect([...kinds].sort()).toEqual(['unsubscribe', 'visits']);
		expect(await keep()).toBe(before);
	});

	test('of a declined request has no invitation', async () => {
		const it = await post(name);
		const ref = await asked(it);
		await declineVisit(
			{ ...it.ctx, actor: host },
			{
				ref,
				version: 1,
				reason_code: 'timing',
				reason: 'Pada bulan itu kami menyiapkan pemilihan kepala desa.',
				alternative: 'online'
			}
		);
		await it.send();
		expect(it.server.received.map(({ attachments }) => attachments.length)).toEqual([0]);
	});
});

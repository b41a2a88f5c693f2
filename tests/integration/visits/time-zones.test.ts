import ICAL from 'ical.js';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { typesetPdf } from '#lib/documents/server/typeset.ts';
import { formatTimeRange } from '#lib/i18n/format.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import { sendMails } from '#lib/notifications/server/send-mail.ts';
import { acceptVisit } from '#lib/visits/server/accept-visit.ts';
import { visitBody } from '#lib/visits/server/api-rows.ts';
import { describeVisit } from '#lib/visits/server/describe-visit.ts';
import { createFeed, readFeed } from '#lib/visits/server/feeds.ts';
import { listSessions } from '#lib/visits/server/hosts.ts';
import { getLetter, saveLetter } from '#lib/visits/server/letters.ts';
import { getVisit } from '#lib/visits/server/read-visits.ts';
import { requestVisit } from '#lib/visits/server/request-visit.ts';
import { inZone } from '#lib/visits/session-time.ts';
import { shareText } from '#lib/visits/share-text.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { startMailServer } from '#tests/support/mail-server.ts';
import { openForVisits, request, visitor } from '#tests/support/visit-actors.ts';

const MAKASSAR = '73.71';
const MORNING = 'makassar-am@2026-12-08';
const host: Actor = {
	accountId: 'secretary 36.71',
	name: 'secretary 36.71',
	grants: [{ role: 'secretary', regionCode: MAKASSAR, agencyId: null }]
};
const LETTER = {
	agency: 'Sekretariat Daerah',
	address: '',
	number: '400.12/127/Setda/2026',
	place: 'Makassar',
	date: '2026-11-25',
	attachment: '',
	addressee: 'Bupati Tangerang',
	body: '',
	signer_position: 'Sekretaris Daerah',
	signer_name: 'Zainal',
	signer_rank: '',
	signer_nip: null,
	copies: ''
};

const places = ['UTC', 'Asia/Jakarta', 'America/New_York'].flatMap((zone) =>
	databaseNames.map((name) => ({ zone, name }))
);

describe.each(places)('a server in $zone with $name', ({ zone, name }) => {
	const before = process.env.TZ;
	let ctx: Context;
	const as = (actor: Actor): Context => ({ ...ctx, actor });

	beforeEach(async () => {
		process.env.TZ = zone;
		ctx = await openForVisits(await openDatabase(name));
		await ctx.db
			.updateTable('roleGrant')
			.set({ regionCode: MAKASSAR })
			.where('regionCode', '=', '36.71')
			.execute();
		await ctx.db.updateTable('hostWindow').set({ validTo: '2026-01-01' }).execute();
		await ctx.db
			.insertInto('host')
			.values({
				regionCode: MAKASSAR,
				welcomeId: 'Selamat datang.',
				welcomeEn: 'Welcome.',
				contactPosition: 'Bagian Organisasi',
				address: 'Jl. Ahmad Yani No. 2, Makassar',
				onlineOffered: 1,
				onsiteOffered: 1,
				leadWorkingDays: 7,
				horizonDays: 120,
				peoplePerVisit: 40,
				peoplePerDay: 60,
				visitsPerDay: 2,
				visitsPerMonth: 4,
				isSample: 0,
				closedAt: null
			})
			.execute();
		await ctx.db
			.insertInto('hostWindow')
			.values({
				id: 'makassar-am',
				regionCode: MAKASSAR,
				weekday: 2,
				startsAt: '09:00',
				endsAt: '11:30',
				slots: 1,
				validFrom: null,
				validTo: null
			})
			.execute();
	});
	afterEach(() => {
		if (before === undefined) delete process.env.TZ;
		else process.env.TZ = before;
	});

	test('a visitor from WIB of a host in WITA reads 09.00 WITA on page, mail, calendar, letter and API', async () => {
		const { sessions } = await listSessions(ctx, { region: MAKASSAR, to: '2026-12-09' });
		expect(sessions.filter(({ closedReason }) => closedReason === null)).toMatchObject([
			{ id: MORNING, day: '2026-12-08', startsAt: '09:00', endsAt: '11:30' }
		]);
		const { ref } = await requestVisit(
			as(visitor),
			request({ host_region: MAKASSAR, preferred_sessions: [MORNING] })
		);
		await ctx.db.deleteFrom('outbox').execute();
		await acceptVisit(as(host), { ref, version: 1, session: MORNING });

		const view = await getVisit(as(visitor), ref);
		const { sessionDay: day, startsAt, endsAt, hostTimezone: timezone } = view.visit;
		expect(day && startsAt && endsAt ? formatTimeRange(startsAt, endsAt, timezone) : null).toBe(
			'09.00–11.30 WITA'
		);
		// The own clock stands second.
		expect(view.viewerTimezone).toBe('Asia/Jakarta');
		expect(
			inZone(
				{ day: day ?? '', startsAt: startsAt ?? '', endsAt: endsAt ?? '', timezone },
				'Asia/Jakarta'
			)
		).toMatchObject({ startsAt: '08:00', endsAt: '10:30' });
		expect(visitBody(view)).toMatchObject({
			session_day: '2026-12-08',
			session_start: '09:00',
			timezone: 'Asia/Makassar'
		});

		const server = await startMailServer();
		const origin = new URL('https://studitiru.example.go.id');
		const config = { smtpUrl: server.url, mailFrom: 'studitiru@example.go.id', origin };
		await sendMails({ ...ctx, config, signal: new AbortController().signal }, describeVisit);
		const [mail] = server.received;
		expect(mail?.text).toContain('Selasa, 8 Desember 2026, 09.00–11.30 WITA');
		expect(mail?.text).not.toMatch(/WIB|08\.00/);
		expect(mail?.html).toContain('Selasa, 8 Desember 2026, 09.00–11.30 WITA');
		expect(mail?.html).not.toMatch(/WIB|08\.00/);
		const shared = shareText(view.visit, 'https://example.org', 'id', translateIn('id'));
		expect(shared).toContain('Waktu: Selasa, 8 Desember 2026, 09.00–11.30 WITA');
		const invitation = mail?.attachments.find(({ contentType }) =>
			contentType.startsWith('text/calendar')
		);
		const { token } = await createFeed(as(visitor), { feed: 'user' });
		const feed = await readFeed(ctx, { token, origin: origin.origin });
		for (const text of [invitation?.content.toString() ?? '', feed]) {
			expect(text).toContain('DTSTART;TZID=Asia/Makassar:20261208T090000');
			expect(text.replaceAll('\r\n ', '')).toContain('09.00–11.30 WITA');
			expect(instantIn(text)).toBe('2026-12-08T01:00:00.000Z');
		}

		await saveLetter(as(host), { ref, kind: 'reply', ...LETTER });
		const { letter } = await getLetter(as(visitor), { ref, kind: 'reply' });
		expect(letter?.details).toContainEqual({ label: 'Waktu', value: '09.00–11.30 WITA' });
		const pdf = typesetPdf({
			template: 'src/lib/visits/server/letter.typ',
			data: { ...letter, documentTitle: 'Surat balasan' }
		});
		const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true });
		expect(text).toContain('09.00–11.30 WITA');
	});
});

/** When a calendar says that its event begins, read by another library. */
function instantIn(text: string): string | undefined {
	const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
	for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
	const event = calendar.getFirstSubcomponent('vevent');
	return event ? new ICAL.Event(event).startDate.toJSDate().toISOString() : undefined;
}

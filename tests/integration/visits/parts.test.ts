import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ICAL from 'ical.js';
import { afterAll, describe, expect, test } from 'vitest';
import {
	getAfterVisit,
	giveFeedback,
	remindOfCommitments
} from '#lib/adoptions/server/after-visit.ts';
import { saveReport } from '#lib/adoptions/server/save-report.ts';
import { openAttachment } from '#lib/attachments/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { acceptVisit } from '#lib/visits/server/accept-visit.ts';
import {
	addDelegate,
	checkIn,
	getDelegation,
	openAttendance,
	reduceDelegations,
	saveAgenda
} from '#lib/visits/server/delegation.ts';
import { createFeed, listFeeds, readFeed, revokeFeed } from '#lib/visits/server/feeds.ts';
import { getLetter, saveLetter } from '#lib/visits/server/letters.ts';
import { listMessages, postMessage } from '#lib/visits/server/messages.ts';
import { getVisit } from '#lib/visits/server/read-visits.ts';
import { requestVisit } from '#lib/visits/server/request-visit.ts';
import { addScan, removeScan } from '#lib/visits/server/scans.ts';
import { databaseNames, openDatabase, type DatabaseName } from '#tests/support/databases.ts';
import { ownerGuards } from '../../../src/routes/attachments/owner-guards.ts';
import { pdfOf, photoOf, workbookOf } from '#tests/support/files.ts';
import { act } from '#tests/support/visit-acting.ts';
import {
	AFTERNOON,
	MORNING,
	NOW,
	host,
	openForVisits,
	request,
	stranger,
	visitor
} from '#tests/support/visit-actors.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-scans-'));
process.env.DATA_DIR = folder;

afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

const PERSON = {
	name: 'Siti Aminah, S.Kom., M.T.',
	job_position: 'Kepala Bidang',
	organisation: 'Disdukcapil',
	role: 'leader',
	needs: '',
	nip: '198001012005012001'
} as const;

interface Dated {
	readonly ctx: Context;
	readonly asHost: Context;
	readonly asVisitor: Context;
	readonly ref: string;
	readonly id: string;
}

/** A visit with a date, seen from both sides. */
async function dated(name: DatabaseName): Promise<Dated> {
	const ctx = await openForVisits(await openDatabase(name));
	const asVisitor = { ...ctx, actor: visitor };
	const asHost = { ...ctx, actor: host };
	const { ref } = await requestVisit(asVisitor, request({ people: 1 }));
	await acceptVisit(asHost, { ref, version: 1, session: MORNING });
	const { visit } = await getDelegation(asHost, ref);
	return { ctx, asHost, asVisitor, ref, id: visit.id };
}

describe.each(databaseNames)('the parts of a visit on %s', (name) => {
	test('messages are read by both sides, notes by one, and nothing by others', async () => {
		const { ctx, asHost, asVisitor, ref } = await dated(name);
		await postMessage(asHost, { ref, audience: 'both', body: 'Parkir di halaman timur.' });
		await postMessage(asHost, { ref, audience: 'own', body: 'Siapkan ruang rapat kecil.' });

		expect((await listMessages(asHost, ref)).messages).toHaveLength(2);
		const { messages } = await listMessages(asVisitor, ref);
		expect(messages.map(({ body }) => body)).toEqual(['Parkir di halaman timur.']);
		await expect(listMessages({ ...ctx, actor: stranger }, ref)).rejects.toMatchObject({
			code: 'not_found'
		});
		const told = await ctx.db
			.selectFrom('outbox')
			.select('accountId')
			.where('template', '=', 'message_posted')
			.execute();
		expect(told).toEqual([{ accountId: visitor.accountId }]);
	});

	test('the delegation is listed by the visitor, no larger than agreed, and checked in by code', async () => {
		const { asHost, asVisitor, ref } = await dated(name);
		await addDelegate(asVisitor, { ref, ...PERSON });
		await expect(addDelegate(asVisitor, { ref, ...PERSON })).rejects.toMatchObject({
			code: 'invalid'
		});
		await expect(addDelegate(asHost, { ref, ...PERSON })).rejects.toMatchObject({
			code: 'forbidden'
		});
		await openAttendance(asHost, ref);
		const { checkInCode, delegates } = await getDelegation(asHost, ref);
		expect((await getDelegation(asVisitor, ref)).checkInCode).toBeNull();
		const present = delegates.map(({ id }) => id);
		await expect(checkIn(asVisitor, { ref, code: 'SALAH', present })).rejects.toMatchObject({
			code: 'invalid'
		});
		await checkIn(asVisitor, { ref, code: (checkInCode ?? '').toLowerCase(), present });
		const [delegate] = (await getDelegation(asHost, ref)).delegates;
		expect(delegate?.attendedAt).toBe(NOW.toISOString());
	});

	test('nobody at the door is an answer too', async () => {
		const { asHost, asVisitor, ref } = await dated(name);
		await addDelegate(asVisitor, { ref, ...PERSON });
		const [person] = (await getDelegation(asHost, ref)).delegates;
		await checkIn(asHost, { ref, code: '', present: [person?.id ?? ''] });
		await checkIn(asHost, { ref, code: '', present: [] });
		expect((await getDelegation(asHost, ref)).delegates).toMatchObject([{ attendedAt: null }]);
	});

	test('a year after the visit only counts are left of the delegation', async () => {
		const { ctx, asHost, asVisitor, ref } = await dated(name);
		await addDelegate(asVisitor, { ref, ...PERSON });
		const file = { name: 'daftar.pdf', bytes: pdfOf('Daftar rombongan') };
		await addScan(asVisitor, { ref, kind: 'delegation' }, file);
		await addScan(asVisitor, { ref, kind: 'request' }, file);
		await reduceDelegations({ ...ctx, now: () => new Date('2027-12-01T00:00:00Z') });
		expect((await getDelegation(asHost, ref)).delegates).toHaveLength(1);
		expect((await getVisit(asHost, ref)).scans).toHaveLength(2);
		await reduceDelegations({ ...ctx, now: () => new Date('2027-12-10T00:00:00Z') });
		const { delegates, counts } = await getDelegation(asHost, ref);
		expect(delegates).toEqual([]);
		const kinds = (await getVisit(asHost, ref)).scans.map(({ purpose }) => purpose);
		expect(kinds).toEqual(['request']);
		expect(counts).toEqual({ listed: 1, attended: 0 });
		await expect(addDelegate(asVisitor, { ref, ...PERSON })).rejects.toMatchObject({
			code: 'invalid'
		});
		await reduceDelegations({ ...ctx, now: () => new Date('2027-12-11T00:00:00Z') });
		expect((await getDelegation(asHost, ref)).counts).toEqual(counts);
	});

	test("the agenda is the host's, a line for each item", async () => {
		const { asHost, asVisitor, ref } = await dated(name);
		await saveAgenda(asHost, { ref, agenda: '9.00 Sambutan - Sekda\n\n09.30 Paparan' });
		expect((await getDelegation(asVisitor, ref)).agenda).toMatchObject([
			{ startsAt: '09:00', title: 'Sambutan', speaker: 'Sekda' },
			{ startsAt: '09:30', title: 'Paparan', speaker: '' }
		]);
		await expect(saveAgenda(asHost, { ref, agenda: 'Sambutan' })).rejects.toMatchObject({
			code: 'invalid'
		});
		await expect(saveAgenda(asVisitor, { ref, agenda: '' })).rejects.toMatchObject({
			code: 'forbidden'
		});
	});

	test('a letter is written by the side that sends it and tells day and place of the host', async () => {
		const { asHost, asVisitor, ref } = await dated(name);
		const input = {
			agency: 'Sekretariat Daerah',
			address: '',
			number: '400.12/127/Setda/2026',
			place: 'Tangerang',
			date: '2026-11-25',
			attachment: '',
			addressee: 'Bupati Tangerang',
			body: '',
			signer_position: 'Sekretaris Daerah',
			signer_name: 'Herman',
			signer_rank: '',
			signer_nip: null,
			copies: 'Wali Kota Tangerang\n'
		};
		await expect(saveLetter(asVisitor, { ref, kind: 'reply', ...input })).rejects.toMatchObject({
			code: 'forbidden'
		});
		await saveLetter(asHost, { ref, kind: 'reply', ...input });
		const { letter } = await getLetter(asVisitor, { ref, kind: 'reply' });
		expect(letter?.placeAndDate).toBe('Tangerang, 25 November 2026');
		expect(letter?.government).toBe('PEMERINTAH KOTA TANGERANG');
		expect(letter?.details).toContainEqual({ label: 'Waktu', value: '09.00–11.30 WIB' });
		expect(letter?.copies).toEqual(['Wali Kota Tangerang']);
	});

	test('a signed letter is uploaded by its sender and opened by both sides, by nobody else', async () => {
		const { ctx, asHost, asVisitor, ref } = await dated(name);
		const file = { name: 'Surat Balasan.pdf', bytes: pdfOf('Surat balasan') };
		await expect(addScan(asVisitor, { ref, kind: 'reply' }, file)).rejects.toMatchObject({
			code: 'forbidden'
		});
		await expect(addScan(asHost, { ref, kind: 'reply' }, undefined)).rejects.toMatchObject({
			details: { fields: [{ path: 'file', code: 'field.required' }] }
		});
		const office = { name: 'balasan.xlsx', bytes: await workbookOf('Surat balasan') };
		await expect(addScan(asHost, { ref, kind: 'reply' }, office)).rejects.toMatchObject({
			code: 'unsupported_type',
			details: { fields: [{ path: 'file', code: 'attachment.notAScan' }] }
		});
		await addScan(asHost, { ref, kind: 'reply' }, file);
		await addScan(
			{ ...asHost, now: () => new Date(NOW.getTime() + 60_000) },
			{ ref, kind: 'reply' },
			{ name: 'foto.jpg', bytes: await photoOf(40, 30) }
		);

		const { scans } = await getVisit(asVisitor, ref);
		expect(scans.map(({ fileName, purpose }) => `${purpose} ${fileName}`)).toEqual([
			'reply Surat Balasan.pdf',
			'reply foto.webp'
		]);
		const [scan] = scans;
		const open = (who: Context) => openAttachment(who, { id: scan?.id ?? '' }, ownerGuards);
		expect(Buffer.from((await open(asVisitor)).bytes)).toEqual(Buffer.from(file.bytes));
		for (const actor of [stranger, null]) {
			await expect(open({ ...ctx, actor })).rejects.toMatchObject({ code: 'not_found' });
		}
		const told = await ctx.db
			.selectFrom('outbox')
			.select('accountId')
			.where('template', '=', 'message_letter')
			.execute();
		expect(told).toEqual([{ accountId: visitor.accountId }, { accountId: visitor.accountId }]);
		const remove = (who: Context) => removeScan(who, { ref, id: scan?.id ?? '' });
		await expect(remove(asVisitor)).rejects.toMatchObject({ code: 'forbidden' });
		await remove(asHost);
		await expect(open(asHost)).rejects.toMatchObject({ code: 'not_found' });
	});

	test('a calendar address shows the visits without names until it is revoked', async () => {
		const { asHost, asVisitor, ref } = await dated(name);
		await addDelegate(asVisitor, { ref, ...PERSON });
		const { token: ofRegion } = await createFeed(asVisitor, { feed: 'region:36.03' });
		const regional = { token: ofRegion, origin: 'https://studitiru.example.go.id' };
		expect(await readFeed(asVisitor, regional)).toContain(ref);
		const { token } = await createFeed(asHost, { feed: 'host:36.71' });
		const read = () => readFeed(asHost, { token, origin: 'https://studitiru.example.go.id' });
		const text = await read();
		expect(text).toContain('METHOD:PUBLISH');
		expect(text).toContain('DTSTART;TZID=Asia/Jakarta:20261208T090000');
		expect(text).not.toContain('Siti');
		expect(await read()).toBe(text);
		await expect(createFeed(asHost, { feed: 'host:36.03' })).rejects.toMatchObject({
			code: 'forbidden'
		});
		const [feed] = (await listFeeds(asHost)).feeds;
		await revokeFeed(asHost, { id: feed?.id ?? '' });
		await expect(read()).rejects.toMatchObject({ code: 'not_found' });
	});

	test('sessions that wait for a choice are tentative entries of their own until one is chosen', async () => {
		const ctx = await openForVisits(await openDatabase(name));
		const [asHost, asVisitor] = [host, visitor].map((actor) => ({ ...ctx, actor })) as [
			Context,
			Context
		];
		const { ref } = await requestVisit(asVisitor, request());
		await act(asHost, ref, 'counter', { version: 1, sessions: [MORNING, AFTERNOON] });
		const { token } = await createFeed(asVisitor, { feed: 'user' });
		const entries = async () => {
			const text = await readFeed(ctx, { token, origin: 'https://studitiru.example.go.id' });
			const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
			return calendar
				.getAllSubcomponents('vevent')
				.map(
					(event) =>
						`${String(event.getFirstPropertyValue('status'))} ${String(event.getFirstPropertyValue('dtstart'))}`
				);
		};
		expect(await entries()).toEqual([
			'TENTATIVE 2026-12-08T09:00:00',
			'TENTATIVE 2026-12-08T13:00:00'
		]);
		await act(asVisitor, ref, 'choose', { version: 2, session: AFTERNOON });
		expect(await entries()).toEqual(['CONFIRMED 2026-12-08T13:00:00']);
	});

	test('feedback stays closed until both sides have given theirs', async () => {
		const { ctx, asHost, asVisitor, ref, id } = await dated(name);
		await expect(giveFeedback(asHost, { ref, rating: 5, text: '' })).rejects.toMatchObject({
			code: 'illegal_transition'
		});
		await ctx.db.updateTable('visit').set({ state: 'completed' }).where('id', '=', id).execute();
		await giveFeedback(asVisitor, { ref, rating: 4, text: 'Terima kasih.' });
		expect((await getAfterVisit(asHost, ref)).feedback.other).toBeNull();
		const operator: Context = {
			...asHost,
			actor: { ...host, grants: [{ role: 'operator', regionCode: '36.71', agencyId: null }] }
		};
		expect((await getAfterVisit(operator, ref)).feedback.mayGive).toBe(false);
		await expect(giveFeedback(operator, { ref, rating: 1, text: '' })).rejects.toMatchObject({
			code: 'forbidden'
		});
		await giveFeedback(asHost, { ref, rating: 5, text: '' });
		expect((await getAfterVisit(asHost, ref)).feedback.other).toMatchObject({ rating: 4 });
		expect((await getAfterVisit(asVisitor, ref)).feedback.other).toMatchObject({ rating: 5 });
		await expect(giveFeedback(asHost, { ref, rating: 1, text: '' })).rejects.toMatchObject({
			code: 'conflict'
		});
	});

	test('commitments are called to mind three, six and twelve months after the report, once each', async () => {
		const { ctx, id } = await dated(name);
		await saveReport(
			ctx,
			{ id },
			{
				learned: '',
				applicable: '',
				not_applicable: '',
				commitments: [{ text: 'Uji coba', owner_position: 'Kepala Dinas', due_date: '2027-01-31' }]
			}
		);
		const remindOn = (day: string) =>
			remindOfCommitments({ ...ctx, now: () => new Date(`${day}T03:00:00Z`) });
		expect(await remindOn('2027-02-23')).toBe(0);
		for (const threeSixTwelve of ['2027-02-24', '2027-05-24', '2027-11-24']) {
			expect(await remindOn(threeSixTwelve), threeSixTwelve).toBe(1);
			expect(await remindOn(threeSixTwelve), threeSixTwelve).toBe(0);
		}
		expect(await remindOn('2028-11-24')).toBe(0);
	});
});

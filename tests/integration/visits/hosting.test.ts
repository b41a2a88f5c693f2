import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { getBoard } from '#lib/visits/server/board.ts';
import { findDraft, listDrafts, removeDraft, saveDraft } from '#lib/visits/server/drafts.ts';
import { listSessions } from '#lib/visits/server/hosts.ts';
import { importHolidays } from '#lib/visits/server/import-holidays.ts';
import {
	addBlackout,
	addOpenDay,
	addRegionalHoliday,
	addWindow,
	endWindow,
	removeOpenDay
} from '#lib/visits/server/manage-calendar.ts';
import { getHostCalendar, getManagedHost, saveHost } from '#lib/visits/server/manage-host.ts';
import { getVisit } from '#lib/visits/server/read-visits.ts';
import { requestVisit } from '#lib/visits/server/request-visit.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { act } from '#tests/support/visit-acting.ts';
import {
	AFTERNOON,
	host,
	MORNING,
	openForVisits,
	request,
	stranger,
	visitor
} from '#tests/support/visit-actors.ts';

const REGION = '36.71';
const HOURS = { starts_at: '09:00', ends_at: '15:00' };

describe.each(databaseNames)('hosting on %s', (name) => {
	let ctx: Context;
	const as = (actor: Actor): Context => ({ ...ctx, actor });
	const day = async (of: string) =>
		(await listSessions(ctx, { region: REGION, from: of, to: of })).sessions;

	beforeEach(async () => {
		ctx = await openForVisits(await openDatabase(name));
	});

	test('only the host’s own people run its calendar', async () => {
		for (const actor of [visitor, stranger]) {
			await expect(getBoard(as(actor), REGION, null)).rejects.toMatchObject({ code: 'forbidden' });
		}
		await expect(
			addBlackout(as(stranger), {
				region: REGION,
				from_day: '2026-12-01',
				to_day: '2026-12-02',
				reason_id: 'Rapat kerja',
				reason_en: ''
			})
		).rejects.toMatchObject({ code: 'forbidden' });
	});

	test('a region becomes a host by its settings, begins with the usual week and changes it', async () => {
		const before = await getManagedHost(as(stranger), '36.74');
		expect(before).toMatchObject({ isHost: false, yearsWithoutHolidays: ['2027'] });
		const window = {
			...HOURS,
			weekday: 3,
			slots: 1,
			valid_from: '',
			valid_to: '',
			region: '36.74'
		};
		await expect(addWindow(as(stranger), window)).rejects.toMatchObject({
			details: { message: 'host.settingsFirst' }
		});
		const settingsOfHost = {
			region: '36.74',
			accepting: true,
			welcome_id: 'Selamat datang di kota kami.',
			welcome_en: '',
			contact_position: 'Bagian Organisasi',
			approver_position: '',
			receiver_position: '',
			address: '',
			online: true,
			onsite: false,
			joint: false,
			lead_working_days: 3,
			horizon_days: 60,
			people_per_visit: 20,
			people_per_day: 20,
			visits_per_day: 1,
			visits_per_month: 2,
			package_agenda: '',
			package_faq: '',
			package_deck_url: '',
			package_video_url: ''
		};
		await saveHost(as(stranger), settingsOfHost);
		const week = async () => (await getHostCalendar(as(stranger), '36.74')).windows;
		const usual = await week();
		expect(
			usual.map(({ weekday, startsAt, endsAt }) => `${String(weekday)} ${startsAt}–${endsAt}`)
		).toEqual([
			...[1, 2, 3, 4].flatMap((day) => [
				`${String(day)} 09:00–11:30`,
				`${String(day)} 13:00–15:30`
			]),
			'5 08:30–11:00'
		]);
		for (const { id, weekday } of usual) {
			if (weekday !== 1) await endWindow(as(stranger), { region: '36.74', id });
		}
		// Stored again, the settings leave the calendar as its people made it.
		await saveHost(as(stranger), settingsOfHost);
		expect(await week()).toHaveLength(2);
		await addWindow(as(stranger), window);
		await expect(addWindow(as(stranger), window)).rejects.toMatchObject({
			details: { fields: [{ path: 'starts_at', code: 'host.window.overlaps' }] }
		});
		const { sessions, host: settings } = await listSessions(ctx, { region: '36.74' });
		expect(settings).toMatchObject({
			onsiteOffered: 0,
			isSample: 0,
			welcomeEn: settings.welcomeId
		});
		expect(sessions[0]).toMatchObject({ day: '2026-11-25', closedReason: { code: 'too_soon' } });
	});

	test('a window that ends keeps the visits that were promised in it', async () => {
		const { ref } = await requestVisit(as(visitor), request());
		await act(as(host), ref, 'accept', { version: 1, session: MORNING });
		await endWindow(as(host), { region: REGION, id: 'tue-am' });
		expect((await day('2026-12-08')).map(({ windowId }) => windowId)).toEqual(['tue-pm']);
		expect((await getVisit(as(visitor), ref)).visit).toMatchObject({
			state: 'scheduled',
			startsAt: '09:00'
		});
	});

	test('a blackout says why to everyone, and marks the visits it falls upon', async () => {
		const { ref } = await requestVisit(as(visitor), request());
		await act(as(host), ref, 'accept', { version: 1, session: MORNING });
		await addBlackout(as(host), {
			region: REGION,
			from_day: '2026-12-07',
			to_day: '2026-12-11',
			reason_id: 'Penyusunan anggaran',
			reason_en: 'Budget season'
		});
		expect((await day('2026-12-08'))[1]?.closedReason).toEqual({
			code: 'blackout',
			nameId: 'Penyusunan anggaran',
			nameEn: 'Budget season'
		});
		const { board } = await getBoard(as(host), REGION, '2026-12');
		expect(board?.onClosedDays).toMatchObject([{ ref, day: '2026-12-08' }]);
		expect(board?.days.find((one) => one.day === '2026-12-08')?.sessions[0]?.visits).toMatchObject([
			{ ref, visitorName: 'Kabupaten Tangerang', people: 10, isHold: false }
		]);
	});

	test('a regional holiday closes the days of its region alone', async () => {
		const holiday = { region: REGION, day: '2026-12-08', name_id: 'Hari Jadi Kota', name_en: '' };
		await addRegionalHoliday(as(host), holiday);
		expect((await day('2026-12-08'))[0]?.closedReason).toMatchObject({ code: 'regional_holiday' });
		expect((await day('2026-12-15'))[0]?.closedReason).toBeNull();
	});

	test('several regions join an open study day, up to its places', async () => {
		const openDay = {
			region: REGION,
			day: '2026-12-10',
			...HOURS,
			title: 'Hari Adminduk',
			regions: 2,
			people: 60
		};
		await addOpenDay(as(host), openDay);
		const [session] = await day('2026-12-10');
		expect(session).toMatchObject({ openDay: 'Hari Adminduk', slotsLeft: 2, closedReason: null });
		const id = session?.id ?? '';

		const refs = [];
		for (let i = 0; i < 3; i++) {
			const { ref } = await requestVisit(
				as(visitor),
				request({ people: 20, preferred_sessions: [id] })
			);
			refs.push(ref);
		}
		await act(as(host), refs[0] ?? '', 'accept', { version: 1, session: id });
		await act(as(host), refs[1] ?? '', 'accept', { version: 1, session: id });
		await expect(
			act(as(host), refs[2] ?? '', 'accept', { version: 1, session: id })
		).rejects.toMatchObject({ code: 'slot_taken' });
		// They count as people of the day, and as no visits of the month.
		expect(await ctx.db.selectFrom('hostDay').selectAll().execute()).toMatchObject([
			{ day: '2026-12-10', visits: 0, people: 40, maxPeople: 60 }
		]);
		expect((await getVisit(as(host), refs[0] ?? '')).companions).toEqual(['Kabupaten Tangerang']);
		await expect(
			removeOpenDay(as(host), { region: REGION, id: session?.windowId ?? '' })
		).rejects.toMatchObject({ code: 'conflict' });
	});

	test('an open study day takes the whole day, and none opens where something is promised', async () => {
		const { ref } = await requestVisit(as(visitor), request());
		await act(as(host), ref, 'accept', { version: 1, session: MORNING });
		const openDay = { region: REGION, ...HOURS, title: 'Hari Adminduk', regions: 5, people: 100 };
		await expect(addOpenDay(as(host), { ...openDay, day: '2026-12-08' })).rejects.toMatchObject({
			details: { fields: [{ path: 'day', code: 'host.openDay.taken' }] }
		});
		await addOpenDay(as(host), { ...openDay, day: '2026-12-15' });
		const sessions = await day('2026-12-15');
		expect(sessions.map(({ closedReason }) => closedReason?.code ?? 'open').sort()).toEqual([
			'open',
			'open_day',
			'open_day'
		]);
	});

	test('a second region joins a visit if the people fit, and inherits its place', async () => {
		const { ref: first } = await requestVisit(as(visitor), request({ people: 30 }));
		await act(as(host), first, 'accept', { version: 1, session: MORNING });
		expect((await day('2026-12-08'))[0]).toMatchObject({ isJoinable: true, peopleLeft: 30 });

		const { ref: second } = await requestVisit(as(visitor), request({ people: 25 }));
		await expect(
			act(as(host), second, 'accept', { version: 1, session: MORNING })
		).rejects.toMatchObject({ code: 'slot_taken' });
		await act(as(host), second, 'accept', { version: 1, session: MORNING, joint: true });
		const days = () => ctx.db.selectFrom('hostDay').select(['visits', 'people']).execute();
		expect(await days()).toEqual([{ visits: 1, people: 55 }]);

		await act(as(host), first, 'cancel', { version: 2, reason: 'Rombongan pertama batal.' });
		expect(await days()).toEqual([{ visits: 1, people: 25 }]);
		expect(
			await ctx.db.selectFrom('sessionClaim').select(['slot', 'countsVisit']).execute()
		).toEqual([{ slot: 1, countsVisit: 1 }]);
	});

	test('a draft is its author’s alone, one for each host, and goes when it is thrown away', async () => {
		const fields = {
			visitor_region: '',
			innovation: '',
			mode: 'online',
			onsite_reason: '',
			people: 'dua belas',
			purpose: 'Belum sele',
			needs: '',
			questions: ['Bagaimana', ''],
			preferred_sessions: [AFTERNOON]
		};
		await saveDraft(as(visitor), { host_region: REGION, ...fields });
		await saveDraft(as(visitor), { host_region: REGION, ...fields, purpose: 'Belum selesai' });
		expect(await findDraft(as(visitor), REGION)).toMatchObject({
			fields: { people: 'dua belas', purpose: 'Belum selesai' }
		});
		expect(await listDrafts(as(visitor))).toHaveLength(1);
		expect(await findDraft(as(stranger), REGION)).toBeNull();
		await removeDraft(as(visitor), REGION);
		expect(await findDraft(as(visitor), REGION)).toBeNull();
	});

	test('a year’s holidays come from a file, all of them or none', async () => {
		const csv =
			'date,type,name_id,name_en\n2027-01-01,libur_nasional,Tahun Baru 2027,New Year\n2027-03-09,cuti_bersama,Cuti Bersama Nyepi,\n';
		expect(await importHolidays(ctx, { csv, isDryRun: true })).toEqual({
			rows: 2,
			years: { 2027: 2 }
		});
		expect((await getManagedHost(as(host), REGION)).yearsWithoutHolidays).toEqual(['2027']);
		const wrong = `${csv}2027-02-31,libur_nasional,Tidak ada,\n2027-05-01,hari_besar,Buruh,\n2027-01-01,national,Dua kali,\n2027-02-28,libur_daerah,Hari Jadi,\n2027-08-17,national,NIK 3671012508900001,\n`;
		await expect(importHolidays(ctx, { csv: wrong, isDryRun: false })).rejects.toMatchObject({
			details: {
				fields: [
					{ path: 'row 4', code: 'field.day' },
					{ path: 'row 5', code: 'holiday.kind' },
					{ path: 'row 6', code: 'holiday.twice' },
					{ path: 'row 7', code: 'holiday.region' },
					{ path: 'row 8', code: 'field.nik' }
				]
			}
		});
		expect((await getManagedHost(as(host), REGION)).yearsWithoutHolidays).toEqual(['2027']);
		await importHolidays(ctx, { csv, isDryRun: false });
		await importHolidays(ctx, { csv, isDryRun: false });
		expect((await getManagedHost(as(host), REGION)).yearsWithoutHolidays).toEqual([]);
	});
});

import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import type { DomainError } from '#lib/core/errors.ts';
import { sendMails } from '#lib/notifications/server/send-mail.ts';
import { getSeries } from '#lib/benchmarks/server/series.ts';
import { getDeadlineEdit, setDeadline } from '#lib/observations/server/deadlines.ts';
import { describeDeadline } from '#lib/observations/server/describe-deadline.ts';
import { getMonthGrid } from '#lib/observations/server/month-grid.ts';
import { whatNeedsMe } from '#lib/observations/server/needs.ts';
import { getRegionCompleteness } from '#lib/observations/server/region-completeness.ts';
import { remindOfDeadlines } from '#lib/observations/server/remind-of-deadlines.ts';
import { saveTurnaround } from '#lib/observations/server/save-turnaround.ts';
import { databaseNames } from '#tests/support/databases.ts';
import { startMailServer } from '#tests/support/mail-server.ts';
import {
	agencyHead,
	foreignSecretary,
	openForEntry,
	secretary
} from '#tests/support/observation-actors.ts';

const region = '36.71';
const { signal } = new AbortController();
const SERVICES = ['REK', 'KTP', 'KK', 'AKL', 'AKM', 'KIA', 'PDG'];

describe.each(databaseNames)('the deadline of a month on %s', (name) => {
	let ctx: Context;
	let now = new Date('2026-11-06T01:00:00Z');
	const as = (actor: Actor | null): Context => ({ ...ctx, actor, now: () => now });
	const at = (instant: string) => {
		now = new Date(instant);
	};
	const remind = () => remindOfDeadlines({ ...as(null), signal });
	/** What has been sent since the last question: who was told what. */
	const told = async () => {
		const rows = await ctx.db.selectFrom('outbox').selectAll().orderBy('createdAt').execute();
		await ctx.db.updateTable('outbox').set({ readAt: now.toISOString() }).execute();
		return rows
			.filter(({ readAt }) => readAt === null)
			.map(({ accountId, template }) => `${template} ${accountId}`)
			.toSorted();
	};
	const handIn = (service: string, month: string, intent: 'save' | 'submit' = 'submit') =>
		saveTurnaround(as(agencyHead), {
			region,
			service,
			month,
			received: 20,
			completed: 12,
			bucket1: 12,
			bucket2: 0,
			bucket3: 0,
			bucket4: 0,
			bucket5: 0,
			returned: 1,
			backlog: 0,
			online: 5,
			medianHours: null,
			p90Hours: null,
			version: 0,
			note: 'Rekap awal',
			reason: '',
			intent
		});
	const set = (input: object, actor = secretary) =>
		setDeadline(as(actor), {
			region,
			from: '2026-11',
			day: 15,
			reason: 'Rekap SIAK tersedia tanggal 12',
			...input
		});

	beforeAll(async () => {
		ctx = await openForEntry(name);
		const account = { passwordHash: null, createdAt: '2026-01-01T00:00:00Z', disabledAt: null };
		for (const [{ accountId, grants }, locale] of [
			[agencyHead, 'id'],
			[secretary, 'en']
		] as const) {
			const email = `${accountId.replace(/\W/g, '')}@example.go.id`;
			await ctx.db
				.insertInto('account')
				.values({ ...account, id: accountId, email, name: accountId, locale })
				.execute();
			for (const { role, regionCode, agencyId } of grants) {
				await ctx.db
					.insertInto('roleGrant')
					.values({ id: accountId, accountId, role, regionCode, agencyId })
					.execute();
			}
		}
	});

	test('agencies are reminded before it, on it and after it, once each; then the secretary too', async () => {
		await remind();
		expect(await told()).toEqual([]); // the 6th: too early
		at('2026-11-06T23:30:00Z');
		await remind();
		expect(await told()).toEqual([]); // the 7th at 06.30: nobody is reminded at night
		at('2026-11-07T02:00:00Z');
		await Promise.all([remind(), remind()]);
		expect(await told()).toEqual(['entry_due_soon agency_head 36.71']);
		at('2026-11-09T02:00:00Z');
		await remind();
		expect(await told()).toEqual([]);
		at('2026-11-10T02:00:00Z');
		await remind();
		expect(await told()).toEqual(['entry_due_today agency_head 36.71']);
		at('2026-11-11T02:00:00Z');
		await remind();
		await remind();
		expect(await told()).toEqual([
			'entry_late agency_head 36.71',
			'entry_late_region secretary 36.71'
		]);
	});

	test('the reminders arrive by mail in the language of their reader, while something is missing', async () => {
		const server = await startMailServer();
		const config = {
			smtpUrl: server.url,
			mailFrom: 'studitiru@example.go.id',
			origin: new URL('https://studitiru.example.go.id')
		};
		const services = SERVICES.slice(1);
		for (const service of services) await handIn(service, '2026-10');
		await sendMails({ ...as(null), config, signal }, describeDeadline);
		const [toAgency, toSecretary] = [
			server.received.find(({ subject }) => subject?.includes('belum lengkap')),
			server.received.find(({ subject }) => subject?.includes('have not handed in'))
		];
		expect(toAgency?.subject).toBe(
			'Angka Oktober 2026 untuk Kota Tangerang belum lengkap; batas waktunya 10 November 2026'
		);
		expect(toAgency?.text).toContain('https://studitiru.example.go.id/entry/2026-10?region=36.71');
		expect(toAgency?.text).toContain('Perekaman KTP-el pemula');
		expect(toAgency?.text).not.toContain('Akta kematian');
		expect(toAgency?.headers.has('list')).toBe(true);
		expect(toSecretary?.text).toContain(
			'https://studitiru.example.go.id/regions/36.71/completeness'
		);
		expect(toSecretary?.html).toContain('<html lang="en">');
	});

	test('whoever has handed everything in is left in peace, and a draft is not handed in', async () => {
		await handIn('REK', '2026-10', 'save');
		expect((await whatNeedsMe(as(secretary)))[0]).toMatchObject({
			regionMissing: 1,
			regionExpected: 7,
			isOverdue: true
		});
		await ctx.db.deleteFrom('outbox').execute();
		await remind();
		expect(await told()).toHaveLength(2);
		await ctx.db.deleteFrom('outbox').execute();
		await ctx.db.updateTable('observationEntry').set({ status: 'submitted' }).execute();
		await remind();
		expect(await told()).toEqual([]);
		expect((await whatNeedsMe(as(secretary)))[0]).toMatchObject({ regionMissing: 0 });
	});

	test('the region’s officers set another day, for everyone to read', async () => {
		await expect(set({}, agencyHead)).rejects.toMatchObject({ code: 'forbidden' });
		await expect(set({}, foreignSecretary)).rejects.toMatchObject({ code: 'forbidden' });
		await set({});
		const { deadlines, months } = await getRegionCompleteness(as(null), region);
		expect(deadlines).toMatchObject([
			{ fromMonth: '2026-11', dueDay: 15, setByRole: 'secretary', setAt: now.toISOString() }
		]);
		expect(months[0]).toMatchObject({ month: '2026-10', due: '2026-11-10' });

		at('2026-12-12T02:00:00Z');
		expect(await getMonthGrid(as(agencyHead), { region, month: '2026-11' })).toMatchObject({
			due: '2026-12-15',
			isOverdue: false
		});
		const series = await getSeries(as(null), {
			kpi: 'ADM-SLA-KTP',
			regions: [region],
			from: '2026-11',
			to: '2026-11'
		});
		expect(series.regions[0]?.cells[0]?.missing).toBe('not_due');
		await remind();
		expect(await told()).toEqual(['entry_due_soon agency_head 36.71']);
	});

	test('what was late stays late, and nobody is made late by a change', async () => {
		const problemOf = (input: object) =>
			set(input).then(
				() => null,
				(error: unknown) => (error as DomainError).details.fields
			);
		expect(await problemOf({ from: '2026-10', day: 28 })).toMatchObject([
			{ path: 'from', code: 'deadline.monthPassed' }
		]);
		expect(await problemOf({ from: '2026-11', day: 11 })).toMatchObject([
			{ path: 'day', code: 'deadline.dayPassed' }
		]);
		expect(await problemOf({ from: '2026-12', day: 15 })).toMatchObject([
			{ path: 'day', code: 'deadline.same' }
		]);
		expect(await problemOf({ from: '2026-12', day: 10 })).toBe(null);
		const edit = await getDeadlineEdit(as(secretary), undefined);
		expect(edit).toMatchObject({ first: '2026-11', day: 15, due: '2026-12-15' });
		expect(edit.changes.map(({ fromMonth }) => fromMonth)).toEqual(['2026-12', '2026-11']);
	});
});

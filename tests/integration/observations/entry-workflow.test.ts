import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { monthIndex } from '#lib/core/period.ts';
import type { TurnaroundInput } from '#lib/observations/schema.ts';
import { getDataVersion } from '#lib/observations/server/data-version.ts';
import { listForReview } from '#lib/observations/server/list-for-review.ts';
import { latestForRegion } from '#lib/observations/server/latest.ts';
import { getMonthEntry } from '#lib/observations/server/month-entry.ts';
import { whatNeedsMe } from '#lib/observations/server/needs.ts';
import { publishEntries } from '#lib/observations/server/publish.ts';
import { returnEntries, verifyAndPublish, verifyEntries } from '#lib/observations/server/review.ts';
import { saveTurnaround } from '#lib/observations/server/save-turnaround.ts';
import { submitEntries } from '#lib/observations/server/submit.ts';
import { databaseNames } from '#tests/support/databases.ts';
import {
	agencyHead,
	foreignAgencyHead,
	foreignSecretary,
	openForEntry,
	secretary
} from '#tests/support/observation-actors.ts';

const usual: TurnaroundInput = {
	received: 220,
	completed: 200,
	bucket1: 40,
	bucket2: 120,
	bucket3: 30,
	bucket4: 8,
	bucket5: 2,
	returned: 11,
	backlog: 5,
	online: 88,
	medianHours: null,
	p90Hours: null,
	version: 0,
	note: '',
	reason: '',
	intent: 'save'
};

describe.each(databaseNames)('a month of a service on %s', (name) => {
	let ctx: Context;
	const as = (actor: Actor): Context => ({ ...ctx, actor });
	const save = (
		cell: { month: string; service?: string },
		changes: Partial<TurnaroundInput> = {},
		actor = agencyHead
	) =>
		saveTurnaround(as(actor), { region: '36.71', service: 'KTP', ...cell, ...usual, ...changes });
	const step = (month: string, kpis?: string[]) => ({ region: '36.71', month, kpis });

	/** What is published for Kota Tangerang in a month, by KPI code. */
	const published = async (month: string) => {
		const rows = await ctx.db
			.selectFrom('observation')
			.innerJoin('kpi', 'kpi.key', 'observation.kpiKey')
			.innerJoin('region', 'region.key', 'observation.regionKey')
			.selectAll('observation')
			.select('kpi.code')
			.where('region.code', '=', '36.71')
			.where('observation.month', '=', monthIndex(month))
			.execute();
		return Object.fromEntries(rows.map((row) => [row.code, row]));
	};
	const revisions = async (month: string) =>
		ctx.db
			.selectFrom('observationRevision')
			.innerJoin('kpi', 'kpi.key', 'observationRevision.kpiKey')
			.selectAll('observationRevision')
			.select('kpi.code')
			.where('month', '=', monthIndex(month))
			.orderBy('kpi.code')
			.execute();

	beforeAll(async () => {
		ctx = await openForEntry(name);
	});

	test('goes from the agency through review to facts, totals and benchmarks', async () => {
		const month = '2026-10';
		const before = await getDataVersion(ctx);
		await save({ month });
		await save({ month, service: 'KK' }, { received: 80, returned: 1, online: 12, backlog: 0 });
		await submitEntries(as(agencyHead), step(month));
		expect((await whatNeedsMe(as(secretary)))[0]).toMatchObject({ toReview: 2, missing: 0 });
		expect((await whatNeedsMe(as(agencyHead)))[0]).toMatchObject({ expected: 7, missing: 5 });

		expect(await verifyEntries(as(secretary), step(month))).toMatchObject({
			kpis: ['ADM-TAT-KTP', 'ADM-TAT-KK']
		});
		expect(await published(month)).toEqual({});
		await publishEntries(as(secretary), step(month));

		expect(await published(month)).toMatchObject({
			'ADM-SLA-KTP': { numerator: 160, denominator: 200, value: 80, revision: 1 },
			'ADM-TAT-KTP': { bucket2: 120, verification: 'verified', isSample: 0 },
			'ADM-VOL-KTP': { value: 200, denominator: null },
			'ADM-BLG': { value: 5 },
			'ADM-DIG': { numerator: 100, denominator: 300 },
			'ADM-REJ': { value: 4 }
		});
		const benchmark = await ctx.db
			.selectFrom('benchmark')
			.innerJoin('kpi', 'kpi.key', 'benchmark.kpiKey')
			.select(['benchmark.n', 'benchmark.p50'])
			.where('kpi.code', '=', 'ADM-SLA-KTP')
			.where('benchmark.month', '=', monthIndex(month))
			.where('benchmark.groupCode', '=', 'kind:city')
			.executeTakeFirst();
		expect(benchmark).toMatchObject({ n: 1, p50: 80 });
		expect(await getDataVersion(ctx)).toBe(before + 1);
		const latest = await latestForRegion(ctx, '36.71');
		expect(latest.find(({ kpi }) => kpi.code === 'ADM-SLA-KTP')).toMatchObject({
			period: month,
			value: 80
		});
	});

	test('cannot be published twice', async () => {
		const month = '2026-09';
		await save({ month }, { intent: 'submit' });
		await verifyAndPublish(as(secretary), step(month));
		const version = await getDataVersion(ctx);

		await expect(publishEntries(as(secretary), step(month))).rejects.toMatchObject({
			code: 'illegal_transition'
		});
		expect(await getDataVersion(ctx)).toBe(version);
		expect(await revisions(month)).toEqual([]);
	});

	test('is revised with a reason, and stays published until the change is too', async () => {
		const month = '2026-08';
		await save({ month }, { intent: 'submit' });
		await verifyAndPublish(as(secretary), step(month));
		const changed = { completed: 201, bucket5: 3, backlog: 6, version: 4 };
		await expect(save({ month }, changed)).rejects.toMatchObject({
			details: { fields: [{ path: 'reason', code: 'observation.reasonRequired' }] }
		});
		await save({ month }, { ...changed, reason: 'Rekap kecamatan terlambat' });

		// Another service is published meanwhile: the totals still use what is published.
		await save({ month, service: 'KK' }, { intent: 'submit' });
		await verifyAndPublish(as(secretary), step(month, ['ADM-TAT-KK']));
		expect(await published(month)).toMatchObject({
			'ADM-VOL-KTP': { value: 200, revision: 1 },
			'ADM-BLG': { value: 10, revision: 2 }
		});

		await submitEntries(as(agencyHead), step(month));
		await verifyAndPublish(as(secretary), step(month));
		expect(await published(month)).toMatchObject({
			'ADM-VOL-KTP': { value: 201, revision: 2 },
			'ADM-VOL-KK': { value: 200, revision: 1 },
			'ADM-BLG': { value: 11, revision: 3 }
		});
		const kept = await revisions(month);
		expect(kept.find(({ code }) => code === 'ADM-TAT-KTP')).toMatchObject({
			revision: 1,
			bucket5: 2,
			reason: 'Rekap kecamatan terlambat',
			changedByRole: 'secretary'
		});
		expect(kept.filter(({ code }) => code === 'ADM-BLG').map((row) => row.reason)).toEqual([
			'other_service',
			'other_service'
		]);
	});

	test('is returned with a reason that the agency reads', async () => {
		const month = '2026-07';
		await save({ month }, { intent: 'submit' });
		const reason = 'Angka daring belum lengkap';
		await returnEntries(as(secretary), { ...step(month), reason });

		const entry = await getMonthEntry(as(agencyHead), { month, service: 'KTP' });
		expect(entry).toMatchObject({ status: 'returned', returnReason: reason, isOpen: true });
		await expect(submitEntries(as(agencyHead), step(month))).rejects.toMatchObject({
			code: 'illegal_transition'
		});
		await save({ month }, { version: entry.version, intent: 'submit' });
		expect((await listForReview(as(secretary))).map((waiting) => waiting.month)).toContain(month);
	});

	test('needs every number and no contradiction to be submitted', async () => {
		const month = '2026-06';
		await save({ month }, { online: null });
		await expect(submitEntries(as(agencyHead), step(month))).rejects.toMatchObject({
			code: 'invalid',
			details: { fields: [{ path: 'ADM-TAT-KTP.online', code: 'field.required' }] }
		});
		await expect(save({ month }, { version: 1, bucket1: 41 })).rejects.toMatchObject({
			details: { fields: [{ path: 'completed', code: 'observation.sumDiffers' }] }
		});
	});

	test('may be saved with unusual numbers, but submitted only with a note', async () => {
		for (const month of ['2025-01', '2025-02', '2025-03']) await save({ month });
		const unusual = { received: 400, version: 0 };
		await save({ month: '2025-04' }, unusual);
		const submission = { ...unusual, version: 1, intent: 'submit' } as const;
		await expect(save({ month: '2025-04' }, submission)).rejects.toMatchObject({
			details: {
				fields: [
					{ path: 'received', code: 'observation.warn.rose' },
					{ path: 'note', code: 'observation.noteNeeded' }
				]
			}
		});
		const saved = await save({ month: '2025-04' }, { ...submission, note: 'Pekan perekaman' });
		expect(saved.status).toBe('submitted');
	});

	test('of the running month cannot be entered', async () => {
		await expect(save({ month: '2026-11' })).rejects.toMatchObject({
			details: { fields: [{ path: 'month', code: 'observation.monthNotOver' }] }
		});
	});

	test('loses nothing when two people save at once', async () => {
		const month = '2026-05';
		const saves = await Promise.allSettled([
			save({ month }, { received: 300 }),
			save({ month }, { received: 310 })
		]);
		expect(saves.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);

		const both = await Promise.allSettled([
			save({ month }, { received: 320, version: 1 }),
			save({ month }, { received: 330, version: 1 })
		]);
		const refused = both.find(({ status }) => status === 'rejected');
		const winner = both[0].status === 'fulfilled' ? 320 : 330;
		expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
		expect(refused).toMatchObject({
			reason: {
				code: 'stale_version',
				details: {
					fields: [{ path: 'received', code: 'entry.stored', values: { value: winner } }],
					extra: { version: 2, stored: { received: winner } }
				}
			}
		});
	});

	test('belongs to the own agency of the own region alone', async () => {
		const month = '2026-04';
		await expect(save({ month }, {}, foreignAgencyHead)).rejects.toMatchObject({
			code: 'forbidden'
		});
		await expect(save({ month }, {}, secretary)).rejects.toMatchObject({ code: 'forbidden' });
		await expect(save({ month, service: 'PBG' })).rejects.toMatchObject({ code: 'not_found' });
		await save({ month }, { intent: 'submit' });
		await expect(verifyEntries(as(foreignSecretary), step(month))).rejects.toMatchObject({
			code: 'forbidden'
		});
		await expect(verifyEntries(as(agencyHead), step(month))).rejects.toMatchObject({
			code: 'forbidden'
		});
		await expect(verifyEntries(ctx, step(month))).rejects.toMatchObject({
			code: 'unauthenticated'
		});
	});

	test('is not verified in another version than the one looked at', async () => {
		const month = '2026-03';
		await save({ month }, { intent: 'submit' });
		const kpis = ['ADM-TAT-KTP'];
		await expect(
			verifyAndPublish(as(secretary), { ...step(month, kpis), versions: { 'ADM-TAT-KTP': 1 } })
		).rejects.toMatchObject({ code: 'stale_version' });
		await verifyAndPublish(as(secretary), { ...step(month, kpis), versions: { 'ADM-TAT-KTP': 2 } });
		expect(Object.keys(await published(month))).toContain('ADM-SLA-KTP');
	});

	test('leaves nothing behind when publishing fails half-way', async () => {
		const month = '2026-02';
		await save({ month }, { intent: 'submit' });
		const version = await getDataVersion(ctx);
		let calls = 0;
		const failing: Context = {
			...as(secretary),
			now: () => {
				// Fails on the last steps, after entries have been changed.
				if (++calls === 4) throw new Error('power cut');
				return ctx.now();
			}
		};
		await expect(verifyAndPublish(failing, step(month))).rejects.toThrow('power cut');

		expect(await published(month)).toEqual({});
		expect(await getDataVersion(ctx)).toBe(version);
		const entry = await getMonthEntry(as(agencyHead), { month, service: 'KTP' });
		expect(entry.status).toBe('submitted');
	});

	test('published twice at the same time gives totals over both services', async () => {
		const month = '2026-01';
		await save({ month }, { intent: 'submit' });
		await save({ month, service: 'KK' }, { intent: 'submit' });
		await Promise.all([
			verifyAndPublish(as(secretary), step(month, ['ADM-TAT-KTP'])),
			verifyAndPublish(as(secretary), step(month, ['ADM-TAT-KK']))
		]);
		expect((await published(month))['ADM-BLG']).toMatchObject({ value: 10 });
	});
});

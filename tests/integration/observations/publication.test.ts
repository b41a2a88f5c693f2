import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { monthIndex } from '#lib/core/period.ts';
import { noParts } from '#lib/observations/row-kind.ts';
import { publishEntries } from '#lib/observations/server/publish.ts';
import { verifyAndPublish, verifyEntries } from '#lib/observations/server/review.ts';
import { type EntryInput, saveEntry } from '#lib/observations/server/save-entry.ts';
import { unlockEntry } from '#lib/observations/server/unlock-entry.ts';
import { databaseNames } from '#tests/support/databases.ts';
import {
	agencyHead,
	foreignAgencyHead,
	institutionAdmin,
	openForEntry,
	secretary
} from '#tests/support/observation-actors.ts';

const usual: EntryInput = {
	...noParts,
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
	presence: 'figures',
	version: 0,
	note: '',
	reason: '',
	intent: 'submit'
};

describe.each(databaseNames)('the publication of entries on %s', (name) => {
	let ctx: Context;
	const as = (actor: Actor): Context => ({ ...ctx, actor });
	const region = '36.71';
	const save = (
		month: string,
		changes: Partial<EntryInput> = {},
		kpi = 'ADM-TAT-KTP',
		actor = agencyHead
	) => saveEntry(as(actor), { region, month, kpi, ...usual, ...changes });
	const factsOf = async (table: 'observation' | 'observationRevision', month: string) => {
		const rows = await ctx.db
			.selectFrom(table)
			.innerJoin('kpi', 'kpi.key', `${table}.kpiKey`)
			.selectAll(table)
			.select('kpi.code')
			.where('month', '=', monthIndex(month))
			.orderBy('revision')
			.execute();
		return Object.fromEntries(rows.map((row) => [row.code, row]));
	};
	const medianOf = async (code: string, month: string) =>
		ctx.db
			.selectFrom('benchmark')
			.innerJoin('kpi', 'kpi.key', 'benchmark.kpiKey')
			.select(['benchmark.n', 'benchmark.p50'])
			.where('kpi.code', '=', code)
			.where('benchmark.month', '=', monthIndex(month))
			.where('benchmark.groupCode', '=', 'all')
			.executeTakeFirst();

	beforeAll(async () => {
		ctx = await openForEntry(name);
	});

	test('is provisional before verification, and final after it without a new reason', async () => {
		const month = '2026-10';
		await save(month);
		await publishEntries(as(secretary), { region, month });
		expect(await factsOf('observation', month)).toMatchObject({
			'ADM-SLA-KTP': { value: 80, verification: 'claimed', revision: 1 },
			'ADM-BLG': { verification: 'claimed' }
		});

		await verifyEntries(as(institutionAdmin), { region, month, kpis: ['ADM-TAT-KTP'] });
		expect(await factsOf('observation', month)).toMatchObject({
			'ADM-SLA-KTP': { value: 80, verification: 'verified', revision: 2 },
			'ADM-BLG': { verification: 'verified', revision: 2 }
		});
		expect(await factsOf('observationRevision', month)).toMatchObject({
			'ADM-SLA-KTP': { reason: 'verified_later', changedByRole: 'institution_admin' },
			'ADM-BLG': { reason: 'verified_later' }
		});
		await expect(
			verifyEntries(as(secretary), { region, month, kpis: ['ADM-TAT-KTP'] })
		).rejects.toMatchObject({ code: 'illegal_transition' });
	});

	test('of some services leaves the totals provisional while one of them is', async () => {
		const month = '2026-09';
		await save(month);
		await save(month, {}, 'ADM-TAT-KK');
		await verifyAndPublish(as(secretary), { region, month, kpis: ['ADM-TAT-KTP'] });
		await publishEntries(as(secretary), { region, month, kpis: ['ADM-TAT-KK'] });
		expect(await factsOf('observation', month)).toMatchObject({
			'ADM-SLA-KTP': { verification: 'verified' },
			'ADM-SLA-KK': { verification: 'claimed' },
			'ADM-BLG': { verification: 'claimed', value: 10 }
		});
	});

	test('is locked until someone says why it is opened', async () => {
		const month = '2026-08';
		const kpi = 'ADM-TAT-KTP';
		await save(month);
		await verifyAndPublish(as(secretary), { region, month });
		const changed = { received: 230, version: 4, intent: 'save' } as const;
		await expect(save(month, changed)).rejects.toMatchObject({
			details: { fields: [{ path: 'reason' }] }
		});
		const opening = { region, month, kpi, version: 4, reason: 'Rekap terlambat' };
		await expect(unlockEntry(as(foreignAgencyHead), opening)).rejects.toMatchObject({
			code: 'forbidden'
		});
		await expect(unlockEntry(as(agencyHead), { ...opening, version: 3 })).rejects.toMatchObject({
			code: 'stale_version'
		});
		expect(await unlockEntry(as(agencyHead), opening)).toMatchObject({
			status: 'draft',
			version: 5
		});
		await expect(unlockEntry(as(agencyHead), { ...opening, version: 5 })).rejects.toMatchObject({
			code: 'illegal_transition'
		});

		await save(month, { ...changed, version: 5, bucket1: 41, completed: 201, intent: 'submit' });
		expect((await factsOf('observation', month))['ADM-VOL-KTP']).toMatchObject({ value: 200 });
		await verifyAndPublish(as(secretary), { region, month });
		expect((await factsOf('observation', month))['ADM-VOL-KTP']).toMatchObject({
			value: 201,
			revision: 2
		});
		expect((await factsOf('observationRevision', month))['ADM-VOL-KTP']).toMatchObject({
			value: 200,
			reason: 'Rekap terlambat'
		});
	});

	test('cannot be changed without a reason by way of a note', async () => {
		const month = '2026-07';
		await save(month);
		await verifyAndPublish(as(secretary), { region, month });
		await save(month, { version: 4, note: 'Hanya catatan', intent: 'save' });
		await expect(
			save(month, { version: 5, received: 230, note: 'Diam-diam', intent: 'save' })
		).rejects.toMatchObject({ details: { fields: [{ path: 'reason' }] } });
	});

	test('says no cases or not applicable instead of a value', async () => {
		const month = '2026-06';
		await save(month, { presence: 'no_cases', note: 'Loket tutup' });
		await save(month, { presence: 'not_applicable' }, 'ADM-TAT-KK');
		await verifyAndPublish(as(secretary), { region, month });
		expect(await factsOf('observation', month)).toMatchObject({
			'ADM-SLA-KTP': { value: null, denominator: 0, missingReason: 'no_cases' },
			'ADM-VOL-KTP': { value: 0 },
			'ADM-SLA-KK': { value: null, denominator: null, missingReason: 'not_applicable' },
			'ADM-VOL-KK': { value: null, missingReason: 'not_applicable' },
			'ADM-BLG': { value: 0 }
		});
		expect(await medianOf('ADM-SLA-KTP', month)).toBeUndefined();
	});

	test('brings the benchmark up to date in the same transaction, or neither', async () => {
		const month = '2026-05';
		await save(month);
		let calls = 0;
		const failing: Context = {
			...as(secretary),
			now: () => {
				if (++calls === 4) throw new Error('power cut');
				return ctx.now();
			}
		};
		await expect(verifyAndPublish(failing, { region, month })).rejects.toThrow('power cut');
		expect(await medianOf('ADM-SLA-KTP', month)).toBeUndefined();
		await verifyAndPublish(as(secretary), { region, month });
		expect(await medianOf('ADM-SLA-KTP', month)).toEqual({ n: 1, p50: 80 });
	});

	test('takes every kind of KPI that people type', async () => {
		const month = '2026-10';
		const own = { ...noParts, numerator: 1_480_000, denominator: 1_500_000 };
		const of = (kpi: string, parts: Partial<EntryInput>) =>
			save(month, { ...noParts, ...parts, note: 'Sesuai DKB' }, kpi, institutionAdmin);
		await of('ADM-OWN-KTP', own);
		await of('SKM-IKM', { value: 88.4 });
		await expect(of('ADU-RES', { numerator: 12, denominator: 9 })).rejects.toMatchObject({
			details: { fields: [{ path: 'numerator', code: 'observation.numeratorTooLarge' }] }
		});
		await expect(of('IZN-NIB', {})).rejects.toMatchObject({
			details: { fields: [{ path: 'numerator', code: 'field.required' }] }
		});
		await expect(of('ADM-SLA-KTP', own)).rejects.toMatchObject({ code: 'not_found' });
		await verifyAndPublish(as(secretary), { region, month, kpis: ['ADM-OWN-KTP', 'SKM-IKM'] });
		expect((await factsOf('observation', month))['SKM-IKM']).toMatchObject({ value: 88.4 });
	});
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAttachment } from '#lib/attachments/server/use-cases.ts';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { addEvidence, getEvidence, removeEvidence } from '#lib/observations/server/evidence.ts';
import { listForReview } from '#lib/observations/server/list-for-review.ts';
import { getMonthGrid } from '#lib/observations/server/month-grid.ts';
import { getRegionCompleteness } from '#lib/observations/server/region-completeness.ts';
import { returnEntries, verifyAndPublish } from '#lib/observations/server/review.ts';
import { saveTurnaround } from '#lib/observations/server/save-turnaround.ts';
import { databaseNames } from '#tests/support/databases.ts';
import { pdfOf } from '#tests/support/files.ts';
import {
	agencyHead,
	foreignAgencyHead,
	foreignSecretary,
	institutionAdmin,
	openForEntry,
	secretary
} from '#tests/support/observation-actors.ts';
import { ownerGuards } from '../../../src/routes/attachments/owner-guards.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-evidence-'));
process.env.DATA_DIR = folder;
afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

const region = '36.71';
const counts = {
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
	note: 'Rekap awal',
	reason: ''
};

describe.each(databaseNames)('evidence of a month’s figures on %s', (name) => {
	let ctx: Context;
	const as = (actor: Actor | null): Context => ({ ...ctx, actor });
	const cell = (month: string, kpi = 'ADM-TAT-KTP') => ({ region, month, kpi });
	const add = (month: string, isPublic: boolean, actor: Actor | null = agencyHead) =>
		addEvidence(
			as(actor),
			cell(month),
			{ title: 'Rekap SIAK', from: 'month', ...(isPublic && { public: '1' as const }) },
			{ name: 'rekap.pdf', bytes: pdfOf('Rekap layanan') }
		);
	const opens = async (actor: Actor | null, id: string) =>
		openAttachment(as(actor), { id }, ownerGuards).then(
			() => true,
			() => false
		);
	const submit = (month: string) =>
		saveTurnaround(as(agencyHead), {
			region,
			service: 'KTP',
			month,
			...counts,
			version: 0,
			intent: 'submit'
		});

	beforeAll(async () => {
		ctx = await openForEntry(name);
	});

	test('stands beside the row, on its page and before the verifier', async () => {
		const month = '2026-05';
		const { id } = await add(month, false);
		const grid = await getMonthGrid(as(agencyHead), { region, month });
		const row = grid.rows.find(({ kpi }) => kpi.code === 'ADM-TAT-KTP');
		expect(row?.evidence).toMatchObject([{ id, altId: 'Rekap SIAK', isPublic: false }]);
		expect(grid.rows.find(({ kpi }) => kpi.code === 'ADM-TAT-KK')?.evidence).toEqual([]);

		await submit(month);
		const waiting = (await listForReview(as(secretary))).find((one) => one.month === month);
		expect(waiting?.entries[0]?.evidence.map((file) => file.id)).toEqual([id]);
		expect(await getEvidence(as(secretary), cell(month))).toMatchObject({
			mayAdd: false,
			files: [{ id }]
		});
	});

	test('is for the people of the region, and for everyone only when made public and published', async () => {
		const month = '2026-06';
		const [internal, open] = [await add(month, false), await add(month, true)];
		for (const { id } of [internal, open]) {
			expect(await opens(agencyHead, id)).toBe(true);
			expect(await opens(secretary, id)).toBe(true);
			expect(await opens(foreignSecretary, id)).toBe(false);
			expect(await opens(null, id)).toBe(false);
		}
		await submit(month);
		expect((await getRegionCompleteness(ctx, region)).evidence).toEqual([]);
		await verifyAndPublish(as(secretary), { region, month });

		expect(await opens(null, open.id)).toBe(true);
		expect(await opens(null, internal.id)).toBe(false);
		expect(await opens(foreignSecretary, internal.id)).toBe(false);
		expect((await getRegionCompleteness(ctx, region)).evidence).toMatchObject([
			{ id: open.id, month }
		]);
	});

	test('is listed with the same number of queries, however many files there are', async () => {
		const counted = async () => {
			let queries = 0;
			const db = ctx.db.withPlugin({
				transformQuery: ({ node }) => {
					queries++;
					return node;
				},
				transformResult: ({ result }) => Promise.resolve(result)
			});
			const { evidence } = await getRegionCompleteness({ ...ctx, db }, region);
			return { queries, files: evidence.length };
		};
		const before = await counted();
		for (const month of ['2026-03', '2026-04']) {
			await add(month, true);
			await submit(month);
			await verifyAndPublish(as(secretary), { region, month });
		}
		expect(await counted()).toEqual({ queries: before.queries, files: before.files + 2 });
	});

	test('is added by who enters the figures, and by nobody else', async () => {
		const month = '2026-07';
		await expect(add(month, false, null)).rejects.toMatchObject({ code: 'unauthenticated' });
		for (const actor of [secretary, foreignSecretary, foreignAgencyHead]) {
			await expect(add(month, false, actor)).rejects.toMatchObject({ code: 'forbidden' });
		}
		await expect(add(month, false, institutionAdmin)).resolves.toMatchObject({ isPublic: false });
		await expect(add('2027-01', false)).rejects.toMatchObject({ code: 'not_found' });
		await expect(getEvidence(as(agencyHead), cell(month, 'ADM-XXX'))).rejects.toMatchObject({
			code: 'not_found'
		});
		await expect(getEvidence(as(foreignAgencyHead), cell(month))).rejects.toMatchObject({
			code: 'forbidden'
		});
	});

	test('stays once it was handed in, until the row is with the agency again', async () => {
		const month = '2026-08';
		const { id } = await add(month, false);
		const other = await add('2026-09', false);
		await expect(removeEvidence(as(agencyHead), cell(month), other.id)).rejects.toMatchObject({
			code: 'not_found'
		});
		await submit(month);
		await expect(removeEvidence(as(agencyHead), cell(month), id)).rejects.toMatchObject({
			code: 'illegal_transition'
		});
		expect((await add(month, false)).fileName).toBe('rekap.pdf');
		await returnEntries(as(secretary), { region, month, reason: 'Rekap tidak cocok' });
		await expect(removeEvidence(as(secretary), cell(month), id)).rejects.toMatchObject({
			code: 'forbidden'
		});
		await removeEvidence(as(agencyHead), cell(month), id);
		const { files } = await getEvidence(as(agencyHead), cell(month));
		expect(files.map((file) => file.id)).not.toContain(id);
		expect(files).toHaveLength(1);
	});
});

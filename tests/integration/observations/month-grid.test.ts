import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import type { GridIntent, PostedRow } from '#lib/observations/grid-form.ts';
import { signatureOf, textsOf } from '#lib/observations/grid-row.ts';
import { getMonthGrid } from '#lib/observations/server/month-grid.ts';
import { getRegionCompleteness } from '#lib/observations/server/region-completeness.ts';
import { verifyAndPublish } from '#lib/observations/server/review.ts';
import { getRevisionList } from '#lib/observations/server/revision-list.ts';
import { saveGrid } from '#lib/observations/server/save-grid.ts';
import { saveTypedRow } from '#lib/observations/server/save-typed-row.ts';
import { databaseNames } from '#tests/support/databases.ts';
import {
	agencyHead,
	foreignAgencyHead,
	openForEntry,
	secretary
} from '#tests/support/observation-actors.ts';

const region = '36.71';
const figures = {
	received: '220',
	completed: '200',
	bucket1: '40',
	bucket2: '120',
	bucket3: '30',
	bucket4: '8',
	bucket5: '2',
	returned: '11',
	backlog: '5',
	online: '88'
};

describe.each(databaseNames)('the form of a month on %s', (name) => {
	let ctx: Context;
	const as = (actor: Actor): Context => ({ ...ctx, actor });
	const read = (month: string) => getMonthGrid(as(agencyHead), { month });

	/** The form as the page sends it, with changes to some rows. */
	async function form(
		month: string,
		changes: Record<string, Record<string, string>>,
		more: Record<string, Partial<PostedRow>> = {}
	): Promise<PostedRow[]> {
		const { rows } = await read(month);
		return rows.map((row) => {
			const texts = textsOf(row.kpi, row, true);
			return {
				kpi: row.kpi.code,
				version: row.version,
				was: signatureOf(row.kpi, texts),
				choice: '' as const,
				shownVersion: null,
				reason: '',
				texts: { ...texts, ...changes[row.kpi.code] },
				...more[row.kpi.code]
			};
		});
	}
	const save = (month: string, rows: PostedRow[], intent: GridIntent = { do: 'save' }) =>
		saveGrid(as(agencyHead), { region, month, rows, intent });

	beforeAll(async () => {
		ctx = await openForEntry(name);
	});

	test('holds the services and other KPIs of the agency, and nobody else’s', async () => {
		const { rows } = await read('2026-10');
		expect(rows.map(({ kpi }) => kpi.code)).toEqual(
			expect.arrayContaining(['ADM-TAT-KTP', 'ADM-TAT-PDG', 'ADM-OWN-AKL'])
		);
		expect(rows.some(({ kpi }) => kpi.code === 'SKM-IKM')).toBe(false);
		await expect(getMonthGrid(as(secretary))).rejects.toMatchObject({ code: 'forbidden' });
		await expect(read('2026-11')).rejects.toMatchObject({ code: 'not_found' });
	});

	test('saves the rows that were changed, and tells of each that cannot be', async () => {
		const month = '2026-10';
		const rows = await form(month, {
			'ADM-TAT-KTP': figures,
			'ADM-TAT-KK': { ...figures, bucket5: '3' },
			'ADM-OWN-AKL': { numerator: '950', denominator: '1000' }
		});
		await expect(save(month, rows)).rejects.toMatchObject({
			code: 'invalid',
			details: {
				values: { saved: 2 },
				fields: [{ path: 'ADM-TAT-KK.completed', code: 'observation.sumDiffers' }]
			}
		});
		const saved = await read(month);
		expect(saved.filled).toBe(2);
		expect(await save(month, await form(month, {}))).toEqual({ saved: 0, submitted: 0 });
	});

	test('never writes over a colleague’s row that was only looked at', async () => {
		const month = '2026-09';
		await save(month, await form(month, { 'ADM-TAT-KTP': figures }));
		const opened = await form(month, { 'ADM-TAT-KK': figures });
		await save(month, await form(month, { 'ADM-TAT-KTP': { received: '230' } }));
		await save(month, opened);
		const { rows } = await read(month);
		expect(rows.find(({ kpi }) => kpi.code === 'ADM-TAT-KTP')?.parts.received).toBe(230);
	});

	test('shows both figures when two people changed one, and lets one choose', async () => {
		const month = '2026-08';
		await save(month, await form(month, { 'ADM-TAT-KTP': figures }));
		const mine = { 'ADM-TAT-KTP': { received: '240' } };
		const opened = await form(month, mine);
		await save(month, await form(month, { 'ADM-TAT-KTP': { received: '250' } }));
		await expect(save(month, opened)).rejects.toMatchObject({
			code: 'stale_version',
			details: {
				fields: [
					{ path: 'ADM-TAT-KTP.version', code: 'entry.stale' },
					{ path: 'ADM-TAT-KTP.received', code: 'entry.stored', values: { value: 250 } }
				]
			}
		});
		const choosing = (choice: 'mine' | 'theirs') =>
			opened.map((row) => (row.kpi === 'ADM-TAT-KTP' ? { ...row, choice, shownVersion: 2 } : row));
		expect(await save(month, choosing('theirs'))).toMatchObject({ saved: 0 });
		expect(await save(month, choosing('mine'))).toMatchObject({ saved: 1 });
		const { rows } = await read(month);
		expect(rows.find(({ kpi }) => kpi.code === 'ADM-TAT-KTP')?.parts.received).toBe(240);
	});

	test('of two rows sent at once by two people keeps one and names the other', async () => {
		const month = '2026-07';
		const send = (received: string) =>
			saveTypedRow(as(agencyHead), {
				region,
				month,
				kpi: 'ADM-TAT-KTP',
				version: 0,
				texts: { ...figures, received }
			});
		const both = await Promise.allSettled([send('300'), send('310')]);
		expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
		const winner = both[0].status === 'fulfilled' ? 300 : 310;
		expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: { code: 'stale_version', details: { extra: { stored: { received: winner } } } }
		});
	});

	test('belongs to its own agency alone', async () => {
		const typed = { region, month: '2026-06', kpi: 'ADM-TAT-KTP', version: 0, texts: figures };
		await expect(saveTypedRow(as(foreignAgencyHead), typed)).rejects.toMatchObject({
			code: 'forbidden'
		});
		await expect(saveTypedRow(ctx, typed)).rejects.toMatchObject({ code: 'unauthenticated' });
	});

	test('submits all drafts, is published, unlocked and revised for everyone to see', async () => {
		const month = '2026-05';
		const kpi = 'ADM-TAT-AKM';
		const submit = { do: 'submit' } as const;
		await save(month, await form(month, { [kpi]: figures }), submit);
		await verifyAndPublish(as(secretary), { region, month });
		const unlock = { do: 'unlock', kpi } as const;
		await expect(save(month, await form(month, {}), unlock)).rejects.toMatchObject({
			details: { fields: [{ path: `${kpi}.reason` }] }
		});
		await save(month, await form(month, {}, { [kpi]: { reason: 'Salah baris' } }), unlock);
		const changed = { bucket1: '41', bucket2: '119', note: 'Rekap ulang' };
		await save(month, await form(month, { [kpi]: changed }), submit);
		await verifyAndPublish(as(secretary), { region, month });

		const about = { kpi: 'ADM-TAT-AKM', region };
		expect((await getRevisionList(ctx, about)).revisions).toMatchObject([
			{ month, revision: 2, reason: 'Salah baris', role: 'secretary' }
		]);
		expect((await getRevisionList(ctx, { ...about, region: '36.03' })).revisions).toEqual([]);
		await expect(getRevisionList(ctx, { kpi: 'XXX' })).rejects.toMatchObject({ code: 'not_found' });

		// A locked row comes without its controls, and stays published.
		const locked = (await form(month, {})).map(({ texts, ...row }) => {
			const { presence: _presence, note: _note, ...figuresOnly } = texts;
			return row.kpi === kpi ? { ...row, texts: figuresOnly } : { ...row, texts };
		});
		expect(await save(month, locked)).toEqual({ saved: 0, submitted: 0 });
		const { rows } = await read(month);
		expect(rows.find((row) => row.kpi.code === kpi)?.status).toBe('published');

		const { months, services } = await getRegionCompleteness(ctx, region);
		const cells = months.find((one) => one.month === month)?.cells ?? [];
		const at = services.findIndex(({ code }) => code === 'AKM');
		expect(cells[at]).toBe('late');
		expect(cells.filter((cell) => cell === 'missing')).toHaveLength(6);
	});
});

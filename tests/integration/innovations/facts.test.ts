import { beforeAll, describe, expect, test } from 'vitest';
import { loadCitedContent } from '#db/reference/load-cited.ts';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { readFacts } from '#lib/innovations/facts.ts';
import { innovationDocument } from '#lib/innovations/server/api-rows.ts';
import { editInnovation } from '#lib/innovations/server/edit-innovation.ts';
import { getInnovation } from '#lib/innovations/server/get-innovation.ts';
import { compareRevisions, getReview } from '#lib/innovations/server/history.ts';
import { printInnovation } from '#lib/innovations/server/print-write-up.ts';
import { sectionFacts } from '#lib/innovations/server/section-facts.ts';
import { createInnovation, saveInnovation } from '#lib/innovations/server/write-innovation.ts';
import { databaseNames } from '#tests/support/databases.ts';
import { agencyHead, institutionAdmin, openForEntry } from '#tests/support/observation-actors.ts';
import { REQUIRED_SECTIONS, typedIn } from './input.ts';

const FACTS = {
	shortName: 'Antre',
	affair: 'health',
	otherAffairs: ['communication', 'health'],
	initiator: 'civil_servant',
	targetGroups: ['elderly', 'poor'],
	beneficiaryCount: '1200',
	beneficiaryBasis: 'pasien 2025',
	sdgs: ['3', '16'],
	initialBudgetRupiah: '250000000',
	fundingSources: ['apbd'],
	systemShareable: '1',
	minMonths: '3',
	stepStage: ['pilot', 'implementation', ''],
	stepOn: ['2024-03', '2025', ''],
	stepText: ['Dua puskesmas', 'Semua puskesmas', ''],
	resultKpi: ['ADM-DIG', ''],
	resultLabel: ['', 'Waktu tunggu (menit)'],
	resultBefore: ['12,5', '90'],
	resultBeforePeriod: ['2024', '2024-02'],
	resultAfter: ['61.25', ''],
	resultSource: ['1', ''],
	requirementKind: ['staff'],
	requirementText: ['Satu petugas tiap puskesmas'],
	requirementAdaptable: ['0'],
	lawKind: ['perkada'],
	lawNumber: ['12'],
	lawYear: ['2024'],
	lawAbout: ['Antrean daring'],
	sourcePublisher: ['Dinas Kesehatan']
};

describe.each(databaseNames)('structured facts of write-ups on %s', (name) => {
	let ctx: Context;
	const as = (actor: Actor | null): Context => ({ ...ctx, actor });

	beforeAll(async () => {
		ctx = await openForEntry(name);
		await loadCitedContent(ctx.db, ctx.now());
	});

	test('all that was typed is kept, shown in the form again, and told by the API', async () => {
		const { slug } = await createInnovation(as(agencyHead), typedIn(FACTS));
		const { stored } = await editInnovation(as(agencyHead), slug);
		expect(stored).toMatchObject({
			affair: 'health',
			// The main affair is not also another one.
			otherAffairs: ['communication'],
			sdgs: ['3', '16'],
			stepOn: ['2024-03', '2025'],
			resultBefore: ['12.5', '90'],
			resultAfter: ['61.25', ''],
			requirementAdaptable: ['0'],
			lawNumber: ['12']
		});
		const document = innovationDocument(await getInnovation(as(agencyHead), slug));
		expect(document.sdgs).toEqual([3, 16]);
		expect(document.facts).toMatchObject({
			affair: 'health',
			initial_budget_rupiah: 250_000_000,
			system_shareable: true,
			steps: [
				{ stage: 'pilot', on: '2024-03', text_id: 'Dua puskesmas', text_en: null },
				{ stage: 'implementation', on: '2025', text_id: 'Semua puskesmas', text_en: null }
			],
			results: [
				{ kpi: 'ADM-DIG', before: 12.5, before_period: '2024', after: 61.25, source: 1 },
				{ kpi: null, label_id: 'Waktu tunggu (menit)', before: 90, after: null, source: null }
			]
		});
	});

	test('rows that cannot be true are named where they stand', async () => {
		const refused = (fields: Record<string, unknown>) =>
			createInnovation(as(agencyHead), typedIn({ ...FACTS, ...fields }));
		await expect(refused({ resultKpi: ['NONE', ''] })).rejects.toMatchObject({
			details: { fields: [{ path: 'resultKpi.0', code: 'innovation.unknownCode' }] }
		});
		await expect(refused({ resultSource: ['', '7'] })).rejects.toMatchObject({
			details: { fields: [{ path: 'resultSource.1', code: 'innovation.unknownSource' }] }
		});
		await expect(
			refused({ resultLabel: ['', ''], resultBefore: ['', '90'] })
		).rejects.toMatchObject({
			details: { fields: [{ path: 'resultLabel.1', code: 'innovation.resultOfNothing' }] }
		});
		await expect(refused({ stepOn: ['2024-03', '2023', ''] })).rejects.toMatchObject({
			details: { fields: [{ path: 'stepOn.1', code: 'innovation.stepOutOfOrder' }] }
		});
		expect(() => typedIn({ sdgs: ['1', '2', '3', '4'] })).toThrow();
		expect(() => typedIn({ resultBefore: ['1.234,5'] })).toThrow();
	});

	test('a change to them waits in the revision, shows in the comparison, and prints', async () => {
		const { slug } = await createInnovation(
			as(institutionAdmin),
			typedIn({ ...FACTS, ...REQUIRED_SECTIONS, intent: 'publish' })
		);
		await saveInnovation(
			as(institutionAdmin),
			slug,
			typedIn({ ...FACTS, ...REQUIRED_SECTIONS, minMonths: '5', version: '0', intent: 'submit' })
		);
		const facts = async () =>
			readFacts((await getInnovation(as(null), slug)).innovation.facts).minMonths;
		expect(await facts()).toBe(3);
		expect((await getReview(as(institutionAdmin), slug)).fields).toEqual([
			{ field: 'minMonths', before: '3', after: '5' }
		]);
		const { fields } = await compareRevisions(as(institutionAdmin), slug, { from: 1, to: 2 });
		expect(fields).toEqual([{ field: 'minMonths', before: '3', after: '5' }]);
		const { bytes } = await printInnovation(as(null), slug, 'http://localhost');
		expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-');
	});

	test('a version that was written before facts were asked for takes none away', async () => {
		const { slug } = await createInnovation(
			as(institutionAdmin),
			typedIn({ ...FACTS, ...REQUIRED_SECTIONS, intent: 'publish' })
		);
		await saveInnovation(
			as(institutionAdmin),
			slug,
			typedIn({ ...FACTS, ...REQUIRED_SECTIONS, version: '0' })
		);
		const { stored } = await editInnovation(as(institutionAdmin), slug);
		const { affair: _affair, sdgs: _sdgs, ...old } = stored;
		await ctx.db
			.updateTable('innovationRevision')
			.set({ snapshot: JSON.stringify(old) })
			.where('state', '=', 'open')
			.execute();
		expect((await editInnovation(as(institutionAdmin), slug)).stored).toMatchObject({
			affair: 'health',
			sdgs: ['3', '16']
		});
	});

	test('the cited write-ups state what their sources say, and mark the rest', async () => {
		const detail = await getInnovation(as(null), 'enam-layanan-adminduk-di-13-kecamatan');
		const tables = await sectionFacts(ctx, detail);
		expect(tables.steps?.[0]?.rows[0]?.map(({ text }) => text)).toEqual([
			'2017',
			'Penerapan',
			'Layanan adminduk dilaksanakan di seluruh kecamatan (sumber 1)'
		]);
		expect(tables.results?.[0]?.rows[0]?.map(({ text }) => text).slice(1)).toEqual([
			'Belum diketahui',
			'100,0% (2017)',
			'Sumber 1'
		]);
		expect(tables.resources?.[0]?.rows).toEqual([]);
	});
});

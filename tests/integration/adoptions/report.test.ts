import { describe, expect, test } from 'vitest';
import { saveReport, type ReportContent } from '#lib/adoptions/server/save-report.ts';
import type { Context } from '#lib/core/context.ts';
import { requestVisit } from '#lib/visits/server/request-visit.ts';
import { databaseNames, openDatabase, type DatabaseName } from '#tests/support/databases.ts';
import { openForVisits, request, visitor } from '#tests/support/visit-actors.ts';

const content: ReportContent = {
	learned: 'Petugas ditempatkan di kecamatan dua hari sepekan.',
	applicable: 'Jadwal petugas keliling.',
	not_applicable: 'Anjungan mandiri.',
	answers: ['Bergiliran.', '', 'Jaringan.'],
	commitments: [
		{
			text: 'Membuka layanan di dua kecamatan.',
			owner_position: 'Kepala Disdukcapil',
			due_date: '2027-03-31',
			kpi: 'adm-turnaround',
			baseline: 3.5,
			target: 2
		}
	]
};

async function visited(name: DatabaseName): Promise<{ ctx: Context; id: string }> {
	const ctx = { ...(await openForVisits(await openDatabase(name))), actor: visitor };
	const { ref } = await requestVisit(ctx, request());
	const { id } = await ctx.db
		.selectFrom('visit')
		.select('id')
		.where('ref', '=', ref)
		.executeTakeFirstOrThrow();
	return { ctx, id };
}

describe.each(databaseNames)('the report of a visit on %s', (name) => {
	test('is stored with answers, commitments and the days they are looked at again', async () => {
		const { ctx, id } = await visited(name);
		await saveReport(ctx, { id }, content);

		const { db } = ctx;
		const report = await db.selectFrom('visitReport').selectAll().executeTakeFirstOrThrow();
		expect(report).toMatchObject({ visitId: id, learned: content.learned, notAdoptedReason: null });
		const answers = await db
			.selectFrom('visitQuestion')
			.select('answer')
			.orderBy('position')
			.execute();
		expect(answers.map(({ answer }) => answer)).toEqual(['Bergiliran.', null, 'Jaringan.']);
		const commitment = await db.selectFrom('commitment').selectAll().executeTakeFirstOrThrow();
		expect(commitment).toMatchObject({ baseline: 3.5, target: 2, kpiCode: 'adm-turnaround' });
		const checks = await db
			.selectFrom('commitmentCheck')
			.select('dueOn')
			.orderBy('months')
			.execute();
		expect(checks.map(({ dueOn }) => dueOn)).toEqual(['2027-02-24', '2027-05-24', '2027-11-24']);
	});

	test('sent again it takes the place of the first', async () => {
		const { ctx, id } = await visited(name);
		await saveReport(ctx, { id }, content);
		const reason = 'Anggaran tahun ini sudah terikat.';
		await saveReport(ctx, { id }, { ...content, commitments: [], not_adopted_reason: reason });

		const reports = await ctx.db.selectFrom('visitReport').selectAll().execute();
		expect(reports).toMatchObject([{ notAdoptedReason: reason }]);
		expect(await ctx.db.selectFrom('commitmentCheck').selectAll().execute()).toEqual([]);
	});
});

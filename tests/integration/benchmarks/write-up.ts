import type { Db } from '#lib/database/connection.ts';

/** A published write-up on one KPI, without any of the rules of writing; its slug is the answer. */
export async function addWriteUp(
	db: Db,
	regionCode: string,
	kpiCode: string,
	launchedMonth: string | null = null
): Promise<string> {
	const slug = `inovasi-${regionCode.replace('.', '-')}`;
	const at = '2026-01-05T03:00:00.000Z';
	await db
		.insertInto('innovation')
		.values({
			id: slug,
			slug,
			regionCode,
			agencyId: null,
			titleId: 'Inovasi',
			titleEn: null,
			summaryId: 'Ringkasan',
			summaryEn: null,
			kind: 'digital',
			form: 'public_service',
			stage: 'implementation',
			sustainability: 'active',
			state: 'published',
			validation: 'region_approved',
			startedOn: null,
			startedPrecision: null,
			website: null,
			needsDelegation: null,
			difficulty: null,
			staffCount: null,
			annualBudgetRupiah: null,
			sdgs: '',
			isSample: 0,
			version: 1,
			createdAt: at,
			updatedAt: at,
			publishedAt: at,
			confirmedOn: null
		})
		.execute();
	await db
		.insertInto('innovationKpi')
		.values({ innovationId: slug, kpiCode, launchedMonth })
		.execute();
	return slug;
}

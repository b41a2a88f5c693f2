import { newId } from '#lib/core/ids.ts';
import type { Db } from '#lib/database/connection.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { NO_FACTS } from '#lib/innovations/facts.ts';
import { refreshStaleSearch } from '#lib/innovations/server/index-innovation.ts';
import { insertMany } from '#db/insert-many.ts';
import { agencies } from './agencies.ts';
import { citedCoverage } from './cited-coverage.ts';
import { writtenSections, type WriteUp } from './innovations/write-up.ts';
import { writeUps } from './innovations/write-ups.ts';

/**
 * Adds what the press says about the founding example: its agencies, the districts served, and
 * the write-ups. Whatever is there already is left as it is, because the regions own it from then
 * on. Needs the reference data.
 */
export async function loadCitedContent(db: Db, now: Date): Promise<void> {
	await inTransaction({ db }, async (ctx) => {
		await insertAgencies(ctx.db);
		await insertCoverage(ctx.db, now.toISOString());
		for (const writeUp of writeUps) await insertWriteUp(ctx.db, writeUp, now.toISOString());
		await refreshStaleSearch(ctx);
	});
}

async function insertAgencies(db: Db): Promise<void> {
	for (const { services, ...agency } of agencies) {
		await db
			.insertInto('agency')
			.values(agency)
			.onConflict((conflict) => conflict.column('id').doNothing())
			.execute();
		for (const serviceCode of services) {
			await db
				.insertInto('agencyService')
				.values({ agencyId: agency.id, serviceCode })
				.onConflict((conflict) => conflict.columns(['agencyId', 'serviceCode']).doNothing())
				.execute();
		}
	}
}

async function insertCoverage(db: Db, updatedAt: string): Promise<void> {
	for (const { regionCode, services, ...facts } of citedCoverage) {
		const districts = await db
			.selectFrom('district')
			.select('code')
			.where('regionCode', '=', regionCode)
			.orderBy('code')
			.execute();
		const rows = districts.flatMap(({ code }) =>
			services.map((serviceCode) => ({
				...facts,
				districtCode: code,
				serviceCode,
				validTo: null,
				isSample: 0 as const,
				updatedAt
			}))
		);
		await db
			.insertInto('districtCoverage')
			.values(rows)
			.onConflict((conflict) =>
				conflict.columns(['districtCode', 'serviceCode', 'validFrom']).doNothing()
			)
			.execute();
	}
}

async function insertWriteUp(db: Db, writeUp: WriteUp, now: string): Promise<void> {
	const present = await db
		.selectFrom('innovation')
		.select('id')
		.where('slug', '=', writeUp.slug)
		.executeTakeFirst();
	if (present) return;

	const innovationId = newId();
	await db
		.insertInto('innovation')
		.values(innovationRow(writeUp, innovationId, now))
		.execute();
	await insertMany(
		db,
		'innovationSection',
		writtenSections.map((section) => {
			const { knowledge, id, en } = writeUp.sections[section];
			return { innovationId, section, knowledge, markdownId: id, markdownEn: en };
		})
	);
	await insertMany(
		db,
		'innovationSource',
		writeUp.sources.map((source, i) => ({ innovationId, number: i + 1, ...source }))
	);
	await insertMany(
		db,
		'innovationService',
		writeUp.services.map((serviceCode) => ({ innovationId, serviceCode }))
	);
	await insertMany(
		db,
		'innovationKpi',
		writeUp.kpis.map(({ code, launchedMonth }) => ({ innovationId, kpiCode: code, launchedMonth }))
	);
}

/** Compiled from the press: nobody in the region has confirmed it, nor that it still runs. */
function innovationRow(writeUp: WriteUp, id: string, now: string) {
	const { slug, regionCode, agencyId, kind, form, stage, startedOn, startedPrecision } = writeUp;
	return {
		id,
		slug,
		regionCode,
		agencyId,
		titleId: writeUp.title.id,
		titleEn: writeUp.title.en,
		summaryId: writeUp.summary.id,
		summaryEn: writeUp.summary.en,
		kind,
		form,
		stage,
		sustainability: 'unconfirmed' as const,
		state: 'published' as const,
		validation: 'from_news' as const,
		startedOn,
		startedPrecision,
		website: writeUp.website,
		needsDelegation: writeUp.needsDelegation === null ? null : flag(writeUp.needsDelegation),
		difficulty: null,
		staffCount: null,
		annualBudgetRupiah: null,
		sdgs: writeUp.sdgs.join(','),
		facts: JSON.stringify({ ...NO_FACTS, ...writeUp.facts }),
		isSample: 0 as const,
		version: 1,
		createdAt: now,
		updatedAt: now,
		publishedAt: now,
		confirmedOn: null
	};
}

function flag(value: boolean): 0 | 1 {
	return value ? 1 : 0;
}

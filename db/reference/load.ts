import { createHash } from 'node:crypto';
import type { Db } from '#lib/database/connection.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { bumpReferenceVersion } from '#lib/observations/server/data-version.ts';
import { holidays2026 } from './holidays-2026.ts';
import { FIRST_VERSION_FROM, kpiCatalogue } from './kpis.ts';
import { lineage } from './lineage.ts';
import { loadRegisterContext, registerPackageVersion } from './register-context.ts';
import { readRegionFiles, type RegionRegister, toRegionRegister } from './regions.ts';
import { services } from './services.ts';
import {
	upsertDistricts,
	upsertHolidays,
	upsertKpis,
	upsertKpiVersions,
	upsertProvinces,
	upsertRegionRelations,
	upsertRegions,
	upsertServices
} from './upserts.ts';

/**
 * Brings the database to the reference data of this version: regions and their lineage, public
 * services, the KPI catalogue, holidays. Rows that are already there are updated, none is removed.
 * Runs at every start; a part whose content was loaded before is left alone.
 */
export async function loadReferenceData(db: Db): Promise<void> {
	const register = toRegionRegister(await readRegionFiles());
	const packageVersion = await registerPackageVersion();
	await inTransaction({ db }, async (ctx) => {
		await loadPart(ctx.db, 'regions', register, loadRegions);
		await loadPart(ctx.db, 'region-context', packageVersion, loadRegisterContext);
		await loadPart(ctx.db, 'lineage', lineage, upsertRegionRelations);
		await loadPart(ctx.db, 'services', services, upsertServices);
		await loadPart(ctx.db, 'kpis', kpiCatalogue, loadCatalogue);
		await loadPart(ctx.db, 'holidays', holidays2026, upsertHolidays);
	});
}

/** Runs `load` when the content differs from what was loaded last under the name. */
export async function loadPart<Content>(
	db: Db,
	name: string,
	content: Content,
	load: (db: Db, content: Content) => Promise<void>
): Promise<void> {
	const contentHash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
	const loaded = await db
		.selectFrom('referenceLoad')
		.select('contentHash')
		.where('name', '=', name)
		.executeTakeFirst();
	if (loaded?.contentHash === contentHash) return;

	await load(db, content);
	await bumpReferenceVersion({ db, now: () => new Date() });
	const row = { name, contentHash, loadedAt: new Date().toISOString() };
	await db
		.insertInto('referenceLoad')
		.values(row)
		.onConflict((conflict) => conflict.column('name').doUpdateSet(row))
		.execute();
}

async function loadRegions(db: Db, register: RegionRegister): Promise<void> {
	await upsertProvinces(db, register.provinces);
	await upsertRegions(db, register.regions);
	await upsertDistricts(db, register.districts);
}

async function loadCatalogue(db: Db, catalogue: typeof kpiCatalogue): Promise<void> {
	await upsertKpis(
		db,
		catalogue.map((kpi, position) => ({
			code: kpi.code,
			key: kpi.key,
			groupCode: kpi.group,
			serviceCode: kpi.service,
			family: kpi.family,
			nameId: kpi.name.id,
			nameEn: kpi.name.en,
			unit: kpi.unit,
			kind: kpi.kind,
			direction: kpi.direction,
			derivation: kpi.derivation,
			decimals: kpi.decimals,
			hardMin: kpi.range.hard[0],
			hardMax: kpi.range.hard[1],
			warnMin: kpi.range.warn?.[0] ?? null,
			warnMax: kpi.range.warn?.[1] ?? null,
			position
		}))
	);
	await upsertKpiVersions(
		db,
		catalogue.map((kpi) => ({
			kpiCode: kpi.code,
			version: 1,
			validFrom: FIRST_VERSION_FROM,
			definitionId: kpi.definition.id,
			definitionEn: kpi.definition.en,
			numeratorId: kpi.numerator.id,
			numeratorEn: kpi.numerator.en,
			denominatorId: kpi.denominator.id,
			denominatorEn: kpi.denominator.en,
			methodId: kpi.method.id,
			methodEn: kpi.method.en,
			standardValue: kpi.standard.value,
			standardId: kpi.standard.text.id,
			standardEn: kpi.standard.text.en,
			standardSource: kpi.standard.source,
			standardSourceStatus: kpi.standard.sourceStatus
		}))
	);
}

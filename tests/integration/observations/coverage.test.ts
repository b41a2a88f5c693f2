import { beforeAll, describe, expect, test } from 'vitest';
import { loadCitedContent } from '#db/reference/load-cited.ts';
import { loadReferenceData } from '#db/reference/load.ts';
import type { Db } from '#lib/database/connection.ts';
import type { DistrictCoverage } from '#lib/database/tables/observations.ts';
import { findCoverageExample, getCoverageView } from '#lib/observations/server/coverage-view.ts';
import { getCoverage } from '#lib/observations/server/coverage.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';

const now = () => new Date('2026-11-24T03:00:00Z');

describe.each(databaseNames)('the coverage register on %s', (name) => {
	let ctx: { db: Db; now: () => Date };

	const register = (rows: Partial<DistrictCoverage>[]) =>
		ctx.db
			.insertInto('districtCoverage')
			.values(
				rows.map((row) => ({
					districtCode: '36.73.01',
					serviceCode: 'KTP',
					validFrom: '2020-01-01',
					validTo: null,
					mode: 'full' as const,
					datePrecision: 'day' as const,
					source: 'Uji',
					isSample: 1 as const,
					updatedAt: now().toISOString(),
					...row
				}))
			)
			.execute();

	beforeAll(async () => {
		const db = await openDatabase(name);
		await loadReferenceData(db);
		await loadCitedContent(db, now());
		ctx = { db, now };
	});

	test('Kota Tangerang gives six services in 13 of 13 districts', async () => {
		const { day, summary, facts } = await getCoverage(ctx, { region: '36.71' });

		expect(day).toBe('2026-11-24');
		expect(summary.map(({ serviceCode }) => serviceCode)).toEqual([
			'REK',
			'KTP',
			'KK',
			'AKL',
			'AKM',
			'KIA'
		]);
		for (const counts of summary) {
			expect(counts).toMatchObject({ covered: 13, mobile: 0, unknown: 0, districts: 13 });
		}
		expect(facts).toHaveLength(6 * 13);
		expect(facts[0]).toMatchObject({ datePrecision: 'year', isSample: 0 });
	});

	test('Kabupaten Tangerang prints e-KTP and child identity cards in 29 of 29', async () => {
		const { summary } = await getCoverage(ctx, { region: '36.03' });

		expect(summary).toEqual([
			expect.objectContaining({ serviceCode: 'KTP', covered: 29, districts: 29 }),
			expect.objectContaining({ serviceCode: 'KIA', covered: 29, districts: 29 })
		]);
	});

	test('before its first day the register says nothing, and says since when it does', async () => {
		const before = await getCoverage(ctx, { region: '36.03', period: '2025-10' });

		expect(before).toMatchObject({
			day: '2025-10-31',
			services: [],
			facts: [],
			summary: [],
			first: { validFrom: '2025-11-22', datePrecision: 'day' }
		});
		expect((await getCoverage(ctx, { region: '36.03', period: '2025-11' })).summary).toHaveLength(
			2
		);
	});

	test('one service may be asked for alone', async () => {
		const { services, facts } = await getCoverage(ctx, { region: '36.71', service: 'KIA' });

		expect(services.map(({ code }) => code)).toEqual(['KIA']);
		expect(facts).toHaveLength(13);
	});

	test('each mode counts for itself, and a district without a row is unknown', async () => {
		await register([
			{ districtCode: '36.73.01', mode: 'full' },
			{ districtCode: '36.73.02', mode: 'limited' },
			{ districtCode: '36.73.03', mode: 'mobile' },
			{ districtCode: '36.73.04', mode: 'none' }
		]);
		const { summary } = await getCoverage(ctx, { region: '36.73' });

		expect(summary).toEqual([
			{
				serviceCode: 'KTP',
				covered: 2,
				limited: 1,
				mobile: 1,
				none: 1,
				unknown: 2,
				verified: 0,
				districts: 6
			}
		]);
	});

	test('a change of mode holds from its first day on', async () => {
		const cell = { districtCode: '36.72.01', serviceCode: 'KK' };
		await register([
			{ ...cell, mode: 'mobile', validFrom: '2026-01-01', validTo: '2026-06-30' },
			{ ...cell, mode: 'full', validFrom: '2026-07-01' }
		]);
		const modeIn = async (period: string) =>
			(await getCoverage(ctx, { region: '36.72', period })).facts.map(({ mode }) => mode);

		expect(await modeIn('2026-06')).toEqual(['mobile']);
		expect(await modeIn('2026-07')).toEqual(['full']);
	});

	test('what has ended holds until its last day and leaves a gap after it', async () => {
		await register([
			{
				districtCode: '36.72.02',
				serviceCode: 'KIA',
				validFrom: '2026-01-01',
				validTo: '2026-03-31'
			}
		]);
		const factsIn = async (period: string) =>
			(await getCoverage(ctx, { region: '36.72', service: 'KIA', period })).facts.length;

		expect(await factsIn('2026-02')).toBe(1);
		expect(await factsIn('2026-03')).toBe(1);
		expect(await factsIn('2026-04')).toBe(0);
	});

	test('the month that runs is asked as of today, and a coming one is refused', async () => {
		const running = await getCoverage(ctx, { region: '36.71', period: '2026-11' });

		expect(running.day).toBe('2026-11-24');
		await expect(getCoverage(ctx, { region: '36.71', period: '2026-12' })).rejects.toMatchObject({
			code: 'malformed',
			details: { fields: [{ path: 'period', code: 'coverage.futurePeriod' }] }
		});
	});

	test('a region of which nothing is known has no services and no first day', async () => {
		expect(await getCoverage(ctx, { region: '36.74' })).toMatchObject({
			services: [],
			facts: [],
			first: null
		});
	});

	test('its page shows a matrix in which each service leads to its KPI', async () => {
		const view = await getCoverageView(ctx, { region: '36.71', period: '2026-10' });

		expect(view).toMatchObject({ day: '2026-10-31', thisMonth: '2026-11', hasSample: false });
		expect(view.services[1]).toMatchObject({ code: 'KTP', kpiCode: 'ADM-COV-KTP' });
		expect(view.rows).toHaveLength(13);
		expect(view.rows[0]).toEqual({
			code: '36.71.01',
			name: 'Tangerang',
			verified: Array(6).fill(false),
			modes: ['full', 'full', 'full', 'full', 'full', 'full']
		});
		expect(view.sources).toEqual([
			expect.objectContaining({ since: '2017-01-01', datePrecision: 'year', isSameDay: true })
		]);
	});

	test('the example to look at is the region with the most cited facts', async () => {
		expect(await findCoverageExample(ctx)).toEqual({ code: '36.71', name: 'Kota Tangerang' });
	});

	test('an unknown region or service is not found', async () => {
		await expect(getCoverage(ctx, { region: '36.99' })).rejects.toMatchObject({
			code: 'not_found'
		});
		await expect(getCoverage(ctx, { region: '36.71', service: 'XYZ' })).rejects.toMatchObject({
			code: 'not_found'
		});
	});
});

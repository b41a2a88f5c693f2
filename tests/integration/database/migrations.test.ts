import { beforeAll, describe, expect, test } from 'vitest';
import { seedDemonstration } from '#db/demo/seed.ts';
import { loadReferenceData } from '#db/reference/load.ts';
import { loadCitedContent } from '#db/reference/load-cited.ts';
import { migrations } from '#db/migrations/index.ts';
import type { Db } from '#lib/database/connection.ts';
import { migrateDown, migrateToLatest } from '#lib/database/migrator.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';

const NOW = new Date('2026-11-24T03:00:00Z');
const names = Object.keys(migrations);
const since = (name: string) => names.slice(names.indexOf(name));

/** Every table with its columns, as the database describes them. */
async function schemaOf(db: Db) {
	const tables = await db.withoutPlugins().introspection.getTables();
	return Object.fromEntries(
		tables
			.map(({ name, columns }): [string, string[]] => [
				name,
				columns
					.map((column) => `${column.name} ${column.dataType} ${column.isNullable ? 'null' : ''}`)
					.sort()
			])
			.sort(([a], [b]) => a.localeCompare(b))
	);
}

describe.each(databaseNames)('migrations of a database in use on %s', (name) => {
	let db: Db;
	const fill = async () => {
		await loadReferenceData(db);
		await loadCitedContent(db, NOW);
		await seedDemonstration(db, NOW, { regions: ['36.03', '36.71', '36.72'], months: 6 });
	};
	const coverage = () =>
		db
			.selectFrom('districtCoverage')
			.selectAll()
			.orderBy('districtCode')
			.orderBy('serviceCode')
			.orderBy('validFrom')
			.execute();

	beforeAll(async () => {
		db = await openDatabase(name);
		await fill();
	});

	test('the verification of coverage goes and comes back, and every row of the register stays', async () => {
		await db
			.updateTable('districtCoverage')
			.set({ verification: 'verified', verifiedAt: '2026-11-20T03:00:00.000Z' })
			.where('districtCode', '=', '36.71.01')
			.execute();
		const before = await coverage();
		for (const _ of since('0030-coverage-verification')) await migrateDown(db);
		const { count } = await db
			.selectFrom('districtCoverage')
			.select((eb) => eb.fn.countAll<number | string>().as('count'))
			.executeTakeFirstOrThrow();
		expect(Number(count)).toBe(before.length);
		expect(await migrateToLatest(db)).toEqual(since('0030-coverage-verification'));
		expect(await coverage()).toEqual(
			// When a row was verified is known from its last change, and in which role no longer.
			before.map((row) => ({
				...row,
				verifiedAt: row.verification === 'verified' ? row.updatedAt : null,
				verifiedByRole: null
			}))
		);
	});

	test('messages from before they carried titles get the title of their write-up, others stay', async () => {
		const { slug, titleId } = await db
			.selectFrom('innovation')
			.select(['slug', 'titleId'])
			.orderBy('slug')
			.limit(1)
			.executeTakeFirstOrThrow();
		const { id: accountId } = await db
			.selectFrom('account')
			.select('id')
			.limit(1)
			.executeTakeFirstOrThrow();
		const region = 'Kota Tangerang';
		const stored = [
			{ template: 'innovation_published', data: { ref: slug, region } },
			{ template: 'innovation_published', data: { ref: 'dihapus', region } },
			{ template: 'visit_submitted', data: { ref: slug, region } }
		];
		for (const _ of since('0054-titles-in-notifications')) await migrateDown(db);
		for (const [i, { template, data }] of stored.entries()) {
			await db
				.insertInto('outbox')
				.values({
					id: `old-${String(i)}`,
					dedupeKey: `old-${String(i)}`,
					accountId,
					template,
					data: JSON.stringify(data),
					createdAt: NOW.toISOString(),
					readAt: null,
					sentAt: null,
					stream: null,
					mailState: 'off',
					attempts: 0,
					nextAt: null,
					lastError: null
				})
				.execute();
		}
		await migrateToLatest(db);
		const rows = await db
			.selectFrom('outbox')
			.select('data')
			.where('id', 'like', 'old-%')
			.orderBy('id')
			.execute();
		expect(rows.map(({ data }) => JSON.parse(data) as unknown)).toMatchObject([
			{ ref: slug, region, title: titleId },
			stored[1]?.data,
			stored[2]?.data
		]);
		expect(rows[2]?.data).not.toContain('title');
	});

	test('go back one by one to an empty database, and up again to the same schema', async () => {
		const before = await schemaOf(db);
		const undone: string[] = [];
		for (const _ of names) undone.push(...(await migrateDown(db)));
		expect(undone).toEqual(names.toReversed());
		expect(Object.keys(await schemaOf(db))).toEqual([]);

		expect(await migrateToLatest(db)).toEqual(names);
		expect(await schemaOf(db)).toEqual(before);
		await fill();
		expect((await coverage()).length).toBeGreaterThan(0);
	});
});

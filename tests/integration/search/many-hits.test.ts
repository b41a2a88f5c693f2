import { beforeAll, describe, expect, test } from 'vitest';
import { migrations } from '#db/migrations/index.ts';
import { loadReferenceData } from '#db/reference/load.ts';
import type { Context } from '#lib/core/context.ts';
import { migrateDown, migrateToLatest } from '#lib/database/migrator.ts';
import { best } from '#lib/search/hits.ts';
import { analyse } from '#lib/search/server/analyse.ts';
import { findHits } from '#lib/search/server/hits-repository.ts';
import { indexWriteUp } from '#lib/search/server/index-documents.ts';
import { currentSnapshot } from '#lib/search/server/snapshot.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';

/** More write-ups with the word in their title than fit a page. */
const MANY = 21;

describe.each(databaseNames)('a word that stands nearly everywhere on %s', (name) => {
	let ctx: Context;
	const add = (innovationId: string, title: string, head: string, body: string) =>
		indexWriteUp(ctx, {
			innovationId,
			innovationVersion: 1,
			regionCode: '11.01',
			kind: 'digital',
			stage: 'pilot',
			validation: 'region_approved',
			titleId: title,
			titleEn: null,
			publishedAt: '2026-01-01T00:00:00.000Z',
			updatedAt: '2026-01-01T00:00:00.000Z',
			confirmedOn: null,
			serviceCodes: [],
			kpiCodes: [],
			title: [{ text: title, language: 'id' }],
			head: [{ text: head, language: 'id' }],
			body: [{ text: body, language: 'id' }],
			documents: []
		});
	const inGroups = async (q: string) => {
		const { clauses } = await analyse(ctx, q);
		const hits = await findHits(ctx.db, clauses, { maxRanked: 1 });
		const { byId } = await currentSnapshot(ctx.db);
		return {
			count: hits.count,
			ids: best(hits.ids, hits.scoreOf, 100).map((id) => byId.get(id)?.innovationId)
		};
	};

	beforeAll(async () => {
		const db = await openDatabase(name);
		await loadReferenceData(db);
		ctx = { db, actor: null, now: () => new Date('2026-11-24T03:00:00Z'), locale: 'id' };
		await add('text', 'Sepeda', 'kuning', 'pelayanan');
		await add('head', 'Sepeda', 'pelayanan', 'kuning');
		for (let i = 0; i < MANY; i++) await add(`stem ${String(i)}`, 'Melayani', 'kuning', 'kuning');
		await add('surface', 'Pelayanan', 'kuning', 'kuning');
		await add('nowhere', 'Sepeda', 'kuning', 'kuning');
	});

	test('is found everywhere, best in titles as it is written, then in other forms, then at heads', async () => {
		const { count, ids } = await inGroups('pelayanan');
		expect(count).toBe(MANY + 3);
		expect(ids).toHaveLength(MANY + 3);
		expect(ids[0]).toBe('surface');
		expect(ids.slice(1, -2).every((id) => id?.startsWith('stem'))).toBe(true);
		expect(ids.slice(-2)).toEqual(['head', 'text']);
	});

	test('is told apart only as far as the best are wanted', async () => {
		const { clauses } = await analyse(ctx, 'pelayanan');
		const groupsOf = async (best: number) => {
			const { ids, scoreOf } = await findHits(ctx.db, clauses, { maxRanked: 1, best });
			return [...Map.groupBy(ids, scoreOf)]
				.toSorted(([a], [b]) => b - a)
				.map(([, all]) => all.length);
		};
		expect(await groupsOf(0)).toEqual([MANY + 3]);
		expect(await groupsOf(1)).toEqual([1, MANY + 2]);
		expect(await groupsOf(2)).toEqual([1, MANY, 2]);
		expect(await groupsOf(MANY + 2)).toEqual([1, MANY, 1, 1]);
	});

	test('of several words all must stand there', async () => {
		expect(await inGroups('pelayanan kuning')).toMatchObject({ count: MANY + 3 });
		expect((await inGroups('pelayanan sepeda')).ids.toSorted()).toEqual(['head', 'text']);
	});

	test('is found the same, in groups and by rank, in an index that came from its older form', async () => {
		const ranked = async () => {
			const { clauses } = await analyse(ctx, 'pelayanan');
			const hits = await findHits(ctx.db, clauses);
			return hits.ids.toSorted((a, b) => a - b).map((id) => [id, hits.scoreOf(id)]);
		};
		const [groups, ranks] = [await inGroups('pelayanan'), await ranked()];
		const names = Object.keys(migrations);
		const undone = names.slice(names.indexOf('0055-narrow-search-index'));
		for (const _ of undone) await migrateDown(ctx.db);
		expect(await migrateToLatest(ctx.db)).toEqual(undone);
		expect(await inGroups('pelayanan')).toEqual(groups);
		expect(await ranked()).toEqual(ranks);
	});
});

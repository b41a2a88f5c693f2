import { insertMany } from '#db/insert-many.ts';
import { writeUps } from '#db/reference/innovations/write-ups.ts';
import { createRandom } from '#lib/benchmarks/statistics/random.ts';
import type { Db } from '#lib/database/connection.ts';
import { foldedWords } from '#lib/search/fold.ts';

const SECTIONS = ['summary', 'background', 'design', 'results', 'lessons', 'replication'] as const;
const WORDS_PER_SECTION = 80;
const PER_STATEMENT = 2000;

/** Fills a database with write-ups made of the words of the real ones, the frequent ones more often. */
export async function generateWriteUps(db: Db, count: number): Promise<void> {
	const { uniform } = createRandom(20_261_124);
	const words = vocabulary();
	const text = (length: number) =>
		Array.from({ length }, () => words[Math.floor(words.length * uniform() ** 3)] ?? '').join(' ');
	const regions = await db.selectFrom('region').select('code').orderBy('code').execute();
	const services = await db.selectFrom('service').select('code').orderBy('code').execute();
	for (let from = 0; from < count; from += PER_STATEMENT) {
		const ids = Array.from({ length: Math.min(PER_STATEMENT, count - from) }, (_, i) => from + i);
		await insertMany(
			db,
			'innovation',
			ids.map((i) => ({
				...FIXED,
				id: `load-${String(i)}`,
				slug: `load-${String(i)}`,
				regionCode: regions[i % regions.length]?.code ?? '',
				titleId: text(6),
				summaryId: text(25),
				kind: (['digital', 'non_digital', 'mixed'] as const)[i % 3] ?? 'digital',
				stage: (['initiative', 'pilot', 'implementation'] as const)[(i % 7) % 3] ?? 'pilot',
				publishedAt: new Date(1_700_000_000_000 + i * 60_000).toISOString()
			}))
		);
		await insertMany(
			db,
			'innovationService',
			ids.map((i) => ({
				innovationId: `load-${String(i)}`,
				serviceCode: services[i % services.length]?.code ?? ''
			}))
		);
		await insertMany(
			db,
			'innovationSection',
			ids.flatMap((i) =>
				SECTIONS.map((section) => ({
					innovationId: `load-${String(i)}`,
					section,
					knowledge: 'stated' as const,
					markdownId: text(WORDS_PER_SECTION),
					markdownEn: null
				}))
			)
		);
	}
}

const FIXED = {
	agencyId: null,
	titleEn: null,
	summaryEn: null,
	form: 'public_service',
	sustainability: 'active',
	state: 'published',
	validation: 'self_declared',
	startedOn: null,
	startedPrecision: null,
	website: null,
	needsDelegation: null,
	difficulty: null,
	staffCount: null,
	annualBudgetRupiah: null,
	sdgs: '',
	isSample: 1,
	version: 1,
	createdAt: '2026-01-01T00:00:00.000Z',
	updatedAt: '2026-01-01T00:00:00.000Z',
	confirmedOn: null
} as const;

/** The words of the real write-ups, the most frequent first, with made-up rare ones after them. */
function vocabulary(): string[] {
	const counts = new Map<string, number>();
	for (const { sections } of writeUps) {
		for (const { id } of Object.values(sections)) {
			for (const word of foldedWords(id).flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
		}
	}
	const real = [...counts].toSorted(([, a], [, b]) => b - a).map(([word]) => word);
	const rare = Array.from({ length: 20_000 }, (_, i) => `program${i.toString(36)}`);
	return [...real, ...rare];
}

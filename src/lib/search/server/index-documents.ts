import type { Context } from '#lib/core/context.ts';
import type { SearchDocument } from '#lib/database/tables/search.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { Locale } from '#lib/i18n/translate.ts';
import { deletions, MIN_TYPO_LENGTH } from '../edit-distance.ts';
import * as index from './index-repository.ts';
import { indexTokens, NORMALISER_VERSION, regionToken, type Word } from './normalise.ts';
import * as vocabulary from './words-repository.ts';

type IndexContext = Pick<Context, 'db'>;

/** A text with the language it is written in. */
export interface IndexText {
	readonly text: string;
	readonly language: Locale;
}

/** A published write-up as it goes into the index. */
export interface IndexedWriteUp extends Pick<
	SearchDocument,
	| 'innovationId'
	| 'innovationVersion'
	| 'regionCode'
	| 'kind'
	| 'stage'
	| 'validation'
	| 'titleId'
	| 'titleEn'
	| 'publishedAt'
	| 'updatedAt'
	| 'confirmedOn'
> {
	readonly serviceCodes: readonly string[];
	readonly kpiCodes: readonly string[];
	/** What counts most, what stands at its head, and all the rest. */
	readonly title: readonly IndexText[];
	readonly head: readonly IndexText[];
	readonly body: readonly IndexText[];
	/** The words of public papers that hang on it; each word counts once, however often it stands there. */
	readonly documents: readonly IndexText[];
}

/** Puts a write-up into the index, or brings it up to date. Inside the transaction that stores it. */
export async function indexWriteUp(ctx: IndexContext, writeUp: IndexedWriteUp): Promise<void> {
	await inTransaction(ctx, async ({ db }) => {
		const changedVersion = await index.beginChange(db);
		const known = await index.findDocument(db, writeUp.innovationId);
		const id = known?.id ?? (await index.nextId(db));

		const title = tokensOf(writeUp.title);
		const head = tokensOf(writeUp.head);
		const body = tokensOf(writeUp.body);
		// A long decree must not outweigh, nor water down, what the write-up itself says.
		const documents = tokensOf(writeUp.documents);
		await index.replaceTokens(db, id, {
			title: title.tokens,
			head: [...head.tokens, regionToken(writeUp.regionCode)],
			body: [...body.tokens, ...new Set(documents.tokens)]
		});

		const words = new Map(
			[title, head, body, documents]
				.flatMap((each) => each.words)
				.map(({ surface, stem }) => [surface, stem])
		);
		await changeWords(db, spelled(known), words);
		const { serviceCodes, kpiCodes, ...rest } = writeUp;
		const { title: _t, head: _h, body: _b, documents: _d, ...facts } = rest;
		await index.storeDocument(db, {
			...facts,
			id,
			changedVersion,
			isRemoved: 0,
			services: serviceCodes.join(' '),
			kpis: kpiCodes.join(' '),
			words: [...words.keys()].join(' ')
		});
	});
}

/** Takes a write-up out of the index; one that is not in it stays out. */
export async function removeFromIndex(ctx: IndexContext, innovationId: string): Promise<void> {
	await inTransaction(ctx, async ({ db }) => {
		const known = await index.findDocument(db, innovationId);
		if (!known || known.isRemoved) return;
		const changedVersion = await index.beginChange(db);
		await index.replaceTokens(db, known.id, null);
		await changeWords(db, spelled(known), new Map());
		await index.storeDocument(db, { ...known, changedVersion, isRemoved: 1, words: '' });
	});
}

/** The version of each write-up that the index holds, by its id; null when it was made by other rules. */
export async function indexedVersions({ db }: IndexContext): Promise<Map<string, number> | null> {
	const { normaliser } = await index.readState(db);
	if (normaliser !== NORMALISER_VERSION) return null;
	const documents = await index.listChanged(db, 0);
	return new Map(
		documents
			.filter(({ isRemoved }) => !isRemoved)
			.map(({ innovationId, innovationVersion }) => [innovationId, innovationVersion])
	);
}

/** Says that all of the index was made by today's rules. */
export async function acceptRules({ db }: IndexContext): Promise<void> {
	await index.setNormaliser(db, NORMALISER_VERSION);
}

function tokensOf(texts: readonly IndexText[]): { tokens: string[]; words: Word[] } {
	const each = texts.map(({ text, language }) => indexTokens(text, language));
	return {
		tokens: each.flatMap(({ tokens }) => tokens),
		words: each.flatMap(({ words }) => words)
	};
}

function spelled(known: SearchDocument | undefined): ReadonlySet<string> {
	return new Set(known?.words.split(' ').filter(Boolean));
}

async function changeWords(
	db: Context['db'],
	before: ReadonlySet<string>,
	after: ReadonlyMap<string, string>
): Promise<void> {
	const added = [...after]
		.filter(([surface]) => !before.has(surface))
		.map(([surface, stem]) => ({ surface, stem, documents: 1 }));
	const fresh = await vocabulary.countWords(db, added);
	await vocabulary.insertVariants(
		db,
		fresh
			.filter((surface) => surface.length >= MIN_TYPO_LENGTH)
			.flatMap((surface) => deletions(surface).map((variant) => ({ variant, surface })))
	);
	const gone = [...before].filter((surface) => !after.has(surface));
	await vocabulary.uncountWords(db, gone);
}

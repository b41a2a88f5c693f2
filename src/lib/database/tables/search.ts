import type { Selectable } from 'kysely';
import type { Flag, Timestamp } from './values.ts';

export interface SearchTables {
	searchState: SearchStateTable;
	searchDocument: SearchDocumentTable;
	searchWord: SearchWordTable;
	searchTypo: SearchTypoTable;
	savedSearch: SavedSearchTable;
}

interface SearchStateTable {
	id: number;
	/** Rises with each change of the index. */
	version: number;
	/** The rules of normalisation by which the index was made. */
	normaliser: number;
}

interface SearchDocumentTable {
	/** The small number that the full-text index uses. */
	id: number;
	innovationId: string;
	innovationVersion: number;
	/** The state's version when this row last changed. */
	changedVersion: number;
	isRemoved: Flag;
	regionCode: string;
	kind: string;
	stage: string;
	/** Who vouches for it, from the least to the most; see `innovations/validation-level.ts`. */
	validation: string;
	/** Codes separated by spaces. */
	services: string;
	kpis: string;
	titleId: string;
	titleEn: string | null;
	publishedAt: Timestamp;
	updatedAt: Timestamp;
	confirmedOn: string | null;
	/** Each surface form of it once, separated by spaces, to be taken back from the counts. */
	words: string;
}

interface SearchWordTable {
	surface: string;
	stem: string;
	documents: number;
}

interface SearchTypoTable {
	variant: string;
	surface: string;
}

interface SavedSearchTable {
	id: string;
	accountId: string;
	name: string;
	/** The query of the list's address. */
	query: string;
	createdAt: Timestamp;
}

export type SearchDocument = Selectable<SearchDocumentTable>;
export type SearchWord = Selectable<SearchWordTable>;
export type SavedSearch = Selectable<SavedSearchTable>;

import type { ListPage } from './list-response.ts';

/** Cuts one page out of a list that is read whole because it is short and bounded. */
export function pageOf<Row>(
	rows: readonly Row[],
	{ limit, cursor }: { readonly limit: number; readonly cursor: number },
	toRow: (row: Row) => ListPage['rows'][number]
): Pick<ListPage, 'rows' | 'offset' | 'hasMore'> {
	return {
		rows: rows.slice(cursor, cursor + limit).map(toRow),
		offset: cursor,
		hasMore: rows.length > cursor + limit
	};
}

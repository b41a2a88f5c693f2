const PAGE_SIZE = 20;

/**
 * The part of a list that a page shows. A page beyond the last, as an old link may name, is the
 * last one. Pages count from 1; an empty list has one, empty page.
 */
export function listPage<Item>(
	all: readonly Item[],
	wanted: number
): { readonly shown: Item[]; readonly page: number; readonly pages: number } {
	const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
	const page = Math.min(wanted, pages);
	return { shown: all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), page, pages };
}

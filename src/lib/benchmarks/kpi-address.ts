/** The state of a KPI's page, as its address holds it. */
export interface KpiAddress {
	readonly month?: string | null | undefined;
	readonly group?: string | null | undefined;
	readonly regions?: readonly string[];
	readonly page?: number;
	/** `all` draws every rank. */
	readonly show?: 'all' | undefined;
	/** The day at whose end it was known so. */
	readonly as_of?: string | null | undefined;
}

/** The query of a KPI's page, always the same for the same state, defaults left out. */
export function kpiSearch({
	month,
	group,
	regions = [],
	page = 1,
	show,
	as_of
}: KpiAddress): string {
	const parts = [
		month ? `month=${month}` : '',
		group ? `group=${group}` : '',
		regions.length > 0 ? `regions=${regions.join(',')}` : '',
		show === 'all' ? 'show=all' : '',
		as_of ? `as_of=${as_of}` : '',
		page > 1 ? `page=${String(page)}` : ''
	].filter((part) => part !== '');
	return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

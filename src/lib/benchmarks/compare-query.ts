import { MAX_NAMED_SERIES } from '#lib/charts/limits.ts';
import { addMonths, isMonth, monthIndex, type Day, type Month } from '#lib/core/period.ts';
import { readAsOf } from '#lib/core/as-of.ts';
import { parseGroup } from './group.ts';
import { MAX_MONTHS } from './schema.ts';

/**
 * The ways to look: the months as they are, the difference to a region or a group's median, an index
 * with a base month of 100, the change since the same month last year, rolling twelve months, and
 * the first region's control chart.
 */
export const COMPARE_VIEWS = [
	'value',
	'difference',
	'index',
	'year_ago',
	'rolling12',
	'control'
] as const;
export type CompareView = (typeof COMPARE_VIEWS)[number];

/** What differences are taken to: the reader's own region (or else the first chosen), or the median. */
export const AGAINST = ['region', 'group'] as const;
export type Against = (typeof AGAINST)[number];

/** Regions as they are run today, or each with all that were split from it since. */
export const BOUNDARIES = ['administered', 'constant'] as const;
export type Boundary = (typeof BOUNDARIES)[number];

/** More KPIs than this do not fit one look. */
export const MAX_KPIS = 6;

/** What a comparison shows: the whole state of the page, as its address holds it. */
export interface CompareQuery {
	/** Null until one is chosen. */
	readonly kpi: string | null;
	/** Further KPIs beside it, drawn as small multiples; at most six in all. */
	readonly moreKpis: readonly string[];
	/** At most eight, in the order chosen. */
	readonly regions: readonly string[];
	/** The group whose middle half is drawn; null for none. */
	readonly group: string | null;
	/** Null for the usual stretch of months. */
	readonly from: Month | null;
	readonly to: Month | null;
	readonly view: CompareView;
	readonly against: Against;
	/** The month that counts as 100 in an index; null for the first one shown. */
	readonly base: Month | null;
	readonly boundary: Boundary;
	/** The day at whose end it was known so; null for now. */
	readonly asOf: Day | null;
}

/** Something in an address that could not be used, as a message key with its values. */
export interface CompareProblem {
	readonly key:
		| 'compare.problem.region'
		| 'compare.problem.too_many'
		| 'compare.problem.too_many_kpis'
		| 'compare.problem.group'
		| 'compare.problem.period';
	readonly values: Readonly<Record<string, string | number>>;
}

const REGION = /^\d{2}\.\d{2}$/;
const KPI = /^[A-Z0-9-]{2,20}$/;

/**
 * Reads a comparison from an address. What cannot be used is left out and reported, so that a
 * mistyped link still shows the rest. `add` is a region to put at the end, by code or as the form's
 * list writes it (`Kota Tangerang (36.71)`), and `remove` one to take out: the forms need no script.
 */
export function readCompareQuery(parameters: URLSearchParams): {
	readonly query: CompareQuery;
	readonly problems: readonly CompareProblem[];
} {
	const problems: CompareProblem[] = [];
	const text = (name: string) => parameters.get(name)?.trim() ?? '';

	const remove = text('remove');
	const asked = listOf(parameters, 'regions');
	const unreadable = asked.filter((code) => !REGION.test(code));
	for (const region of unreadable) {
		problems.push({ key: 'compare.problem.region', values: { region } });
	}
	const added = regionCodeIn(text('add'));
	if (text('add') !== '' && added === null) {
		problems.push({ key: 'compare.problem.region', values: { region: text('add') } });
	}
	const all = [
		...new Set([...asked.filter((code) => REGION.test(code)), ...(added === null ? [] : [added])])
	].filter((code) => code !== remove);
	if (all.length > MAX_NAMED_SERIES) {
		problems.push({ key: 'compare.problem.too_many', values: { max: MAX_NAMED_SERIES } });
	}

	const group = text('group');
	if (group !== '' && parseGroup(group) === null) {
		problems.push({ key: 'compare.problem.group', values: { group } });
	}
	const kpis = [...new Set(listOf(parameters, 'kpi'))].filter((code) => KPI.test(code));
	if (kpis.length > MAX_KPIS) {
		problems.push({ key: 'compare.problem.too_many_kpis', values: { max: MAX_KPIS } });
	}
	const [kpi = null, ...moreKpis] = kpis.slice(0, MAX_KPIS);
	const query = {
		kpi,
		moreKpis,
		regions: all.slice(0, MAX_NAMED_SERIES),
		group: parseGroup(group) ? group : null,
		...readPeriod(text('from'), text('to'), problems),
		view: COMPARE_VIEWS.find((view) => view === text('view')) ?? 'value',
		against: AGAINST.find((against) => against === text('against')) ?? 'region',
		base: isMonth(text('base')) ? text('base') : null,
		boundary: BOUNDARIES.find((boundary) => boundary === text('boundary')) ?? 'administered',
		asOf: readAsOf(parameters.get('as_of'))
	};
	return { query, problems };
}

/** The values of a name, which checkboxes repeat and addresses join with commas. */
function listOf(parameters: URLSearchParams, name: string): string[] {
	const values = parameters.getAll(name).flatMap((text) => text.split(','));
	return values.map((value) => value.trim()).filter((value) => value !== '');
}

/** `36.71` from itself or from `Kota Tangerang (36.71)`; null for anything else. */
export function regionCodeIn(text: string): string | null {
	return /(?:^|\()(\d{2}\.\d{2})\)?$/.exec(text)?.[1] ?? null;
}

function readPeriod(
	from: string,
	to: string,
	problems: CompareProblem[]
): { from: Month | null; to: Month | null } {
	const isUsable = (month: string) => month === '' || isMonth(month);
	const isOrdered =
		!isMonth(from) ||
		!isMonth(to) ||
		(from <= to && monthIndex(to) - monthIndex(from) < MAX_MONTHS);
	if (!isUsable(from) || !isUsable(to) || !isOrdered) {
		problems.push({ key: 'compare.problem.period', values: { from, to } });
		return { from: null, to: null };
	}
	return { from: from === '' ? null : from, to: to === '' ? null : to };
}

/** The address of a comparison, always the same for the same one, defaults left out. */
export function compareSearch(query: Partial<CompareQuery>): string {
	const parts: [string, string][] = [
		['kpi', [query.kpi, ...(query.moreKpis ?? [])].filter(Boolean).join(',')],
		['regions', (query.regions ?? []).join(',')],
		['group', query.group ?? ''],
		['from', query.from ?? ''],
		['to', query.to ?? ''],
		['view', query.view === 'value' ? '' : (query.view ?? '')],
		['against', query.view === 'difference' && query.against === 'group' ? 'group' : ''],
		['base', query.view === 'index' ? (query.base ?? '') : ''],
		['boundary', query.boundary === 'constant' ? 'constant' : ''],
		['as_of', query.asOf ?? '']
	];
	const said = parts.filter(([, value]) => value !== '');
	// Commas and colons may stand in a query as they are, and people read these addresses.
	const written = said.map(
		([name, value]) =>
			`${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':')}`
	);
	return written.length === 0 ? '' : `?${written.join('&')}`;
}

/** Months that are shown when nobody says otherwise: two years, so that each has its last year. */
export const USUAL_MONTHS = 24;

/** The months to show: up to the newest with data, two years of them unless asked otherwise. */
export function spanOf(
	asked: { readonly from?: Month | null | undefined; readonly to?: Month | null | undefined },
	newest: Month
): { readonly from: Month; readonly to: Month } {
	const to = asked.to ?? (asked.from && asked.from > newest ? asked.from : newest);
	const from = asked.from ?? addMonths(to, 1 - USUAL_MONTHS);
	if (from > to) return { from, to: from };
	const earliest = addMonths(to, 1 - MAX_MONTHS);
	return { from: from < earliest ? earliest : from, to };
}

import * as v from 'valibot';
import { MAX_NAMED_SERIES } from '#lib/charts/limits.ts';
import { monthIndex } from '#lib/core/period.ts';
import {
	AsOfDay,
	commaList,
	Cursor,
	KpiCode,
	Limit,
	MonthText,
	RegionCode
} from '#lib/http/query-values.ts';
import { parseGroup } from './group.ts';
import { parsePeerVersion, PEER_MODELS } from './peers.ts';

/** More months than this are not read at once. */
export const MAX_MONTHS = 120;

const GroupCode = v.pipe(
	v.string(),
	v.check((text) => parseGroup(text) !== null, 'benchmark.badGroup')
);

const Regions = v.pipe(
	commaList(RegionCode),
	v.maxLength(MAX_NAMED_SERIES, 'benchmark.tooManyRegions'),
	v.transform((codes) => [...new Set(codes)])
);

/** The query of `GET /benchmarks/{kpi}`. */
export const benchmarkQuery = {
	period: v.optional(MonthText),
	group: v.optional(GroupCode, 'all'),
	as_of: v.optional(AsOfDay)
};

/** The query of `GET /series/{kpi}`. */
export const seriesQuery = {
	regions: v.optional(Regions, ''),
	from: v.optional(MonthText),
	to: v.optional(MonthText),
	group: v.optional(GroupCode),
	as_of: v.optional(AsOfDay)
};

/** `ADM-SLA-KTP` in an address. */
export const KpiParam = KpiCode;

const PAGE = v.pipe(v.string(), v.regex(/^[1-9]\d{0,2}$/), v.transform(Number));

/** The address of a KPI's page; what cannot be read falls back to the default. */
export const KpiPageQuery = v.object({
	month: v.fallback(v.optional(MonthText), undefined),
	group: v.fallback(v.optional(GroupCode), undefined),
	regions: v.fallback(v.optional(Regions, ''), []),
	page: v.fallback(v.optional(PAGE, '1'), 1),
	as_of: v.fallback(v.optional(AsOfDay), undefined),
	show: v.fallback(v.optional(v.literal('all')), undefined)
});
export type KpiPageQuery = v.InferOutput<typeof KpiPageQuery>;

/** The filter of the catalogue page. */
export const CatalogueQuery = v.object({
	service: v.fallback(v.optional(v.string(), ''), ''),
	as_of: v.fallback(v.optional(AsOfDay), undefined)
});

/** How long a stretch of months is; too long a one is refused. */
export function isReadableSpan(from: string, to: string): boolean {
	const months = monthIndex(to) - monthIndex(from) + 1;
	return months >= 1 && months <= MAX_MONTHS;
}

const PeerVersionText = v.pipe(
	v.string(),
	v.check((text) => parsePeerVersion(text) !== null, 'peer.badVersion')
);

/** The query of `GET /regions/{code}/peers`. */
export const peersQuery = {
	model: v.optional(v.picklist(PEER_MODELS, 'peer.badModel'), 'structure'),
	version: v.optional(PeerVersionText)
};

/** The address of the page of a region's peers; what cannot be read falls back to the default. */
export const PeersPageQuery = v.object({
	model: v.fallback(v.optional(v.picklist(PEER_MODELS), 'structure'), 'structure'),
	version: v.fallback(v.optional(PeerVersionText), undefined)
});

/** The query of `GET /innovations/{slug}/evidence`. */
export const evidenceQuery = { as_of: v.optional(AsOfDay) };

/** The query of `GET /signals`. */
export const signalsQuery = {
	region: v.optional(commaList(RegionCode)),
	kpi: v.optional(commaList(KpiCode)),
	period: v.optional(MonthText),
	as_of: v.optional(AsOfDay),
	limit: Limit,
	cursor: Cursor
};

const ProvinceText = v.pipe(v.string(), v.regex(/^\d{2}$/));

/** The address of the page of signals; what cannot be read falls back to the default. */
export const SignalsPageQuery = v.object({
	month: v.fallback(v.optional(MonthText), undefined),
	province: v.fallback(v.optional(ProvinceText), undefined),
	variation: v.fallback(v.optional(v.picklist(['improvement', 'concern'])), undefined),
	as_of: v.fallback(v.optional(AsOfDay), undefined),
	page: v.fallback(v.optional(PAGE, '1'), 1)
});

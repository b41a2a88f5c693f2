import { kpisByKey, listKpis } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { monthFromIndex, monthIndex, type Month } from '#lib/core/period.ts';
import { getRegions, listRegions } from '#lib/regions/server/use-cases.ts';
import type { PublishedStatus } from '../query-schema.ts';
import * as published from './published-repository.ts';

type ReadContext = Pick<Context, 'db' | 'now'>;

export interface ObservationQuery {
	readonly kpi?: readonly string[] | undefined;
	readonly region?: readonly string[] | undefined;
	readonly from?: Month | undefined;
	readonly to?: Month | undefined;
	readonly status?: readonly PublishedStatus[] | undefined;
	/** ISO instants. */
	readonly as_of?: string | undefined;
	readonly updated_since?: string | undefined;
	readonly limit: number;
	readonly cursor: number;
}

export interface Page<Row> {
	readonly rows: Row[];
	readonly hasMore: boolean;
}

/** A published observation as the API gives it. */
export type ObservationJson = Readonly<{
	kpi: string;
	region: string;
	period: Month;
	numerator: number | null;
	denominator: number | null;
	buckets: (number | null)[] | null;
	value: number | null;
	status: 'published';
	provisional: boolean;
	is_sample: boolean;
	revision: number;
	missing_reason: string | null;
	published_at: string;
}>;

/**
 * Published observations by KPI, region and month, as they are or as they were known at `as_of`.
 * Unknown codes are `not_found`.
 */
export async function listObservations(
	ctx: ReadContext,
	query: ObservationQuery
): Promise<Page<ObservationJson>> {
	const rows = await published.list(ctx.db, {
		kpiKeys: query.kpi && (await keysOf(ctx, query.kpi)),
		regionKeys: query.region && (await getRegions(ctx, query.region)).map(({ key }) => key),
		from: query.from === undefined ? undefined : monthIndex(query.from),
		to: query.to === undefined ? undefined : monthIndex(query.to),
		verification: verificationOf(query.status),
		asOf: query.as_of,
		updatedSince: query.updated_since,
		limit: query.limit + 1,
		offset: query.cursor
	});
	const { kpiCode, regionCode } = await codes(ctx);
	return {
		hasMore: rows.length > query.limit,
		rows: rows.slice(0, query.limit).map((row) => ({
			kpi: kpiCode(row.kpiKey),
			region: regionCode(row.regionKey),
			period: monthFromIndex(row.month),
			numerator: row.numerator,
			denominator: row.denominator,
			buckets:
				row.bucket1 === null
					? null
					: [row.bucket1, row.bucket2, row.bucket3, row.bucket4, row.bucket5],
			value: row.value,
			status: 'published',
			provisional: row.verification === 'claimed',
			is_sample: row.isSample === 1,
			revision: row.revision,
			missing_reason: row.missingReason,
			published_at: row.publishedAt
		}))
	};
}

/** A change to a published observation as the API gives it. */
export type RevisionJson = Readonly<{
	kpi: string;
	region: string;
	period: Month;
	revision: number;
	old: Numbers;
	new: Numbers;
	/** What the agency wrote, or `other_service` or `own_entry` for changes that need no reason. */
	reason: string;
	changed_by_role: string;
	is_sample: boolean;
	changed_at: string;
}>;

interface Numbers {
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly value: number | null;
}

/** Changes to published observations since an instant, oldest first. */
export async function listRevisions(
	ctx: ReadContext,
	query: { since?: string | undefined; limit: number; cursor: number }
): Promise<Page<RevisionJson>> {
	const { limit, cursor: offset } = query;
	const rows = await published.listRevisions(ctx.db, {
		since: query.since,
		limit: limit + 1,
		offset
	});
	const { kpiCode, regionCode } = await codes(ctx);
	return {
		hasMore: rows.length > limit,
		rows: rows.slice(0, limit).map((row) => ({
			kpi: kpiCode(row.kpiKey),
			region: regionCode(row.regionKey),
			period: monthFromIndex(row.month),
			revision: row.revision + 1,
			old: { numerator: row.numerator, denominator: row.denominator, value: row.value },
			new: {
				numerator: row.nextNumerator ?? row.currentNumerator,
				denominator: row.nextDenominator ?? row.currentDenominator,
				value: row.nextValue ?? row.currentValue
			},
			reason: row.reason,
			changed_by_role: row.changedByRole,
			is_sample: row.isSample === 1,
			changed_at: row.supersededAt
		}))
	};
}

async function keysOf(ctx: ReadContext, wanted: readonly string[]): Promise<number[]> {
	const byCode = new Map((await listKpis(ctx)).map(({ code, key }) => [code, key]));
	return wanted.map((code) => {
		const key = byCode.get(code);
		if (key === undefined) {
			throw new DomainError('not_found', { message: 'kpi.unknown', values: { code } });
		}
		return key;
	});
}

/** Asking for published ones, or for both kinds, leaves none out. */
function verificationOf(statuses: readonly PublishedStatus[] | undefined) {
	const asked = new Set(statuses);
	if (asked.size !== 1 || asked.has('published')) return undefined;
	return asked.has('verified') ? 'verified' : 'claimed';
}

async function codes(ctx: ReadContext) {
	const kpis = await kpisByKey(ctx);
	const regions = new Map((await listRegions(ctx)).map(({ key, code }) => [key, code]));
	return {
		kpiCode: (key: number) => kpis.get(key)?.code ?? '',
		regionCode: (key: number) => regions.get(key) ?? ''
	};
}

import type { Db } from '#lib/database/connection.ts';
import {
	KNOWN_COLUMNS,
	knownObservations,
	type KnownObservation
} from '#lib/database/known-observations.ts';
import type { Observation, ObservationRevision } from '#lib/database/tables/observations.ts';

export interface PublishedFilter {
	readonly kpiKeys?: readonly number[] | undefined;
	readonly regionKeys?: readonly number[] | undefined;
	readonly from?: number | undefined;
	readonly to?: number | undefined;
	readonly verification?: Observation['verification'] | undefined;
	/** As it was known at this instant. */
	readonly asOf?: string | undefined;
	readonly updatedSince?: string | undefined;
	readonly limit: number;
	readonly offset: number;
}

/** Published facts by KPI, region and month; with `asOf`, as they were known at that instant. */
export async function list(db: Db, filter: PublishedFilter): Promise<KnownObservation[]> {
	let query = known(db, filter.asOf)
		.selectAll()
		.orderBy('kpiKey')
		.orderBy('regionKey')
		.orderBy('month')
		.limit(filter.limit)
		.offset(filter.offset);
	if (filter.kpiKeys) query = query.where('kpiKey', 'in', filter.kpiKeys);
	if (filter.regionKeys) query = query.where('regionKey', 'in', filter.regionKeys);
	if (filter.from !== undefined) query = query.where('month', '>=', filter.from);
	if (filter.to !== undefined) query = query.where('month', '<=', filter.to);
	if (filter.verification) query = query.where('verification', '=', filter.verification);
	if (filter.updatedSince) query = query.where('publishedAt', '>=', filter.updatedSince);
	return query.execute();
}

/** One region's facts of some KPIs and months, as they were known at an instant. */
export async function listKnownOfRegion(
	db: Db,
	regionKey: number,
	{ kpiKeys, from, to, asOf }: KnownStretch
): Promise<KnownObservation[]> {
	return knownObservations(db, asOf)
		.selectAll()
		.where('kpiKey', 'in', kpiKeys)
		.where('regionKey', '=', regionKey)
		.where('month', '>=', from)
		.where('month', '<=', to)
		.execute();
}

/** KPIs and months, both ends included, looked at from an instant. */
interface KnownStretch {
	readonly kpiKeys: readonly number[];
	readonly from: number;
	readonly to: number;
	readonly asOf: string;
}

/** When each of those was published for the first time, before any revision. */
export async function listFirstPublished(
	db: Db,
	regionKey: number,
	{ kpiKeys, from, to, asOf }: KnownStretch
): Promise<{ kpiKey: number; month: number; at: string }[]> {
	const of = (table: 'observation' | 'observationRevision') =>
		db
			.selectFrom(table)
			.select(['kpiKey', 'month', 'publishedAt'])
			.where('kpiKey', 'in', kpiKeys)
			.where('regionKey', '=', regionKey)
			.where('month', '>=', from)
			.where('month', '<=', to)
			.where('publishedAt', '<=', asOf);
	return db
		.selectFrom(of('observation').unionAll(of('observationRevision')).as('any'))
		.select((eb) => ['kpiKey', 'month', eb.fn.min('publishedAt').as('at')])
		.groupBy(['kpiKey', 'month'])
		.execute();
}

function known(db: Db, asOf: string | undefined) {
	if (asOf !== undefined) return knownObservations(db, asOf);
	return db.selectFrom(db.selectFrom('observation').select(KNOWN_COLUMNS).as('known'));
}

/** Where a revision stands in the list. */
export type RevisionPlace = Pick<
	ObservationRevision,
	'supersededAt' | 'kpiKey' | 'regionKey' | 'month'
>;

export interface RevisionFilter {
	readonly since?: string | undefined;
	readonly kpiKey?: number | undefined;
	readonly regionKey?: number | undefined;
	/** By the instant of the change; oldest first by default. */
	readonly order?: 'asc' | 'desc' | undefined;
	/** Newest first, only what follows this one: reading on costs no more than the first page. */
	readonly after?: RevisionPlace | undefined;
	readonly limit: number;
	readonly offset: number;
}

/** Changes to published facts, each with what took the old value's place. */
export async function listRevisions(
	db: Db,
	{ since, kpiKey, regionKey, order = 'asc', after, limit, offset }: RevisionFilter
) {
	let query = db
		.selectFrom('observationRevision as old')
		.leftJoin('observationRevision as next', (join) =>
			join
				.onRef('next.kpiKey', '=', 'old.kpiKey')
				.onRef('next.regionKey', '=', 'old.regionKey')
				.onRef('next.month', '=', 'old.month')
				.on((eb) => eb('next.revision', '=', eb('old.revision', '+', 1)))
		)
		.leftJoin('observation as current', (join) =>
			join
				.onRef('current.kpiKey', '=', 'old.kpiKey')
				.onRef('current.regionKey', '=', 'old.regionKey')
				.onRef('current.month', '=', 'old.month')
				.on((eb) => eb('current.revision', '=', eb('old.revision', '+', 1)))
		)
		.selectAll('old')
		.select([
			'next.numerator as nextNumerator',
			'next.denominator as nextDenominator',
			'next.value as nextValue',
			'current.numerator as currentNumerator',
			'current.denominator as currentDenominator',
			'current.value as currentValue'
		])
		.orderBy('old.supersededAt', order)
		.orderBy('old.kpiKey')
		.orderBy('old.regionKey')
		.orderBy('old.month')
		.limit(limit)
		.offset(offset);
	if (since !== undefined) query = query.where('old.supersededAt', '>=', since);
	if (kpiKey !== undefined) query = query.where('old.kpiKey', '=', kpiKey);
	if (regionKey !== undefined) query = query.where('old.regionKey', '=', regionKey);
	if (after !== undefined) {
		query = query
			.where('old.supersededAt', '<=', after.supersededAt)
			.where((eb) =>
				eb.or([
					eb('old.supersededAt', '<', after.supersededAt),
					eb(
						eb.refTuple('old.kpiKey', 'old.regionKey', 'old.month'),
						'>',
						eb.tuple(after.kpiKey, after.regionKey, after.month)
					)
				])
			);
	}
	return query.execute();
}

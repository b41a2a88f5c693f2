import { createHash } from 'node:crypto';
import type { Context } from '#lib/core/context.ts';
import { workerTasks } from '#lib/core/server/run-in-worker.ts';
import { isUnavailable } from '#lib/database/errors.ts';
import type { PeerModel } from '#lib/database/tables/peers.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { bumpReferenceVersion } from '#lib/observations/server/data-version.ts';
import { listProvinces, listRegions } from '#lib/regions/server/use-cases.ts';
import { CONTEXT_KEYS, usableVariables, type PeerVariable } from '../context-variables.ts';
import type { ContextProfile } from '../statistics/context-scale.ts';
import { DEFAULT_NEIGHBOURS } from '../statistics/neighbours.ts';
import * as contexts from './context-repository.ts';
import type * as tasks from './freeze-peers-tasks.ts';
import * as peers from './peers-repository.ts';

type WriteContext = Pick<Context, 'db' | 'now'>;

/** Once a year: on a busy machine it may take its time. */
const FREEZE_TIMEOUT_MS = 120_000;

const inWorker = workerTasks<typeof tasks>('src/lib/benchmarks/server/freeze-peers-tasks.ts');

/**
 * The lists of peers of this year. The first question of a year freezes them; until the database
 * can be written to, last year's stay in use. Null only when not even a first list could be frozen.
 */
export async function currentPeerModel(ctx: WriteContext): Promise<PeerModel | null> {
	const year = ctx.now().getUTCFullYear();
	const newest = (await peers.findNewest(ctx.db, year)) ?? null;
	if (newest?.year === year) return newest;
	try {
		return await freezePeers(ctx);
	} catch (error) {
		if (isUnavailable(error)) return newest;
		throw error;
	}
}

/**
 * Freezes the lists of this year from what is known of the regions now, as the year's next version.
 * What was frozen before stays, so that the address of a chart keeps its meaning; the same context
 * is not frozen twice.
 */
export async function freezePeers(ctx: WriteContext): Promise<PeerModel> {
	const { profiles, variables } = await readProfiles(ctx);
	const contentHash = createHash('sha256')
		.update(JSON.stringify([variables, profiles]))
		.digest('hex');
	const year = ctx.now().getUTCFullYear();
	const newest = await peers.findNewest(ctx.db, year);
	if (newest?.year === year && newest.contentHash === contentHash) return newest;

	const { lists, percentiles } = await inWorker(
		'findPeers',
		{ profiles, variables, k: DEFAULT_NEIGHBOURS },
		{ timeoutMs: FREEZE_TIMEOUT_MS }
	);
	const model: PeerModel = {
		year,
		version: newest?.year === year ? newest.version + 1 : 1,
		contentHash,
		variables: JSON.stringify(variables),
		distancePercentiles: JSON.stringify(percentiles),
		frozenAt: ctx.now().toISOString()
	};
	await inTransaction(ctx, async (ctx) => {
		await peers.insertModel(
			ctx.db,
			model,
			profiles.map(({ id, values }) => ({ regionCode: id, profile: JSON.stringify(values) })),
			lists.flatMap(([regionCode, codes]) =>
				codes.map((peerCode, i) => ({ regionCode, position: i + 1, peerCode }))
			)
		);
		await bumpReferenceVersion(ctx);
	});
	return (await peers.findNewest(ctx.db, year)) ?? model;
}

/** Autonomous regions only: the others are not compared. */
async function readProfiles(
	ctx: WriteContext
): Promise<{ profiles: ContextProfile[]; variables: PeerVariable[] }> {
	const known = Map.groupBy(await contexts.listAll(ctx.db), ({ regionCode }) => regionCode);
	const provinces = await listProvinces(ctx);
	const islandGroups = new Map(provinces.map(({ code, islandGroup }) => [code, islandGroup]));
	const regions = await listRegions(ctx);
	const profiles = regions
		.filter(({ autonomy }) => autonomy === 'autonomous')
		.map(({ code, kind, provinceCode, districtCount }) => {
			const facts = new Map(
				(known.get(code) ?? []).map(({ variable, value }) => [variable, value])
			);
			const values: Record<string, number | string | null> = Object.fromEntries(
				CONTEXT_KEYS.map((key) => [key, facts.get(key) ?? null])
			);
			return {
				id: code,
				values: {
					...values,
					districts: districtCount,
					kind,
					island_group: islandGroups.get(provinceCode) ?? null
				}
			};
		});
	return { profiles, variables: usableVariables(profiles) };
}

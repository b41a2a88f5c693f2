import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import type { PeerModel } from '#lib/database/tables/peers.ts';
import { getFamilyTree } from '#lib/regions/server/family.ts';
import { getRegion, listRegions } from '#lib/regions/server/use-cases.ts';
import { CONTEXT_KEYS, type ContextKey, type PeerVariable } from '../context-variables.ts';
import { familyCodes } from '#lib/regions/family-tree.ts';
import {
	parsePeerVersion,
	rankPeers,
	type PeerModelName,
	type PeerVersion,
	type RankedPeer
} from '../peers.ts';
import type { ContextProfile } from '../statistics/context-scale.ts';
import { currentPeerModel } from './freeze-peers.ts';
import * as peers from './peers-repository.ts';

type PeerContext = Pick<Context, 'db' | 'now'>;

export interface PeerOfRegion extends RankedPeer {
	readonly name: string;
	/** Whether the region stands in the peer's own list by structure too. */
	readonly isMutual: boolean;
}

export interface PeerList {
	readonly region: { readonly code: string; readonly name: string };
	readonly model: PeerModelName;
	/** The frozen context that distances are measured in. */
	readonly version: PeerVersion & { readonly frozenAt: string };
	readonly variables: readonly ContextKey[];
	/** Nearest first. */
	readonly peers: readonly PeerOfRegion[];
	/** Regions that have this one in their list, but are not in its own. */
	readonly alsoComparedBy: readonly { readonly code: string; readonly name: string }[];
}

/**
 * The peers of a region by a model, nearest first, with why each is one. An administrative region
 * has none. Unknown regions and versions are `not_found`.
 * @param input.version such as `2026-1`; by default the newest of this year
 */
export async function getPeers(
	ctx: PeerContext,
	input: {
		readonly region: string;
		readonly model?: PeerModelName | undefined;
		readonly version?: string | undefined;
	}
): Promise<PeerList> {
	const model = input.model ?? 'structure';
	const region = await getRegion(ctx, input.region);
	const frozen = await findModel(ctx, input.version);
	const variables = JSON.parse(frozen.variables) as PeerVariable[];
	const profiles = await readProfiles(ctx, frozen);
	const regions = await listRegions(ctx);
	const names = new Map(regions.map(({ code, name }) => [code, name]));
	const reverse = await peers.listReverse(ctx.db, frozen, region.code);
	const ranked = rankPeers(
		profiles,
		variables,
		region.code,
		await candidatesOf(ctx, model, frozen, region, regions),
		JSON.parse(frozen.distancePercentiles) as number[]
	);
	const chosen = new Set(ranked.map(({ id }) => id));
	return {
		region: { code: region.code, name: region.name },
		model,
		version: { year: frozen.year, version: frozen.version, frozenAt: frozen.frozenAt },
		variables: CONTEXT_KEYS.filter((key) => variables.some((variable) => variable.key === key)),
		peers: ranked.map((peer) => ({
			...peer,
			name: names.get(peer.id) ?? peer.id,
			isMutual: reverse.includes(peer.id)
		})),
		alsoComparedBy:
			model === 'structure'
				? reverse
						.filter((code) => !chosen.has(code))
						.map((code) => ({ code, name: names.get(code) ?? code }))
				: []
	};
}

/** The codes of a region's peers by structure, nearest first, without the region itself. */
export async function listPeerCodes(
	ctx: PeerContext,
	regionCode: string,
	version?: string
): Promise<string[]> {
	return peers.listPeers(ctx.db, await findModel(ctx, version), regionCode);
}

/** The same, and empty while no peers have been found this year: nothing is computed or written. */
export async function knownPeerCodes(
	{ db, now }: PeerContext,
	regionCode: string
): Promise<string[]> {
	const newest = await peers.findNewest(db, now().getUTCFullYear());
	return newest ? peers.listPeers(db, newest, regionCode) : [];
}

async function findModel(ctx: PeerContext, version: string | undefined): Promise<PeerModel> {
	if (version === undefined) {
		const current = await currentPeerModel(ctx);
		if (!current) throw new DomainError('unavailable');
		return current;
	}
	const parsed = parsePeerVersion(version);
	const found = parsed && (await peers.find(ctx.db, parsed));
	if (!found) throw new DomainError('not_found', { message: 'peer.unknownVersion' });
	return found;
}

async function readProfiles(ctx: PeerContext, version: PeerVersion): Promise<ContextProfile[]> {
	const rows = await peers.listProfiles(ctx.db, version);
	return rows.map(({ regionCode, profile }) => ({
		id: regionCode,
		values: JSON.parse(profile) as ContextProfile['values']
	}));
}

async function candidatesOf(
	ctx: PeerContext,
	model: PeerModelName,
	version: PeerVersion,
	{ code, kind, provinceCode }: { code: string; kind: string; provinceCode: string },
	regions: readonly { code: string; kind: string; provinceCode: string }[]
): Promise<string[]> {
	switch (model) {
		case 'structure':
			return peers.listPeers(ctx.db, version, code);
		case 'kind':
			return regions.filter((other) => other.kind === kind).map((other) => other.code);
		case 'province':
			return regions
				.filter((other) => other.provinceCode === provinceCode)
				.map((other) => other.code);
		case 'family': {
			const tree = await getFamilyTree(ctx, code);
			return tree === null ? [] : familyCodes(tree);
		}
	}
}

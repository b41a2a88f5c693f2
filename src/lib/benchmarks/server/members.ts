import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { familyCodes } from '#lib/regions/family-tree.ts';
import { getFamilyTree } from '#lib/regions/server/family.ts';
import {
	getRegion,
	getRegions,
	listProvinces,
	listRegions
} from '#lib/regions/server/use-cases.ts';
import type { RegionSummary } from '#lib/regions/server/use-cases.ts';
import type { Group, GroupLabel } from '../group.ts';
import { listPeerCodes } from './peers.ts';

type ReadContext = Pick<Context, 'db' | 'now'>;

/**
 * The autonomous regions of a group, in the order of their codes. A region without known relatives
 * is a family of one, and a region belongs to the group of its own peers. An unknown province or region is `not_found`.
 */
export async function listMembers(ctx: ReadContext, group: Group): Promise<RegionSummary[]> {
	const regions = await candidates(ctx, group);
	return regions.filter(({ autonomy }) => autonomy === 'autonomous');
}

async function candidates(ctx: ReadContext, group: Group): Promise<RegionSummary[]> {
	switch (group.kind) {
		case 'all':
			return listRegions(ctx);
		case 'kind':
			return listRegions(ctx, { kind: group.regionKind });
		case 'province': {
			await getProvinceName(ctx, group.provinceCode);
			return listRegions(ctx, { province: group.provinceCode });
		}
		case 'family': {
			const family = await familyOf(ctx, group.regionCode);
			return listRegions(ctx, { codes: family });
		}
		case 'peers': {
			const { regionCode, version } = group;
			await getRegion(ctx, regionCode);
			const codes = [regionCode, ...(await listPeerCodes(ctx, regionCode, version ?? undefined))];
			return listRegions(ctx, { codes });
		}
		case 'set': {
			await getRegions(ctx, group.regionCodes);
			return listRegions(ctx, { codes: group.regionCodes });
		}
	}
}

async function familyOf(ctx: ReadContext, code: string): Promise<string[]> {
	const tree = await getFamilyTree(ctx, code);
	return tree === null ? [code] : familyCodes(tree);
}

/** The message and the name that a group is written with. */
export async function labelGroup(ctx: ReadContext, group: Group): Promise<GroupLabel> {
	switch (group.kind) {
		case 'all':
			return { key: 'benchmark.group.all', name: '' };
		case 'kind':
			return { key: `benchmark.group.${group.regionKind}`, name: '' };
		case 'province':
			return {
				key: 'benchmark.group.province',
				name: await getProvinceName(ctx, group.provinceCode)
			};
		case 'family':
			return {
				key: 'benchmark.group.family',
				name: (await getRegion(ctx, group.regionCode)).name
			};
		case 'peers': {
			const { name } = await getRegion(ctx, group.regionCode);
			const { version } = group;
			return version === null
				? { key: 'benchmark.group.peers', name }
				: { key: 'benchmark.group.peers_version', name, version };
		}
		case 'set':
			return { key: 'benchmark.group.set', name: String(group.regionCodes.length) };
	}
}

async function getProvinceName(ctx: ReadContext, code: string): Promise<string> {
	const province = (await listProvinces(ctx)).find((candidate) => candidate.code === code);
	if (province) return province.name;
	throw new DomainError('not_found', { message: 'benchmark.unknownProvince', values: { code } });
}

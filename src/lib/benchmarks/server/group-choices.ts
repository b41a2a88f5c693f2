import type { Context } from '#lib/core/context.ts';
import { getFamilyTree } from '#lib/regions/server/family.ts';
import { listProvinces } from '#lib/regions/server/use-cases.ts';
import type { Region } from '#lib/database/tables/regions.ts';
import { groupCode } from '../group.ts';
import type { GroupChoice } from '../group-choice.ts';

/**
 * The groups a form offers: all, by kind, the peers and the families of the regions at hand, these
 * regions as a set of their own, and the provinces that have autonomous regions.
 */
export async function listGroupChoices(
	ctx: Pick<Context, 'db' | 'now'>,
	regions: readonly Region[]
): Promise<GroupChoice[]> {
	const families: GroupChoice[] = [];
	const governed = regions.filter(({ autonomy }) => autonomy === 'autonomous');
	const peers = governed.map(({ code, name }): GroupChoice => ({
		code: `peers:${code}`,
		label: { key: 'benchmark.group.peers', name }
	}));
	for (const { code, name } of regions) {
		const tree = await getFamilyTree(ctx, code);
		if (tree === null) continue;
		families.push({ code: `family:${code}`, label: { key: 'benchmark.group.family', name } });
	}
	const provinces = await listProvinces(ctx);
	return [
		{ code: 'all', label: { key: 'benchmark.group.all', name: '' } },
		{ code: 'kind:city', label: { key: 'benchmark.group.city', name: '' } },
		{ code: 'kind:regency', label: { key: 'benchmark.group.regency', name: '' } },
		...peers,
		...chosenSet(governed),
		...families,
		...provinces
			.filter(({ code }) => code !== JAKARTA)
			.map(({ code, name }) => ({
				code: `province:${code}`,
				label: { key: 'benchmark.group.province', name } as const
			}))
	];
}

/** Two regions and more make a group that the address then keeps, whatever is chosen next. */
function chosenSet(regions: readonly Region[]): GroupChoice[] {
	if (regions.length < 2) return [];
	const regionCodes = regions.map(({ code }) => code).toSorted();
	const label = { key: 'benchmark.group.chosen', name: String(regionCodes.length) } as const;
	return [{ code: groupCode({ kind: 'set', regionCodes }), label }];
}

/** All regions of Jakarta are administrative: there is nobody to compare. */
const JAKARTA = '31';

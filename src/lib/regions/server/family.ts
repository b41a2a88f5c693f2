import type { Context } from '#lib/core/context.ts';
import type { RegionRelation } from '#lib/database/tables/regions.ts';
import type { FamilyMember } from '../family-member.ts';
import { familyCodes, familyTree, type FamilyNode } from '../family-tree.ts';
import * as regions from './repository.ts';
import { getRegion } from './use-cases.ts';

/**
 * The family of a region (keluarga daerah) from its oldest known ancestor down; null when no split
 * is known. An unknown region is `not_found`.
 */
export async function getFamilyTree(
	ctx: Pick<Context, 'db' | 'now'>,
	code: string
): Promise<FamilyMember | null> {
	await getRegion(ctx, code);
	const tree = familyTree(await regions.listRelations(ctx.db), code);
	if (tree === null) return null;
	const members = await regions.listByCodes(ctx.db, familyCodes(tree));
	return named(tree, new Map(members.map((region) => [region.code, region.name])));
}

function named(
	{ code, link, children }: FamilyNode<RegionRelation>,
	names: ReadonlyMap<string, string>
): FamilyMember {
	return {
		code,
		name: names.get(code) ?? code,
		split: link,
		children: children.map((child) => named(child, names))
	};
}

import { MAX_NAMED_SERIES } from '#lib/charts/limits.ts';
import type { Context } from '#lib/core/context.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import type { ComparePreset } from '../compare-preset.ts';
import { listMembers } from './members.ts';

/**
 * Sets of regions that suggest themselves beside a region: its family, and those of its kind in its
 * province, itself first. Sets of one are left out.
 * @param regionCode the region at hand; without one, Kota Tangerang, where the idea comes from
 */
export async function listPresets(
	ctx: Pick<Context, 'db' | 'now'>,
	regionCode: string | null
): Promise<ComparePreset[]> {
	const region = await getRegion(ctx, regionCode ?? FOUNDING_REGION);
	const { code, name, kind, provinceCode, provinceName } = region;
	const family = await listMembers(ctx, { kind: 'family', regionCode: code });
	const province = await listMembers(ctx, { kind: 'province', provinceCode });
	const sameKind = province.filter((other) => other.kind === kind);

	const presets: ComparePreset[] = [
		{ key: 'compare.preset.family', values: { name }, regions: ownFirst(code, family) },
		{
			key: kind === 'city' ? 'compare.preset.cities' : 'compare.preset.regencies',
			values: { province: provinceName },
			regions: ownFirst(code, sameKind)
		}
	];
	return presets.filter(({ regions }) => regions.length > 1);
}

const FOUNDING_REGION = '36.71';

function ownFirst(code: string, members: readonly { readonly code: string }[]): string[] {
	const others = members.map((member) => member.code).filter((other) => other !== code);
	return [code, ...others].slice(0, MAX_NAMED_SERIES);
}

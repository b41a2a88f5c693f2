import type { Context } from '#lib/core/context.ts';
import { listProvinces, listRegions } from '#lib/regions/server/use-cases.ts';
import type { BrowsedRegions } from '../region-choice.ts';

/**
 * The provinces that have regions to compare and, once one of them is chosen, its regions. What is
 * no such province counts as none chosen.
 */
export async function browseRegions(
	ctx: Pick<Context, 'db' | 'now'>,
	chosen: string | null
): Promise<BrowsedRegions> {
	const regions = (await listRegions(ctx)).filter(({ autonomy }) => autonomy === 'autonomous');
	const provinces = (await listProvinces(ctx)).filter(({ code }) =>
		regions.some(({ provinceCode }) => provinceCode === code)
	);
	const province = provinces.find(({ code }) => code === chosen) ?? null;
	return {
		provinces: provinces.map(({ code, name }) => ({ code, name })),
		province: province && { code: province.code, name: province.name },
		regions: regions
			.filter(({ provinceCode }) => provinceCode === province?.code)
			.map(({ code, name }) => ({ code, name }))
	};
}

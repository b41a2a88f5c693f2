/** What a list by province needs of a region; more members may come along. */
export interface ProvinceMember {
	readonly kind: 'regency' | 'city';
	readonly provinceCode: string;
	readonly provinceName: string;
}

export interface ProvinceGroup<M extends ProvinceMember> {
	readonly code: string;
	readonly name: string;
	readonly regencyCount: number;
	readonly cityCount: number;
	readonly members: readonly M[];
}

/** Regions by their provinces, both in the order given; provinces without one are left out. */
export function groupByProvince<M extends ProvinceMember>(
	regions: readonly M[]
): ProvinceGroup<M>[] {
	const groups = new Map<string, M[]>();
	for (const region of regions) {
		const members = groups.get(region.provinceCode) ?? [];
		groups.set(region.provinceCode, members);
		members.push(region);
	}
	return [...groups].map(([code, members]) => ({
		code,
		name: members[0]?.provinceName ?? code,
		regencyCount: members.filter(({ kind }) => kind === 'regency').length,
		cityCount: members.filter(({ kind }) => kind === 'city').length,
		members
	}));
}

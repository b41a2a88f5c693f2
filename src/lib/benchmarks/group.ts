/** The groups whose benchmark is kept in the database. */
export type KeptGroup = 'all' | `kind:${'city' | 'regency'}` | `province:${string}`;

/** A group that regions are compared with, as it stands in an address. */
export type Group =
	| { readonly kind: 'all' }
	| { readonly kind: 'kind'; readonly regionKind: 'city' | 'regency' }
	| { readonly kind: 'province'; readonly provinceCode: string }
	/** A region, the regions split from it, and those split from the same one. */
	| { readonly kind: 'family'; readonly regionCode: string };

/** What decides which groups a region belongs to. */
export interface GroupMember {
	readonly kind: 'regency' | 'city';
	readonly provinceCode: string;
	/** The administrative cities of Jakarta have no government of their own and are not compared. */
	readonly autonomy: 'autonomous' | 'administrative';
}

const PATTERN = /^(?:all|kind:(city|regency)|province:(\d{2})|family:(\d{2}\.\d{2}))$/;

/** Reads `all`, `kind:city`, `province:36` or `family:36.71`; null for anything else. */
export function parseGroup(text: string): Group | null {
	const match = PATTERN.exec(text);
	if (!match) return null;
	const [, kind, provinceCode, regionCode] = match;
	if (kind === 'city' || kind === 'regency') return { kind: 'kind', regionKind: kind };
	if (provinceCode !== undefined) return { kind: 'province', provinceCode };
	if (regionCode !== undefined) return { kind: 'family', regionCode };
	return { kind: 'all' };
}

/** The inverse of {@link parseGroup}. */
export function groupCode(group: Group): string {
	switch (group.kind) {
		case 'all':
			return 'all';
		case 'kind':
			return `kind:${group.regionKind}`;
		case 'province':
			return `province:${group.provinceCode}`;
		case 'family':
			return `family:${group.regionCode}`;
	}
}

/** The kept groups a region counts in; none for an administrative one. */
export function groupsOf({ kind, provinceCode, autonomy }: GroupMember): KeptGroup[] {
	if (autonomy !== 'autonomous') return [];
	return ['all', `kind:${kind}`, `province:${provinceCode}`];
}

/** What a group is called in the sentences of the reader's language. */
export interface GroupLabel {
	readonly key:
		| 'benchmark.group.all'
		| 'benchmark.group.city'
		| 'benchmark.group.regency'
		| 'benchmark.group.province'
		| 'benchmark.group.family';
	/** The province or the region it is named after. */
	readonly name: string;
}

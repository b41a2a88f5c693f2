/** The groups whose benchmark is kept in the database. */
export type KeptGroup = 'all' | `kind:${'city' | 'regency'}` | `province:${string}`;

/** A group that regions are compared with, as it stands in an address. */
export type Group =
	| { readonly kind: 'all' }
	| { readonly kind: 'kind'; readonly regionKind: 'city' | 'regency' }
	| { readonly kind: 'province'; readonly provinceCode: string }
	/** A region, the regions split from it, and those split from the same one. */
	| { readonly kind: 'family'; readonly regionCode: string }
	/** A region and its peers by structure; without a version, those of this year. */
	| { readonly kind: 'peers'; readonly regionCode: string; readonly version: string | null }
	/** Regions somebody put together: the address itself is where the set is saved. */
	| { readonly kind: 'set'; readonly regionCodes: readonly string[] };

/** A set of more regions than this would be a group of its own. */
export const MAX_SET = 60;

/** What decides which groups a region belongs to. */
export interface GroupMember {
	readonly kind: 'regency' | 'city';
	readonly provinceCode: string;
	/** The administrative cities of Jakarta have no government of their own and are not compared. */
	readonly autonomy: 'autonomous' | 'administrative';
}

const PATTERN =
	/^(?:all|kind:(city|regency)|province:(\d{2})|(family|peers):(\d{2}\.\d{2})(?:@(\d{4}-[1-9]\d{0,3}))?)$/;
const SET = /^set:(\d{2}\.\d{2}(?:,\d{2}\.\d{2})*)$/;

/**
 * Reads `all`, `kind:city`, `province:36`, `family:36.71`, `peers:36.71`, `peers:36.71@2026-1` or
 * `set:36.71,36.74`; null for anything else.
 */
export function parseGroup(text: string): Group | null {
	const set = SET.exec(text)?.[1]?.split(',');
	if (set) {
		const regionCodes = [...new Set(set)].toSorted();
		return regionCodes.length <= MAX_SET ? { kind: 'set', regionCodes } : null;
	}
	const match = PATTERN.exec(text);
	if (!match) return null;
	const [, kind, provinceCode, relation, regionCode, version = null] = match;
	if (kind === 'city' || kind === 'regency') return { kind: 'kind', regionKind: kind };
	if (provinceCode !== undefined) return { kind: 'province', provinceCode };
	if (regionCode === undefined) return { kind: 'all' };
	if (relation === 'peers') return { kind: 'peers', regionCode, version };
	return version === null ? { kind: 'family', regionCode } : null;
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
		case 'peers': {
			const { regionCode, version } = group;
			return version === null ? `peers:${regionCode}` : `peers:${regionCode}@${version}`;
		}
		case 'set':
			return `set:${group.regionCodes.join(',')}`;
	}
}

/** Whether a group's benchmark is kept; that of the others is found when it is asked for. */
export function isKept(group: Group): boolean {
	return group.kind === 'all' || group.kind === 'kind' || group.kind === 'province';
}

/** The kept group whose months stand for those of a group: its own, or that of all regions. */
export function keptGroupCode(group: Group): string {
	return isKept(group) ? groupCode(group) : 'all';
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
		| 'benchmark.group.family'
		| 'benchmark.group.peers'
		| 'benchmark.group.peers_version'
		| 'benchmark.group.set'
		| 'benchmark.group.chosen';
	/** The province or the region it is named after; of a set, how many regions it has. */
	readonly name: string;
	/** Which list of peers, where a frozen one was asked for. */
	readonly version?: string;
}

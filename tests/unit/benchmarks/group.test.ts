import { describe, expect, test } from 'vitest';
import { groupCode, groupsOf, parseGroup } from '#lib/benchmarks/group.ts';

describe('a comparison group', () => {
	test.each(['all', 'kind:city', 'kind:regency', 'province:36', 'family:36.71'])(
		'%s reads and writes back the same',
		(text) => {
			const group = parseGroup(text);
			expect(group && groupCode(group)).toBe(text);
		}
	);

	test.each(['', 'kind:province', 'province:3', 'province:36.71', 'family:36', 'ALL', 'all '])(
		'"%s" is no group',
		(text) => {
			expect(parseGroup(text)).toBeNull();
		}
	);

	test('a region counts in all, in its kind and in its province', () => {
		const groups = groupsOf({ kind: 'city', provinceCode: '36', autonomy: 'autonomous' });
		expect(groups).toEqual(['all', 'kind:city', 'province:36']);
	});

	test('an administrative city counts nowhere: it has no government to compare', () => {
		expect(groupsOf({ kind: 'city', provinceCode: '31', autonomy: 'administrative' })).toEqual([]);
	});
});

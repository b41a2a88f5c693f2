import { describe, expect, test } from 'vitest';
import { groupCode, groupsOf, keptGroupCode, parseGroup } from '#lib/benchmarks/group.ts';

describe('a comparison group', () => {
	test.each([
		...['all', 'kind:city', 'kind:regency', 'province:36', 'family:36.71'],
		...['peers:36.71', 'peers:36.71@2026-1', 'set:36.71,36.74']
	])('%s reads and writes back the same', (text) => {
		const group = parseGroup(text);
		expect(group && groupCode(group)).toBe(text);
	});

	test.each([
		...['', 'kind:province', 'province:3', 'province:36.71', 'family:36', 'ALL', 'all '],
		...['peers:36', 'peers:36.71@1', 'family:36.71@2026-1', 'set:', 'set:36.71,', 'set:36']
	])('"%s" is no group', (text) => {
		expect(parseGroup(text)).toBeNull();
	});

	test('a set is the same in any order and with repetitions, and has an end', () => {
		const written = (text: string) => groupCode(parseGroup(text) ?? { kind: 'all' });
		expect(written('set:36.74,36.71,36.74')).toBe('set:36.71,36.74');
		const many = Array.from({ length: 61 }, (_, i) => `36.${String(i + 10)}`);
		expect(parseGroup(`set:${many.join(',')}`)).toBeNull();
	});

	test('no benchmark is kept of peers, families and sets: the months of all stand for theirs', () => {
		const kept = (text: string) => keptGroupCode(parseGroup(text) ?? { kind: 'all' });
		expect(['kind:city', 'peers:36.71', 'family:36.71', 'set:36.71'].map(kept)).toEqual([
			...['kind:city', 'all', 'all', 'all']
		]);
	});

	test('a region counts in all, in its kind and in its province', () => {
		const groups = groupsOf({ kind: 'city', provinceCode: '36', autonomy: 'autonomous' });
		expect(groups).toEqual(['all', 'kind:city', 'province:36']);
	});

	test('an administrative city counts nowhere: it has no government to compare', () => {
		expect(groupsOf({ kind: 'city', provinceCode: '31', autonomy: 'administrative' })).toEqual([]);
	});
});

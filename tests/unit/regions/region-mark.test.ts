import { expect, test } from 'vitest';
import { regionMarks } from '#lib/regions/region-mark.ts';

test('a region that hosts, has write-ups or both is marked once; others are not', () => {
	const marks = regionMarks(
		['36.71', '36.03'],
		new Map([
			['36.71', 3],
			['36.74', 1]
		])
	);

	expect([...marks]).toEqual([
		['36.71', { isHost: true, innovationCount: 3 }],
		['36.03', { isHost: true, innovationCount: 0 }],
		['36.74', { isHost: false, innovationCount: 1 }]
	]);
	expect(marks.get('36.01')).toBeUndefined();
});

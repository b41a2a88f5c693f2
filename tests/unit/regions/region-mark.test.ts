import { expect, test } from 'vitest';
import { regionMarks } from '#lib/regions/region-mark.ts';

const offer = (regionCode: string, isSample: 0 | 1 = 0) => ({ regionCode, isSample });

test('a region that hosts, has write-ups or both is marked once; others are not', () => {
	const marks = regionMarks(
		[offer('36.71'), offer('36.03', 1)],
		[offer('36.71'), offer('36.71'), offer('36.74')]
	);

	expect([...marks]).toEqual([
		['36.71', { isHost: true, innovationCount: 2, hasSample: false }],
		['36.03', { isHost: true, innovationCount: 0, hasSample: true }],
		['36.74', { isHost: false, innovationCount: 1, hasSample: false }]
	]);
	expect(marks.get('36.01')).toBeUndefined();
});

test('one sample among real offers marks the region as holding samples', () => {
	const marks = regionMarks([offer('36.71', 1)], [offer('36.71')]);

	expect(marks.get('36.71')?.hasSample).toBe(true);
});

import { describe, expect, test } from 'vitest';
import { suggestMerges } from '#lib/visits/merges.ts';

const asked = (ref: string, submittedAt: string, innovationId: string | null = 'sobat') => ({
	ref,
	visitorName: `Daerah ${ref}`,
	innovationId,
	innovationTitleId: 'Sobat Dukcapil',
	innovationTitleEn: null,
	submittedAt: `${submittedAt}T03:00:00Z`,
	people: 8,
	sessionDay: null
});
const dated = (ref: string, innovationId = 'sobat') => ({
	...asked(ref, '2026-11-01', innovationId),
	sessionDay: '2026-12-15'
});

describe('requests that could come together', () => {
	test('are those about one innovation within thirty days, the oldest first', () => {
		const waiting = [asked('B', '2026-11-20'), asked('A', '2026-11-02')];
		expect(suggestMerges(waiting, [])).toMatchObject([
			{ titleId: 'Sobat Dukcapil', requests: [{ ref: 'A' }, { ref: 'B' }], visits: [] }
		]);
		expect(suggestMerges([asked('A', '2026-10-01'), asked('B', '2026-11-20')], [])).toEqual([]);
	});

	test('name the visit that has a date already', () => {
		expect(suggestMerges([asked('A', '2026-11-20')], [dated('V')])).toMatchObject([
			{ requests: [{ ref: 'A', people: 8 }], visits: [{ ref: 'V', day: '2026-12-15' }] }
		]);
	});

	test('are none about different innovations, about none, or when only one asks', () => {
		expect(suggestMerges([asked('A', '2026-11-20')], [])).toEqual([]);
		expect(suggestMerges([asked('A', '2026-11-20')], [dated('V', 'bko')])).toEqual([]);
		expect(
			suggestMerges([asked('A', '2026-11-20', null), asked('B', '2026-11-20', null)], [])
		).toEqual([]);
	});
});

import { describe, expect, test } from 'vitest';
import { baseOf, mergeEdits } from '#lib/innovations/merge-edits.ts';

const began = {
	version: '1',
	design_id: 'Alur lama.',
	results_id: 'Hasil lama.',
	stepText: ['Satu', 'Dua'],
	stepOn: ['2024', ''],
	lessons_unknown: 'on'
};
const base = baseOf(began);

describe('two people on one write-up', () => {
	test('what each changed by itself is put together', () => {
		const merged = mergeEdits(
			{ ...began, design_id: 'Alur baru.' },
			{ ...began, version: '2', results_id: 'Hasil baru.', lessons_unknown: '' },
			base
		);
		expect(merged.values).toMatchObject({ design_id: 'Alur baru.', results_id: 'Hasil baru.' });
		expect(merged.values.lessons_unknown).toBe('');
		expect(merged.conflicts).toEqual([]);
		expect(merged.taken).toEqual(['results_id', 'lessons_unknown']);
	});

	test('what both changed is a conflict, with mine in place', () => {
		const merged = mergeEdits(
			{ ...began, design_id: 'Punya saya.' },
			{ ...began, design_id: 'Punya mereka.' },
			base
		);
		expect(merged.conflicts).toEqual(['design_id']);
		expect(merged.values.design_id).toBe('Punya saya.');
	});

	test('the same change by both is none', () => {
		const both = { ...began, design_id: 'Sama.' };
		expect(mergeEdits(both, { ...both }, base)).toMatchObject({ conflicts: [], taken: [] });
	});

	test('theirs is taken where it is chosen, and only there', () => {
		const merged = mergeEdits(
			{ ...began, design_id: 'Saya.', results_id: 'Saya juga.' },
			{ ...began, design_id: 'Mereka.', results_id: 'Mereka juga.' },
			base,
			['design_id']
		);
		expect(merged.values.design_id).toBe('Mereka.');
		expect(merged.conflicts).toEqual(['results_id']);
	});

	test('rows are merged as a whole, never half of each', () => {
		const merged = mergeEdits(
			{ ...began, stepText: ['Satu', 'Dua', 'Tiga'] },
			{ ...began, stepOn: ['2025', ''] },
			base
		);
		expect(merged.conflicts).toEqual(['steps']);
		expect(merged.values).toMatchObject({
			stepText: ['Satu', 'Dua', 'Tiga'],
			stepOn: ['2024', '']
		});
	});

	test('empty rows at the end and fields that are not sent change nothing', () => {
		const { lessons_unknown: _, ...mine } = { ...began, stepText: ['Satu', 'Dua', '', ''] };
		const merged = mergeEdits({ ...mine, summary_id: '' }, { ...began }, base);
		// Unmarking the section is a change of mine; theirs is as it was.
		expect(merged).toMatchObject({ conflicts: [], taken: [] });
		expect(merged.values.lessons_unknown).toBeUndefined();
	});

	test('a base that nobody can read makes every difference a conflict', () => {
		const merged = mergeEdits({ design_id: 'a' }, { design_id: 'b' }, '{{');
		expect(merged.conflicts).toEqual(['design_id']);
	});
});

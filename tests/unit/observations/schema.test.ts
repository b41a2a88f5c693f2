import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Count, Hours, MAX_COUNT } from '#lib/observations/number-input.ts';
import { ObservationRow, PublishForm, TurnaroundForm } from '#lib/observations/schema.ts';

const message = (schema: v.GenericSchema<unknown, unknown>, input: unknown) => {
	const parsed = v.safeParse(schema, input);
	return parsed.success ? null : parsed.issues[0].message;
};

describe('a count', () => {
	test('is the same typed or sent as a number', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: MAX_COUNT }), (n) => {
				expect(v.parse(Count, String(n))).toBe(n);
				expect(v.parse(Count, n)).toBe(n);
			})
		);
	});

	test('is null when nothing was typed', () => {
		expect([v.parse(Count, ''), v.parse(Count, '  '), v.parse(Count, null)]).toEqual([
			null,
			null,
			null
		]);
		expect(v.parse(Count, undefined)).toBeNull();
	});

	test.each(['1.234', '1,234', '1 234', '1.234.567', "1'234"])(
		'with a thousands separator is refused with advice: %s',
		(text) => {
			expect(message(Count, text)).toBe('field.noThousands');
		}
	);

	test.each(['-0', '-1', '1e99', '1e3', '١٢', '12,5', '0x10', 'NaN', 'Infinity', '１２', '+5'])(
		'is whole and in plain digits: %s is refused',
		(text) => {
			expect(message(Count, text)).toBe('field.count');
		}
	);

	test.each([-0, -1, 1.5, NaN, Infinity])('sent as the number %s is refused', (n) => {
		expect(message(Count, n)).not.toBeNull();
	});

	test('has a limit', () => {
		expect(message(Count, MAX_COUNT + 1)).toBe('field.countTooLarge');
		expect(message(Count, '999999999999999')).toBe('field.countTooLarge');
		expect(message(Count, 1e99)).toBe('field.countTooLarge');
	});

	test('never lets anything through but whole numbers within the limit', () => {
		const anything = fc.oneof(fc.string(), fc.double(), fc.anything());
		fc.assert(
			fc.property(anything, (input) => {
				const { success, output } = v.safeParse(Count, input);
				const isCount =
					Number.isInteger(output) && Number(output) >= 0 && Number(output) <= MAX_COUNT;
				expect(!success || output === null || isCount).toBe(true);
			})
		);
	});
});

describe('hours', () => {
	test('may have decimals after a comma or a point', () => {
		expect(v.parse(Hours, '12,5')).toBe(12.5);
		expect(v.parse(Hours, '12.5')).toBe(12.5);
		expect(v.parse(Hours, 12.5)).toBe(12.5);
	});

	test('are refused when a thousand and a decimal look the same', () => {
		expect(message(Hours, '1.234')).toBe('field.noThousands');
	});

	test('end at 90 days', () => {
		expect(v.parse(Hours, '2160')).toBe(2160);
		expect(message(Hours, '2160,1')).toBe('field.hoursTooLarge');
	});
});

describe('the forms', () => {
	test('an entry keeps empty fields as null and defaults to saving', () => {
		const input = v.parse(TurnaroundForm, { version: '0', received: '12', note: ' ada ' });
		expect(input).toMatchObject({ version: 0, received: 12, completed: null, note: 'ada' });
		expect(input).toMatchObject({ intent: 'save', reason: '' });
	});

	test('a review names the entries and the versions that were looked at', () => {
		const form = { region: '36.71', month: '2026-10', entries: ['ADM-TAT-KTP:3'] };
		expect(v.parse(PublishForm, form).entries).toEqual([{ kpi: 'ADM-TAT-KTP', version: 3 }]);
		expect(message(PublishForm, { ...form, entries: [] })).toBe('field.required');
	});

	test('an uploaded row refuses names it does not know and another number of buckets', () => {
		const row = { kpi: 'ADM-TAT-KTP', region: '36.71', period: '2026-10' };
		expect(v.parse(ObservationRow, { ...row, buckets: [1, 2, 3, 4, 5] })).toMatchObject({
			buckets: [1, 2, 3, 4, 5]
		});
		expect(message(ObservationRow, { ...row, buckets: [1, 2] })).toBe('observation.fiveBuckets');
		expect(message(ObservationRow, { ...row, numerater: 1 })).not.toBeNull();
	});
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGridForm } from '#lib/observations/grid-form.ts';
import { readRow, signatureOf, textsOf } from '#lib/observations/grid-row.ts';
import { isBlock, placeBlock, readBlock } from '#lib/observations/pasted-block.ts';
import { noParts, presenceOf, requiredFields } from '#lib/observations/row-kind.ts';
import { sparkLines } from '#lib/observations/sparkline.ts';

const service = { kind: 'distribution', derivation: 'turnaround' } as const;
const mean = { kind: 'mean', derivation: 'entered' } as const;

describe('a block from a spreadsheet', () => {
	test('is rows between line ends and cells between tabs', () => {
		expect(readBlock('1\t2\r\n3\t4\r\n')).toEqual([
			['1', '2'],
			['3', '4']
		]);
		expect(readBlock('12,5\t\u00a012.5 ')).toEqual([['12,5', '12.5']]);
		expect(readBlock('"a ""b""\nc"\t2')).toEqual([['a "b"\nc', '2']]);
	});

	test('any cells come back as they were copied', () => {
		const cell = fc.stringMatching(/^[0-9a-z,.]{0,8}$/);
		const rows = fc.integer({ min: 1, max: 5 }).chain((width) =>
			fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
				minLength: 1,
				maxLength: 5
			})
		);
		fc.assert(
			fc.property(rows, (block) => {
				const text = block.map((row) => row.join('\t')).join('\n') + '\n';
				expect(readBlock(text)).toEqual(block);
			})
		);
	});

	test('one cell is none', () => {
		expect(isBlock('240')).toBe(false);
		expect(isBlock('240\n')).toBe(false);
		expect(isBlock('240\t12')).toBe(true);
	});

	test('is laid over the cells to the right and down; what finds no open cell is counted', () => {
		const cells = [
			['a1', 'a2'],
			[null, 'b2']
		];
		const block = [
			['1', '2'],
			['3', '4'],
			['5', '']
		];
		expect(placeBlock(block, cells, { row: 0, column: 0 })).toEqual({
			changes: [
				{ name: 'a1', text: '1' },
				{ name: 'a2', text: '2' },
				{ name: 'b2', text: '4' }
			],
			left: 2
		});
	});
});

describe('a row of the month', () => {
	const parts = { ...noParts, received: 240, medianHours: 12.5 };
	const texts = textsOf(service, { parts, presence: 'figures', note: 'Baik' }, true);

	test('is written with the decimals of the language and read with both', () => {
		expect(texts).toMatchObject({ received: '240', medianHours: '12,5', completed: '' });
		expect(readRow(service, texts)).toEqual({
			parts,
			presence: 'figures',
			note: 'Baik',
			problems: []
		});
		expect(readRow(service, { ...texts, medianHours: '12.5' }).parts.medianHours).toBe(12.5);
	});

	test('says which text is no number', () => {
		const read = readRow(service, { ...texts, received: '1.240', online: 'x', backlog: '-1' });
		expect(read.problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
			'received field.noThousands',
			'backlog field.count',
			'online field.count'
		]);
	});

	test('has the same signature however a number is written, and another once it is changed', () => {
		expect(signatureOf(service, { ...texts, medianHours: ' 12.5' })).toBe(
			signatureOf(service, texts)
		);
		expect(signatureOf(service, { ...texts, note: 'x' })).not.toBe(signatureOf(service, texts));
		expect(signatureOf(mean, { numerator: '12,5' })).toBe(signatureOf(mean, { numerator: '12.5' }));
	});

	test('is the same without cases, whether it was chosen or zeros were typed', () => {
		const chosen = signatureOf(mean, { presence: 'no_cases', numerator: '', denominator: '' });
		const zeros = { numerator: '0', denominator: '0' };
		expect(signatureOf(mean, { presence: 'no_cases', ...zeros })).toBe(chosen);
		expect(signatureOf(mean, { presence: 'figures', ...zeros })).toBe(chosen);
		expect(signatureOf(mean, { presence: 'figures' })).not.toBe(chosen);
		expect(signatureOf(mean, { presence: 'no_cases', ...zeros, numerator: '3' })).not.toBe(chosen);
		expect(signatureOf(mean, { presence: 'no_cases', note: 'x' })).not.toBe(chosen);
	});

	test('with open requests is not one without cases, though nothing came in', () => {
		const zeros = Object.fromEntries(requiredFields(service).map((field) => [field, 0]));
		expect(presenceOf(service, { ...noParts, ...zeros })).toBe('no_cases');
		expect(presenceOf(service, { ...noParts, ...zeros, pending: 5 })).toBe('figures');
	});
});

describe('the form of a month', () => {
	test('is read by row, with what it asks for', () => {
		expect(
			readGridForm({
				intent: 'unlock:ADM-TAT-KK',
				'ADM-TAT-KK.version': '3',
				'ADM-TAT-KK.received': '10',
				'ADM-TAT-KK.was': '|figures|',
				'ADM-TAT-KK.reason': ' Rekap ',
				'ADM-TAT-KTP.version': 'x',
				'ADM-TAT-KTP.choice': 'mine',
				'ADM-TAT-KTP.shownVersion': '7',
				other: 'x'
			})
		).toEqual({
			intent: { do: 'unlock', kpi: 'ADM-TAT-KK' },
			rows: [
				{
					kpi: 'ADM-TAT-KK',
					version: 3,
					was: '|figures|',
					choice: '',
					shownVersion: null,
					reason: 'Rekap',
					texts: { received: '10' }
				},
				{
					kpi: 'ADM-TAT-KTP',
					version: null,
					was: '',
					choice: 'mine',
					shownVersion: 7,
					reason: '',
					texts: {}
				}
			]
		});
	});
});

describe('a sparkline', () => {
	test('leaves gaps open, draws a lone month as a dot, and nothing for nothing', () => {
		expect(sparkLines([null, null])).toEqual([]);
		const [dot, line] = sparkLines([1, null, 2, 3]);
		expect(dot?.dot).toEqual({ x: 3, y: 21 });
		expect(line).toMatchObject({ dot: null, points: '63,12 93,3' });
	});

	test('stays inside its box whatever the values are', () => {
		const value = fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }), { nil: null });
		fc.assert(
			fc.property(fc.array(value, { maxLength: 12 }), (values) => {
				for (const { points } of sparkLines(values)) {
					for (const [x = NaN, y = NaN] of points.split(' ').map((p) => p.split(',').map(Number))) {
						expect(x).toBeGreaterThanOrEqual(0);
						expect(x).toBeLessThanOrEqual(96);
						expect(y).toBeGreaterThanOrEqual(0);
						expect(y).toBeLessThanOrEqual(24);
					}
				}
			})
		);
	});
});

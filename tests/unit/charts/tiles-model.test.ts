import { expect, test } from 'vitest';
import { parseCsv } from '#db/reference/csv.ts';
import { chartCsv } from '#lib/charts/csv.ts';
import { renderSvg } from '#lib/charts/svg.ts';
import { TILE_COLUMNS, TILE_ROWS, TILES } from '#lib/charts/tile-layout.ts';
import { tilesModel, type ProvinceValue } from '#lib/charts/tiles-model.ts';
import { percentContext } from './fixtures.ts';
import { groupOf } from './svg-text.ts';

const provinces = Object.keys(TILES).map((code, i): ProvinceValue => ({
	code,
	name: `Provinsi ${code}`,
	value: code === '31' ? null : 60 + i,
	n: code === '31' ? 0 : 5,
	nExpected: code === '31' ? 0 : 8,
	isSample: true,
	isOwn: code === '36'
}));
const model = tilesModel({ title: 'Peta', subtitle: 'Oktober 2026', provinces }, percentContext());

test('every province has a tile of its own inside the map, with a code of its own', () => {
	const places = Object.values(TILES);
	expect(places).toHaveLength(38);
	expect(new Set(places.map(({ column, row }) => `${String(column)} ${String(row)}`)).size).toBe(
		38
	);
	expect(new Set(places.map(({ short }) => short)).size).toBe(38);
	for (const { column, row } of places) {
		expect(column).toBeLessThan(TILE_COLUMNS);
		expect(row).toBeLessThan(TILE_ROWS);
	}
});

test('picture, table and CSV hold the same provinces and values', () => {
	const svg = renderSvg(model, { width: 720, id: 'c', standalone: { source: 'S' } });
	const rows = parseCsv(chartCsv(model));
	for (const { id, name, text, shortText, value } of model.tiles) {
		const tile = groupOf(svg, 'data-region', id);
		expect(tile).toContain(`${name}: ${text}`);
		if (value !== null) expect(tile).toContain(`>${shortText}<`);
		const row = model.table.rows.find(({ header }) => header === name);
		expect(row?.cells[1]?.value).toBe(value);
		expect(rows.find(({ region }) => region === id)?.['value']).toBe(
			value === null ? '' : String(value)
		);
	}
	expect(svg).toContain('DATA CONTOH');
});

test('shades are quarters of the provinces, and the legend says what they stand for', () => {
	const counts = [0, 1, 2, 3].map(
		(shade) => model.tiles.filter((tile) => tile.shade === shade).length
	);
	expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
	expect(model.legend).toHaveLength(4);
	expect(model.legend[0]?.text).toMatch(/^60,0%–/);
});

test('the sentence names the ends and the own province', () => {
	expect(model.sentence).toMatch(
		/^Dari 37 provinsi, median daerah terbaik di Provinsi \d\d \(\d\d,\d%\), terlemah di Provinsi 11 \(60,0%\); Provinsi 36 \d\d,\d%\.$/
	);
});

test('a province with nobody to compare says so', () => {
	const row = model.table.rows.find(({ header }) => header === 'Provinsi 31');
	expect(row?.cells[1]).toMatchObject({ value: null, missing: 'not_applicable' });
});

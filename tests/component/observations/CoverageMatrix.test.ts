import type { ComponentProps } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '#lib/../app.css';
import CoverageMatrix from './CoverageMatrixOnPage.svelte';

const given: ComponentProps<typeof CoverageMatrix> = {
	region: { code: '36.73', name: 'Kota Serang' },
	services: [
		{ code: 'KTP', nameId: 'Pencetakan KTP-el', nameEn: 'e-KTP printing', kpiCode: 'ADM-COV-KTP' },
		{ code: 'XYZ', nameId: 'Layanan lain', nameEn: 'Another service', kpiCode: null }
	],
	rows: [
		{ code: '36.73.01', name: 'Serang', modes: ['full', 'mobile'], verified: [true, false] },
		{ code: '36.73.02', name: 'Kasemen', modes: ['limited', null], verified: [false, false] }
	],
	summary: [
		{
			serviceCode: 'KTP',
			covered: 2,
			limited: 1,
			mobile: 0,
			none: 0,
			unknown: 0,
			verified: 1,
			districts: 2
		},
		{
			serviceCode: 'XYZ',
			covered: 0,
			limited: 0,
			mobile: 1,
			none: 0,
			unknown: 1,
			verified: 0,
			districts: 2
		}
	]
};

const show = (locale: 'id' | 'en' = 'id') => render(CoverageMatrix, { ...given, locale });

test('each district is a row that says in words how it gives each service', async () => {
	await show();
	await expect
		.element(page.getByRole('row', { name: /^Serang Penuh terverifikasi Keliling$/ }))
		.toBeInTheDocument();
	await expect
		.element(page.getByRole('row', { name: /^Kasemen Terbatas Belum ada data$/ }))
		.toBeInTheDocument();
});

test('the first row counts districts served, with mobile units and silence apart', async () => {
	await show();
	const summary = page.getByRole('row', { name: /^Kecamatan terlayani/ });
	await expect.element(summary).toMatchTextContent(/2 dari 2\s*1 dari 2 terverifikasi/);
	await expect.element(summary).toMatchTextContent(/0 dari 2\s*1 keliling\s*1 belum ada data/);
});

test('a service whose coverage is a KPI leads to it', async () => {
	await show('en');
	await expect
		.element(page.getByRole('link', { name: 'e-KTP printing' }))
		.toHaveAttribute('href', expect.stringMatching(/\/kpis\/ADM-COV-KTP\?regions=36\.73$/));
	await expect
		.element(page.getByRole('columnheader', { name: 'Another service' }))
		.toBeInTheDocument();
	expect(page.getByRole('link').elements()).toHaveLength(1);
});

test('a table wider than its box scrolls there and can be reached by keyboard', async () => {
	await show();
	await expect
		.element(page.getByRole('region', { name: 'Layanan per kecamatan di Kota Serang' }))
		.toHaveAttribute('tabindex', '0');
});

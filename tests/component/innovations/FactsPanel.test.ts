import type { ComponentProps } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '#lib/../app.css';
import type { Innovation } from '#lib/database/tables/innovations.ts';
import FactsPanel from './FactsPanelOnPage.svelte';

const innovation: Omit<Innovation, 'id' | 'agencyId'> = {
	slug: 'enam-layanan',
	regionCode: '36.71',
	titleId: 'Enam layanan',
	titleEn: null,
	summaryId: '',
	summaryEn: null,
	kind: 'non_digital',
	form: 'public_service',
	stage: 'implementation',
	sustainability: 'unconfirmed',
	state: 'published',
	validation: 'from_news',
	startedOn: '2017-01-01',
	startedPrecision: 'year',
	website: null,
	needsDelegation: 0,
	difficulty: null,
	staffCount: null,
	annualBudgetRupiah: 250_000_000,
	sdgs: '16',
	facts: '{}',
	verifiedByRegions: 0,
	replicatedByRegions: 0,
	isSample: 0,
	version: 1,
	createdAt: '2026-11-24T03:00:00.000Z',
	updatedAt: '2026-11-24T18:00:00.000Z',
	publishedAt: '2026-11-24T03:00:00.000Z',
	confirmedOn: null
};

const show = (
	change: Partial<typeof innovation> = {},
	facts: Partial<ComponentProps<typeof FactsPanel>> = {}
) =>
	render(FactsPanel, {
		innovation: { ...innovation, ...change },
		region: { code: '36.71', name: 'Kota Tangerang', timezone: 'Asia/Jakarta' },
		agencyName: 'Disdukcapil Kota Tangerang',
		services: [{ code: 'KTP', nameId: 'Pencetakan KTP-el', nameEn: 'e-KTP printing' }],
		freshness: 'never_confirmed',
		known: { count: 10, all: 12 },
		...facts
	});

test('says who vouches for the text and that nobody has confirmed that it still runs', async () => {
	await show();
	await expect
		.element(page.getByText('Disusun dari berita, belum dikonfirmasi daerah'))
		.toBeVisible();
	await expect.element(page.getByText('Belum dikonfirmasi masih berjalan')).toBeVisible();
});

test('shows a year as no more than a year, and the day in the time zone of the region', async () => {
	await show();
	await expect.element(page.getByText('sejak 2017', { exact: true })).toBeVisible();
	await expect.element(page.getByText('25 November 2026')).toBeVisible();
});

test('tells what is not needed from what is not known', async () => {
	await show();
	await expect.element(page.getByText('Tidak diperlukan')).toBeVisible();
	await expect.element(page.getByText('Rp250.000.000')).toBeVisible();
	// The staff, how hard it is to copy, who began it, its affair and whom to ask.
	expect(page.getByText('Belum diketahui', { exact: true }).elements()).toHaveLength(5);
});

test('leads to the region, to write-ups on the same service and to the website', async () => {
	await show({ website: 'https://www.contoh.go.id/' });
	await expect
		.element(page.getByRole('link', { name: 'Kota Tangerang', exact: true }))
		.toHaveAttribute('href', expect.stringMatching(/\/regions\/36\.71$/));
	await expect
		.element(page.getByRole('link', { name: 'Pencetakan KTP-el' }))
		.toHaveAttribute('href', expect.stringMatching(/\/innovations\?service=KTP$/));
	await expect
		.element(page.getByRole('link', { name: 'contoh.go.id' }))
		.toHaveAttribute('rel', 'nofollow noopener');
});

test('names the day of the last confirmation, and marks sample data', async () => {
	await show(
		{ validation: 'region_approved', confirmedOn: '2026-10-01', isSample: 1 },
		{ freshness: 'confirmed', locale: 'en' }
	);
	await expect.element(page.getByText('Confirmed to be running on 1 October 2026')).toBeVisible();
	await expect.element(page.getByText('Sample data')).toBeVisible();
});

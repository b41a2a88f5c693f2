import type { ComponentProps } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '#lib/../app.css';
import { compareSearch, readCompareQuery } from '#lib/benchmarks/compare-query.ts';
import CompareForm from './CompareFormOnPage.svelte';

const kpis = [
	{ code: 'ADM-SLA-KTP', nameId: 'KTP-el', nameEn: 'ID card', groupCode: 'civil_registration' },
	{
		code: 'ADM-SLA-KK',
		nameId: 'Kartu Keluarga',
		nameEn: 'Family',
		groupCode: 'civil_registration'
	},
	{ code: 'ADU-RES', nameId: 'Aduan', nameEn: 'Complaints', groupCode: 'cross_service' }
];

function given(search: string): ComponentProps<typeof CompareForm> {
	return {
		query: readCompareQuery(new URLSearchParams(search)).query,
		kpis,
		months: ['2026-10', '2026-09', '2026-08'],
		span: { from: '2026-08', to: '2026-10' },
		groups: [{ code: 'kind:city', label: { key: 'benchmark.group.city', name: '' } }]
	};
}

/** The address the form would lead to without a script. */
function sent(): string {
	const form = document.querySelector('form');
	if (!form) throw new Error('no form');
	const values = [...new FormData(form)].map(([name, value]): [string, string] => [
		name,
		typeof value === 'string' ? value : ''
	]);
	return compareSearch(readCompareQuery(new URLSearchParams(values)).query);
}

test('the form sends back the whole state it was given', async () => {
	const search =
		'?kpi=ADM-SLA-KTP,ADU-RES&regions=36.71,36.03&group=kind:city&from=2026-08&to=2026-10&view=index&base=2026-09&boundary=constant';
	await render(CompareForm, given(search));
	expect(sent()).toBe(search);
});

test('ticking an indicator adds it, unticking takes it out', async () => {
	await render(CompareForm, given('?kpi=ADM-SLA-KTP&regions=36.71'));
	document.querySelector('details')?.setAttribute('open', '');
	await page.getByRole('checkbox', { name: 'Kartu Keluarga' }).click();
	expect(sent()).toContain('kpi=ADM-SLA-KTP,ADM-SLA-KK');
	await page.getByRole('checkbox', { name: 'KTP-el' }).click();
	expect(sent()).toContain('kpi=ADM-SLA-KK&');
});

test('a base month is asked for only where it is used', async () => {
	const { rerender } = await render(CompareForm, given('?kpi=ADM-SLA-KTP'));
	expect(page.getByLabelText('Bulan dasar indeks').elements()).toHaveLength(0);
	await rerender(given('?kpi=ADM-SLA-KTP&view=index'));
	await expect.element(page.getByLabelText('Bulan dasar indeks')).toBeVisible();
});

test('the list of indicators is open until one is chosen', async () => {
	await render(CompareForm, given(''));
	await expect.element(page.getByRole('group', { name: 'Lintas layanan' })).toBeVisible();
});

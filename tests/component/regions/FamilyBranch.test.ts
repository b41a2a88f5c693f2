import type { ComponentProps } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Family from './FamilyOnPage.svelte';

const split = (childCode: string, confidence: 'verified' | 'recalled') => ({
	childCode,
	parentCode: '36.03',
	kind: 'split' as const,
	law: 'UU 2/1993',
	effectiveOn: confidence === 'verified' ? '1993-02-27' : null,
	note: '',
	source: confidence === 'verified' ? 'Naskah berita' : '',
	confidence
});

const given: ComponentProps<typeof Family> = {
	here: '36.71',
	member: {
		code: '36.03',
		name: 'Kabupaten Tangerang',
		split: null,
		children: [
			{ code: '36.71', name: 'Kota Tangerang', split: split('36.71', 'verified'), children: [] },
			{ code: '36.74', name: 'Kota Contoh', split: split('36.74', 'recalled'), children: [] }
		]
	}
};

test('the family is a list in which all but this region are links', async () => {
	await render(Family, given);
	await expect.element(page.getByRole('link', { name: 'Kabupaten Tangerang' })).toBeVisible();
	await expect.element(page.getByRole('link', { name: 'Kota Contoh' })).toBeVisible();
	expect(page.getByRole('listitem').elements()).toHaveLength(2);
	await expect
		.element(page.getByRole('listitem').first())
		.toMatchTextContent(/Kota Tangerang \(halaman ini\)\s*Dimekarkan 27 Februari 1993, UU 2\/1993/);
});

test('a split from memory says that it is not verified, and names no date', async () => {
	await render(Family, given);
	const recalled = page.getByRole('listitem').last();
	await expect.element(recalled).toMatchTextContent('tanggal belum tercatat');
	await expect.element(recalled).toMatchTextContent('belum diverifikasi');
	expect(page.getByText('belum diverifikasi').elements()).toHaveLength(1);
});

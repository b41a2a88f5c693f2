import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Time from './TimeOnPage.svelte';

const session = { day: '2026-12-08', startsAt: '09:00', endsAt: '11:30' };

test('the host’s clock comes first, the reader’s own second', async () => {
	await render(Time, { session, timezone: 'Asia/Makassar', viewerTimezone: 'Asia/Jakarta' });
	await expect
		.element(page.getByRole('paragraph'))
		.toMatchTextContent(/^Selasa, 8 Desember 2026, 09\.00–11\.30 WITA .*08\.00–10\.30 WIB\)$/);
});

test('a reader in the host’s zone reads one clock', async () => {
	await render(Time, { session, timezone: 'Asia/Jakarta', viewerTimezone: 'Asia/Pontianak' });
	await expect
		.element(page.getByRole('paragraph'))
		.toMatchTextContent(/^Selasa, 8 Desember 2026, 09\.00–11\.30 WIB$/);
});

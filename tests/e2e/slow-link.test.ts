import { expect, test } from '@playwright/test';
import { DEMO_PASSWORD } from '#lib/accounts/demo.ts';

test('what people type before the scripts have come is kept', async ({ page }, { project }) => {
	test.skip(project.name === 'nojs', 'without JavaScript nothing comes alive');
	await page.goto('/sign-in', { waitUntil: 'networkidle' });
	const signIn = page.locator('form.card');
	await signIn.locator('[name=email]').fill('delegasi.kabupaten@demo.studitiru.example');
	await signIn.locator('[name=password]').fill(DEMO_PASSWORD);
	await signIn.locator('button').click();
	await expect(page).toHaveURL(/\/dashboard/);

	let letThrough = () => {};
	const arrived = new Promise<void>((resolve) => (letThrough = resolve));
	await page.route('**/*.js', async (route) => {
		await arrived;
		await route.continue();
	});
	await page.goto('/hosts/36.71/request', { waitUntil: 'commit' });
	await page.locator('[name=people]').fill('12');
	await page.locator('[name=purpose]').fill('Mempelajari layanan di kecamatan.');
	await page.locator('[name="questions[]"]').first().fill('Apa kendalanya?');
	await page.locator('[name=mode][value=hybrid]').check();
	await page.locator('[name="preferred_sessions[]"]').first().check();
	await page.locator('[name=innovation]').selectOption({ index: 1 });
	const chosen = await page.locator('[name=innovation]').inputValue();

	letThrough();
	await page.waitForLoadState('networkidle');
	await expect(page.locator('[name=people]')).toHaveValue('12');
	await expect(page.locator('[name=purpose]')).toHaveValue('Mempelajari layanan di kecamatan.');
	await expect(page.locator('[name="questions[]"]').first()).toHaveValue('Apa kendalanya?');
	await expect(page.locator('[name=mode][value=hybrid]')).toBeChecked();
	await expect(page.locator('[name="preferred_sessions[]"]').first()).toBeChecked();
	await expect(page.locator('[name=innovation]')).toHaveValue(chosen);
});

test('what people open before the scripts have come stays open', async ({ page }, { project }) => {
	test.skip(project.name === 'nojs', 'without JavaScript nothing comes alive');
	let letThrough = () => {};
	const arrived = new Promise<void>((resolve) => (letThrough = resolve));
	await page.route('**/*.js', async (route) => {
		await arrived;
		await route.continue();
	});
	await page.goto('/compare?kpi=ADM-SLA-KTP', { waitUntil: 'commit' });
	const browse = page.locator('#browse');
	await browse.locator('summary').click();
	await expect(browse).toHaveAttribute('open');

	letThrough();
	await page.waitForLoadState('networkidle');
	await expect(browse).toHaveAttribute('open');
});

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { signIn } from '#tests/support/journey.ts';
import { textsFor } from '#tests/support/texts.ts';

const COMPARED = 'kpi=ADM-SLA-KTP,ADM-SLA-KK&regions=36.71,36.03&group=kind:city';

async function leaveNobodyOut(page: Page, project: string): Promise<void> {
	if (project === 'nojs') return; // axe is itself a script
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
		.analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

test('several indicators are compared, and looked at in another way', async ({ page }, info) => {
	const { lang, t } = textsFor(info.project.name);
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	await page
		.context()
		.addCookies([
			{ name: 'locale', value: lang, url: info.project.use.baseURL ?? 'http://localhost' }
		]);
	await page.goto(`/compare?${COMPARED}`);
	await expect(page.locator('figure')).toHaveCount(2);
	await leaveNobodyOut(page, info.project.name);

	for (const view of ['difference', 'index', 'year_ago', 'rolling12', 'control'] as const) {
		await page.getByRole('link', { name: t(`compare.view.${view}`), exact: true }).click();
		await expect(page).toHaveURL(new RegExp(`view=${view}`));
		await expect(page.locator('figure')).toHaveCount(2);
	}
	await expect(page.locator('figure').first()).toContainText(t('chart.control.upper'));
	await leaveNobodyOut(page, info.project.name);
	await page.getByRole('link', { name: 'Kabupaten Tangerang', exact: true }).last().click();
	await expect(page).toHaveURL(/regions=36\.03,36\.71/);
	await expect(page.locator('figure').first()).toContainText(
		t('compare.view.controlText', { name: 'Kabupaten Tangerang' })
	);

	await page.getByRole('link', { name: t('compare.view.value'), exact: true }).click();
	await page.getByRole('link', { name: t('compare.boundary.constant') }).click();
	await expect(page).toHaveURL(/boundary=constant/);
	await expect(page.locator('figure').first()).toContainText('Kabupaten Tangerang +2');
	await leaveNobodyOut(page, info.project.name);
	expect(complaints).toEqual([]);
});

test('new limits are refused beside the month, and nothing is lost', async ({ page }, info) => {
	const { lang, t } = textsFor(info.project.name);
	await page.goto(`/compare?kpi=ADM-SLA-KTP&regions=36.71&view=control&lang=${lang}`);
	await page.getByRole('link', { name: t('baseline.link') }).click();
	await expect(page.locator('form[action="?/restart"]')).toHaveCount(0);

	await signIn(page, 'sekda.kota', lang);
	await page.goto('/regions/36.71/baselines?kpi=ADM-SLA-KTP');
	const form = page.locator('form[action="?/restart"]');
	const reason = 'Loket kecamatan dibuka di tiga belas kecamatan.';
	await form.locator('[name=month]').fill('2026-09');
	await form.locator('[name=reason]').fill(reason);
	await form.getByRole('button').click();
	await expect(
		page.locator('.error', { hasText: t('baseline.tooSoon', { months: 9 }) })
	).toBeVisible();
	await expect(form.locator('[name=reason]')).toHaveValue(reason);
	await expect(form.locator('[name=kpi]')).toHaveValue('ADM-SLA-KTP');
	await leaveNobodyOut(page, info.project.name);
});

test('regions are ticked by province, and the address says which', async ({ page }, info) => {
	const { lang, t } = textsFor(info.project.name);
	await page.goto(`/compare?kpi=ADM-SLA-KTP&lang=${lang}`);
	const browse = page.locator('#browse');
	await browse.locator('summary').click();
	await browse.getByLabel(t('compare.browse.province')).selectOption('36');
	await browse.getByRole('button', { name: t('compare.browse.show') }).click();
	await browse.getByLabel('Kota Tangerang', { exact: true }).check();
	await browse.getByLabel('Kota Cilegon', { exact: true }).check();
	await browse.getByRole('button', { name: t('compare.browse.compare') }).click();
	await expect(page).toHaveURL(/kpi=ADM-SLA-KTP&regions=36\.71,36\.72(?:#browse)?$/);
	await expect(page.locator('figure').first()).toContainText('Kota Cilegon');
});

test('a chart opens as a picture and is framed by another page, alone', async ({ page }, info) => {
	const { lang, t } = textsFor(info.project.name);
	await page.goto(`/compare?${COMPARED}&lang=${lang}`);
	const figure = page.locator('figure').first();
	const href = await figure
		.getByRole('link', { name: t('chart.figure.download_png') })
		.getAttribute('href');
	const png = await page.request.get(href ?? '');
	expect(png.headers()['content-type']).toBe('image/png');
	expect((await png.body()).readUInt32BE(16)).toBe(1200);
	const again = await page.request.get(href ?? '', {
		headers: { 'if-none-match': png.headers()['etag'] ?? '' }
	});
	expect(again.status()).toBe(304);

	await figure.getByText(t('chart.figure.embed'), { exact: true }).click();
	const code = await figure.getByLabel(t('chart.figure.embedCode')).inputValue();
	expect(code).toMatch(/^<iframe src="http[^"]+\/embed\/compare\?kpi=ADM-SLA-KTP&amp;/);
	const source = (/src="([^"]+)"/.exec(code)?.[1] ?? '').replaceAll('&amp;', '&');
	const embed = await page.goto(source);
	expect(embed?.headers()['content-security-policy']).toContain('frame-ancestors *');
	expect(embed?.headers()).not.toHaveProperty('x-frame-options');
	await expect(page.locator('html')).toHaveAttribute('lang', lang);
	await expect(page.locator('header')).toHaveCount(0);
	expect(await page.locator('script[src], script:not([type])').count()).toBe(0);
	await expect(page.locator('figure svg:visible').first()).toBeVisible();
	await leaveNobodyOut(page, info.project.name);

	const full = await page.goto('/compare');
	expect(full?.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
	expect(full?.headers()['x-frame-options']).toBe('DENY');
});

test('a KPI and a region can be embedded and have a picture to share', async ({ page }, info) => {
	const { lang } = textsFor(info.project.name);
	for (const path of ['/embed/kpis/ADM-SLA-KTP', '/embed/regions/36.71/coverage']) {
		const answer = await page.goto(`${path}?lang=${lang}`);
		expect(answer?.status(), path).toBe(200);
		expect(answer?.headers()['content-security-policy']).toContain('frame-ancestors *');
		await leaveNobodyOut(page, info.project.name);
	}
	for (const path of [
		`/compare?${COMPARED}`,
		'/kpis/ADM-SLA-KTP',
		'/regions/36.71',
		'/innovations/enam-layanan-adminduk-di-13-kecamatan'
	]) {
		await page.goto(path);
		const image = await page.locator('meta[property="og:image"]').getAttribute('content');
		expect(image, path).toMatch(/^http:\/\/localhost:/);
		const picture = await page.request.get(image ?? '');
		expect(picture.headers()['content-type'], path).toBe('image/png');
		const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
		expect(canonical, path).toContain(path);
	}
});

test('an SVG opened as a page looks as it does in one', async ({ page }, info) => {
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	await page.goto(`/charts/ADM-SLA-KTP.svg?regions=36.71,36.03`);
	if (info.project.name !== 'nojs') {
		const weight = await page
			.locator('.chart-title')
			.first()
			.evaluate((node) => getComputedStyle(node).fontWeight);
		expect(weight).toBe('700');
	}
	expect(complaints).toEqual([]);
});

test('a KPI shows its funnel, its map and a worked example, and all ranks when asked', async ({
	page
}, info) => {
	const { lang, t } = textsFor(info.project.name);
	await page.goto(`/kpis/ADM-SLA-KTP?regions=36.71&group=kind:city&lang=${lang}`);
	await expect(page.getByRole('figure', { name: t('kpi.funnel.title') })).toBeVisible();
	await expect(page.getByRole('figure', { name: t('kpi.tiles.title') })).toBeVisible();
	await expect(page.getByText(t('kpi.definition.example'), { exact: true })).toBeVisible();
	await leaveNobodyOut(page, info.project.name);
	const all = page.locator('a[href*="show=all"]');
	await all.click();
	await expect(page).toHaveURL(/show=all/);
	await expect(page.getByRole('link', { name: t('kpi.ranking.showSome') })).toBeVisible();
});

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const PAGES = [
	'/',
	'/regions',
	'/regions/36.71',
	'/kpis',
	'/compare',
	'/innovations',
	'/hosts',
	'/sign-in',
	'/about',
	'/developers',
	'/privacy',
	'/accessibility'
];

for (const path of PAGES) {
	test(`${path} keeps its content policy and leaves nobody out`, async ({ page }, { project }) => {
		const complaints: string[] = [];
		page.on('console', (message) => {
			if (message.type() === 'error') complaints.push(message.text());
		});
		page.on('pageerror', (error) => complaints.push(error.message));

		const language = project.name === 'en' ? 'en' : 'id';
		const answer = await page.goto(`${path}?lang=${language}`);
		expect(answer?.status()).toBe(200);
		await expect(page.locator('html')).toHaveAttribute('lang', language);
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);

		expect(complaints).toEqual([]);
		if (project.name === 'nojs') return; // axe is itself a script

		const { violations } = await new AxeBuilder({ page })
			.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
			.analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
	});
}

test('a page is as wide as a small phone', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	for (const path of PAGES) {
		await page.goto(path);
		const box = await page.locator('body').boundingBox();
		expect(box?.width, path).toBeLessThanOrEqual(320);
	}
});

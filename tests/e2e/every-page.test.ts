import { expect, test } from '@playwright/test';
import { lastCompletedMonth } from '#lib/core/period.ts';
import { collectComplaints, expectNobodyLeftOut, signIn } from '#tests/support/journey.ts';
import { textsFor } from '#tests/support/texts.ts';

const PUBLIC = [
	'/',
	'/regions',
	'/regions/36.71',
	'/kpis',
	'/kpis/ADM-SLA-KTP',
	'/compare',
	'/compare?kpi=ADM-SLA-KTP&regions=36.71,36.03',
	'/innovations',
	'/innovations/sobat-dukcapil',
	'/hosts',
	'/ask',
	'/signals',
	'/revisions',
	'/adoptions',
	'/regions/36.71/peers',
	'/regions/36.71/completeness',
	'/hosts/36.71',
	'/sign-in',
	'/about',
	'/developers',
	'/privacy',
	'/accessibility'
];

const MONTH = lastCompletedMonth(new Date());

/** What each person of the demonstration sees besides the public pages. */
const SIGNED_IN: Readonly<Record<string, readonly string[]>> = {
	'sekda.kota': [
		'/dashboard',
		'/review',
		'/review/coverage',
		'/review/deadline',
		'/visits',
		'/visits/V-CNTH22',
		'/visits/V-CNTH22/messages',
		'/visits/V-CNTH22/delegation',
		'/visits/V-CNTH22/letters',
		'/visits/V-CNTH22/after',
		'/hosts/36.71/manage',
		'/hosts/36.71/manage/calendar',
		'/hosts/36.71/manage/settings',
		'/notifications'
	],
	'kadis.kota': [
		'/dashboard',
		'/entry',
		`/entry/${MONTH}/KTP`,
		`/entry/${MONTH}/evidence/ADM-TAT-KTP/files?region=36.71`,
		'/entry/coverage',
		'/innovations/new',
		'/innovations/sobat-dukcapil/edit'
	],
	'operator.kota': ['/dashboard', '/entry'],
	'delegasi.kabupaten': [
		'/dashboard',
		'/visits',
		'/hosts/36.71/request',
		'/account/calendars',
		'/account/data'
	],
	'admin.kota': ['/dashboard', '/moderation', '/entry/coverage'],
	'admin.pusat': ['/dashboard', '/admin/outbox', '/moderation']
};

for (const path of PUBLIC) {
	test(`${path} keeps its content policy and leaves nobody out`, async ({ page }, info) => {
		const complaints = collectComplaints(page);
		const { lang } = textsFor(info.project.name);
		const answer = await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
		expect(answer?.status()).toBe(200);
		await expect(page.locator('html')).toHaveAttribute('lang', lang);
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
		expect(complaints).toEqual([]);
		await expectNobodyLeftOut(page, info);
	});
}

for (const [account, paths] of Object.entries(SIGNED_IN)) {
	test(`the pages of ${account} keep their content policy and leave nobody out`, async ({
		page
	}, info) => {
		const { lang } = textsFor(info.project.name);
		await signIn(page, account, lang);
		const complaints = collectComplaints(page);
		for (const path of paths) {
			const answer = await page.goto(path);
			expect(answer?.status(), path).toBe(200);
			await expect(page.locator('html')).toHaveAttribute('lang', lang);
			await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
			await expectNobodyLeftOut(page, info);
		}
		expect(complaints).toEqual([]);
	});
}

test('a page is as wide as a small phone', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	for (const path of PUBLIC) {
		await page.goto(path);
		const box = await page.locator('body').boundingBox();
		expect(box?.width, path).toBeLessThanOrEqual(320);
	}
});

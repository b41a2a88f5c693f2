import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { textsFor } from '#tests/support/texts.ts';

const PAGE = 60_000;
const CHART_PAGE = 110_000;

/** Every kind of public page with the most JavaScript it may load, gzipped, in bytes. */
const LIMITS: Readonly<Record<string, number>> = {
	'/': 0,
	'/about': 0,
	'/accessibility': 0,
	'/privacy': 0,
	'/developers': 0,
	'/adoptions': 0,
	'/revisions': 0,
	'/signals': 0,
	'/regions': 0,
	'/regions/36.71': 0,
	'/regions/36.71/peers': 0,
	'/regions/36.71/completeness': 0,
	'/innovations': PAGE,
	'/innovations?q=layanan': PAGE,
	'/innovations/sobat-dukcapil': CHART_PAGE,
	'/innovations/sobat-dukcapil/questions': PAGE,
	'/ask?q=layanan': PAGE,
	'/hosts': PAGE,
	'/hosts/36.71': PAGE,
	'/hosts/36.71/request': PAGE,
	'/sign-in': PAGE,
	'/kpis': PAGE,
	'/kpis/ADM-SLA-KTP': CHART_PAGE,
	'/compare': CHART_PAGE,
	'/compare?kpi=ADM-SLA-KTP,ADM-SLA-KK&regions=36.71,36.03&group=kind:city': CHART_PAGE
};

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'nothing is loaded');

for (const [path, limit] of Object.entries(LIMITS)) {
	test(`${path} loads at most ${String(limit / 1000)} kB of JavaScript`, async ({ page }, info) => {
		// As the build compresses its files.
		const scripts: Promise<number>[] = [];
		page.on('response', (response) => {
			if (response.request().resourceType() !== 'script') return;
			scripts.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
		});
		const { lang } = textsFor(info.project.name);
		await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
		await page.waitForLoadState('networkidle');
		const bytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
		info.annotations.push({ type: 'bytes', description: String(bytes) });
		expect(bytes).toBeLessThanOrEqual(limit);
		// A page with scripts has loaded some: otherwise nothing was measured.
		if (limit > 0) expect(bytes).toBeGreaterThan(0);
	});
}

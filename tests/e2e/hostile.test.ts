import { expect, test } from '@playwright/test';
import { startHostileSite } from '#tests/support/hostile-site.ts';
import {
	readNames,
	reviewThem,
	talkOfThem,
	visitForThem,
	writeThem
} from '#tests/support/hostile-walks.ts';
import { watchForScripts } from '#tests/support/tame.ts';

test('a script that came through would be noticed', async ({ page }, { project }) => {
	test.skip(project.name !== 'id', 'once is enough');
	for (const html of ['<img src=x onerror=alert(1)>', '<a href="javascript:alert(1)">x</a>']) {
		const expectTame = watchForScripts(page);
		await page.setContent(`<main>${html}</main>`);
		await expect(expectTame(html)).rejects.toThrow(html.slice(0, 4));
	}
});

test('hostile text in any field runs nowhere and is read as text', async ({ page }, {
	project
}) => {
	test.skip(project.name === 'nojs', 'without JavaScript nothing runs');
	const lang = project.name === 'en' ? 'en' : 'id';
	test.setTimeout(600_000);
	const site = await startHostileSite(lang);
	try {
		page.setDefaultTimeout(30_000);
		const expectTame = watchForScripts(page);
		const walk = { page, site, expectTame };
		const slug = await writeThem(walk);
		await talkOfThem(walk);
		await reviewThem(walk, slug);
		await visitForThem(walk);
		await readNames(walk, slug);
	} finally {
		await site.stop();
	}
});

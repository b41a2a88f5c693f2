import { AxeBuilder } from '@axe-core/playwright';
import { expect, type BrowserContext, type Page, type TestInfo } from '@playwright/test';
import { DEMO_PASSWORD } from '#lib/accounts/demo.ts';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** Sessions of this worker by account: a hundred sign-ins in a row would meet the limit on tries. */
const sessions = new Map<string, Cookies>();

/** Signs in as one of the demonstration's people, such as `sekda.kota`, in a language. */
export async function signIn(page: Page, account: string, lang: string): Promise<void> {
	const context = page.context();
	await context.clearCookies();
	await context.addCookies(sessions.get(account) ?? []);
	const answer = await page.goto(`/dashboard?lang=${lang}`);
	if (answer?.status() !== 200) await fillSignIn(page, account, lang);
	await expect(page).toHaveURL(/\/dashboard/);
	sessions.set(
		account,
		(await context.cookies()).filter(({ name }) => name !== 'locale')
	);
	await context.addCookies([{ name: 'locale', value: lang, url: new URL(page.url()).origin }]);
}

async function fillSignIn(page: Page, account: string, lang: string): Promise<void> {
	await page.goto(`/sign-in?lang=${lang}`);
	const form = page.locator('form.card');
	await form.locator('[name=email]').fill(`${account}@demo.studitiru.example`);
	await form.locator('[name=password]').fill(DEMO_PASSWORD);
	await form.locator('button').click();
}

/**
 * WCAG 2.2 AA as far as axe can tell, and contrast in dark colours too. Without JavaScript there is
 * nothing to ask: axe is a script.
 */
export async function expectNobodyLeftOut(page: Page, { project }: TestInfo): Promise<void> {
	if (project.use.javaScriptEnabled === false) return;
	const inLight = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
		.analyze();
	await page.emulateMedia({ colorScheme: 'dark' });
	const inDark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
	await page.emulateMedia({ colorScheme: 'light' });
	const found = [...inLight.violations, ...inDark.violations].map(
		({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`
	);
	expect(found, page.url()).toEqual([]);
}

/** Collects what the browser complains about from now on, such as a breach of the content policy. */
export function collectComplaints(page: Page): readonly string[] {
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	return complaints;
}

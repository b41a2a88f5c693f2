import { expect, type Browser, type Page, type TestInfo } from '@playwright/test';
import { signIn } from './journey.ts';
import { textsFor } from './texts.ts';

/** Long enough for any required section. */
export const LONG = 'Petugas kecamatan melayani warga dengan jadwal yang diumumkan. '
	.repeat(40)
	.trim();
/** The sections without which a text is not submitted; the evidence may be short. */
export const REQUIRED = ['summary', 'background', 'design', 'results', 'replication'];

/** A window of its own for each writer and reader; nobody is signed in without an account. */
export async function signedIn(
	browser: Browser,
	account: string | null,
	info: TestInfo
): Promise<Page> {
	const { javaScriptEnabled, locale } = info.project.use;
	const context = await browser.newContext({ javaScriptEnabled, locale });
	const page = await context.newPage();
	const { lang } = textsFor(info.project.name);
	if (account !== null) await signIn(page, account, lang);
	else await context.addCookies([{ name: 'locale', value: lang, url: siteOf(info) }]);
	return page;
}

function siteOf({ project }: TestInfo): string {
	const { baseURL } = project.use;
	if (baseURL === undefined) throw new Error('the project has no site');
	return baseURL;
}

/** Writes a section: in the editor where there is one, in the plain field without JavaScript. */
export async function write(
	page: Page,
	section: string,
	text: string,
	info: TestInfo
): Promise<void> {
	const field = page.locator(`textarea[name=${section}_id]`);
	if (info.project.use.javaScriptEnabled === false) {
		await field.fill(text);
		return;
	}
	await page.locator(`section[aria-labelledby=${section}]`).scrollIntoViewIfNeeded();
	await page.locator(`.tiptap#${section}_id`).fill(text);
	await expect(field).toHaveValue(text);
}

export const press = (page: Page, name: string) =>
	page.getByRole('button', { name, exact: true }).click();

/** Makes a draft that is open in its editor, and returns the address of its page. */
export async function startWriteUp(
	page: Page,
	{ title, summary }: { readonly title: string; readonly summary: string },
	info: TestInfo
): Promise<string> {
	const { t } = textsFor(info.project.name);
	await page.goto('/innovations/new');
	await page.locator('[name=titleId]').fill(title);
	await page.locator('[name=summaryId]').fill(summary);
	for (const [name, value] of Object.entries({
		kind: 'non_digital',
		form: 'public_service',
		stage: 'pilot',
		sustainability: 'active'
	})) {
		await page.locator(`[name=${name}]`).selectOption(value);
	}
	await press(page, t('innovation.save'));
	await expect(page.getByText(t('innovation.saved'))).toBeVisible();
	return new URL(page.url()).pathname.replace('/edit', '');
}

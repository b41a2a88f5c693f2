/**
 * Pictures of the pages, to look at before a change of look is called done: each page at three
 * widths, light and dark, on a demonstration of its own. `npm run pictures -- --help` says how.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type BrowserContext } from 'playwright';
import { chromiumLaunchOptions } from '#tests/support/chromium.ts';
import { signIn } from '#tests/support/journey.ts';
import { startSite } from '#tests/support/site-process.ts';
import { PAGES, README_PAGES, type PicturedPage } from './pages.ts';

const WIDTHS = [360, 768, 1280];
const HEIGHT = 900;
const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

const HELP = `npm run pictures -- [page …] [options]

Pages: ${PAGES.map(({ name }) => name).join(', ')}; all of them unless told.
  --lang=en      in English; Indonesian unless told
  --no-js        as without JavaScript
  --site=URL     of a site that runs, instead of one started for it
  --readme       the pictures of the README, into docs/images
Pictures go to test-results/pictures, one file for each page, width and colour scheme.`;

const { values: options, positionals: wanted } = parseArgs({
	allowPositionals: true,
	options: {
		help: { type: 'boolean' },
		lang: { type: 'string', default: 'id' },
		'no-js': { type: 'boolean', default: false },
		site: { type: 'string' },
		readme: { type: 'boolean', default: false }
	}
});
const unknown = wanted.filter((name) => !PAGES.some((page) => page.name === name));

if (options.help || unknown.length > 0) {
	if (unknown.length > 0) console.error(`There is no page "${unknown.join('", "')}".`);
	console.log(HELP);
	process.exitCode = unknown.length > 0 ? 2 : 0;
} else {
	await takeAll();
}

async function takeAll(): Promise<void> {
	const site = options.site === undefined ? await startSite({ DEMO: '1' }) : null;
	const browser = await chromium.launch(chromiumLaunchOptions());
	try {
		const address = options.site ?? `http://localhost:${String(site?.port)}`;
		if (options.readme) await takeReadme(browser, address);
		else await takeSet(browser, address);
	} finally {
		await browser.close();
		await site?.stop();
	}
}

async function takeReadme(browser: Browser, address: string): Promise<void> {
	const context = await open(browser, address, 1280, 'light');
	for (const name of README_PAGES) {
		const page = PAGES.find((one) => one.name === name);
		if (page) await take(context, page, `docs/images/${name}-1280.png`, false);
	}
	await context.close();
}

async function takeSet(browser: Browser, address: string): Promise<void> {
	const folder = 'test-results/pictures';
	mkdirSync(folder, { recursive: true });
	const pages = PAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
	for (const scheme of SCHEMES) {
		for (const width of WIDTHS) {
			const context = await open(browser, address, width, scheme);
			for (const page of pages) {
				const file = `${page.name}-${options.lang}-${String(width)}-${scheme}.png`;
				await take(context, page, path.join(folder, file), true);
			}
			await context.close();
		}
	}
}

function open(browser: Browser, baseURL: string, width: number, colorScheme: Scheme) {
	return browser.newContext({
		baseURL,
		colorScheme,
		viewport: { width, height: HEIGHT },
		javaScriptEnabled: !options['no-js'],
		reducedMotion: 'reduce'
	});
}

async function take(
	context: BrowserContext,
	{ path: address, account, isBelowForm = false }: PicturedPage,
	file: string,
	isWhole: boolean
): Promise<void> {
	const page = await context.newPage();
	if (account === null) await context.clearCookies();
	else await signIn(page, account, options.lang);
	await page.goto(`${address}${address.includes('?') ? '&' : '?'}lang=${options.lang}`, {
		waitUntil: 'networkidle'
	});
	if (isBelowForm && !isWhole) {
		await page
			.locator('main figure')
			.first()
			.evaluate((figure) => {
				figure.scrollIntoView();
			});
	}
	await page.screenshot({ path: file, fullPage: isWhole });
	console.log(file);
	await page.close();
}

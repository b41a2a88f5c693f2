import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import BetterSqlite3 from 'better-sqlite3';
import { DEMO_EMAIL_DOMAIN, DEMO_PASSWORD } from '#lib/accounts/demo.ts';
import { freePort } from '#tests/support/free-port.ts';
import { startSite } from '#tests/support/site-process.ts';
import { watchForScripts } from '#tests/support/tame.ts';
import { LONG } from '#tests/support/write-journey.ts';
import { xssVectors } from '#tests/support/xss-vectors.ts';

const SECTIONS = [
	...['summary', 'background', 'objectives', 'novelty', 'design', 'steps', 'resources'],
	...['results', 'lessons', 'replication', 'sustainability', 'evidence']
];

interface HostileSite {
	readonly origin: string;
	readonly stop: () => Promise<void>;
}

/** A site of its own, so that the other journeys do not meet what is planted here. */
async function startHostileSite(): Promise<HostileSite> {
	const folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-hostile-'));
	const file = path.join(folder, 'site.db');
	const seeded = new BetterSqlite3(path.join(process.env.E2E_FOLDER ?? '', 'id', 'site.db'), {
		readonly: true
	});
	await seeded.backup(file);
	seeded.close();
	plantNames(file);
	const port = await freePort();
	const origin = `http://localhost:${String(port)}`;
	const site = await startSite({
		PORT: String(port),
		ORIGIN: origin,
		DATABASE_URL: `file:${file}`,
		DATA_DIR: folder,
		DEMO: '1',
		LOG_LEVEL: 'warn'
	});
	const stop = async () => {
		await site.stop();
		rmSync(folder, { recursive: true, force: true });
	};
	return { origin, stop };
}

/** Names come from registers and from people: as if somebody had got hold of them. */
function plantNames(file: string): void {
	const db = new BetterSqlite3(file);
	const codes = db.prepare('select code from region order by code').pluck().all() as string[];
	for (const [i, vector] of xssVectors.entries()) {
		db.prepare('update region set name = ? where code = ?').run(`Kota ${vector}`, codes[i]);
	}
	const all = xssVectors.join(' ');
	db.prepare("update agency set name = ? || ' ' || id, short_name = ? || id").run(all, '<script>');
	db.prepare('update account set name = ?').run(all);
	db.prepare('update district set name = ? where code = ?').run(all, '36.71.01');
	db.close();
}

async function signIn(page: Page, origin: string, account: string): Promise<void> {
	await page.context().clearCookies();
	await page.goto(`${origin}/sign-in?lang=id`);
	const form = page.locator('form.card');
	await form.locator('[name=email]').fill(`${account}@${DEMO_EMAIL_DOMAIN}`);
	await form.locator('[name=password]').fill(DEMO_PASSWORD);
	await form.locator('button').click();
	await expect(page).toHaveURL(/\/dashboard/);
}

/** Sends a form as its page would, without the limits of its fields; returns where it leads. */
async function send(page: Page, address: string, fields: readonly (readonly [string, string])[]) {
	const answer = await page.request.post(address, {
		headers: {
			accept: 'text/html',
			origin: new URL(address).origin,
			'content-type': 'application/x-www-form-urlencoded'
		},
		data: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
		maxRedirects: 0
	});
	return { status: answer.status(), location: answer.headers().location ?? '' };
}

/** A write-up that holds a text in every field that takes any text. */
function writeUpOf(text: string, title: string): (readonly [string, string])[] {
	const cut = (length: number) => text.slice(0, length);
	return [
		['intent', 'publish'],
		['titleId', title],
		['titleEn', title],
		['summaryId', cut(400)],
		['summaryEn', cut(400)],
		...Object.entries({
			kind: 'digital',
			form: 'other',
			stage: 'pilot',
			sustainability: 'active'
		}),
		...['shortName', 'systemLicence', 'equipment', 'beneficiaryBasis', 'contactPosition'].map(
			(name) => [name, cut(60)] as const
		),
		...['sourcePublisher', 'sourceTitle', 'sourceNote'].map(
			(name) => [`${name}[]`, cut(500)] as const
		),
		['sourceDay[]', ''],
		...['stepText', 'stepTextEn', 'requirementText', 'requirementTextEn', 'lawAbout'].map(
			(name) => [`${name}[]`, cut(300)] as const
		),
		...['resultLabel', 'resultLabelEn', 'awardName', 'lawNumber'].map(
			(name) => [`${name}[]`, cut(100)] as const
		),
		...SECTIONS.flatMap((key) => [
			[`${key}_id`, `${LONG}\n\n${text}`] as const,
			[`${key}_en`, text] as const
		])
	];
}

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
	test.skip(project.name !== 'id', 'the same pages in another language hold the same fields');
	test.setTimeout(600_000);
	const { origin, stop } = await startHostileSite();
	try {
		await meetVectors(page, origin);
	} finally {
		await stop();
	}
});

async function meetVectors(page: Page, origin: string): Promise<void> {
	page.setDefaultTimeout(30_000);
	const expectTame = watchForScripts(page);
	await signIn(page, origin, 'admin.kota');
	const slugs: string[] = [];
	for (const [i, vector] of xssVectors.entries()) {
		const title = vector.slice(0, 100);
		const { status, location } = await send(
			page,
			`${origin}/innovations/new`,
			writeUpOf(vector, title)
		);
		expect(status, `${String(i)} ${vector}`).toBe(303);
		slugs.push(/innovations\/([^/?]+)/.exec(location)?.[1] ?? '');
	}

	for (const [i, slug] of slugs.entries()) {
		const vector = xssVectors[i] ?? '';
		const title = vector.slice(0, 100);
		await page.goto(`${origin}/innovations/${slug}`);
		await expect(page.locator('h1')).toHaveText(title.trim());
		await expect(page.locator('main .lead')).toHaveText(vector.slice(0, 400).trim());
		await expectTame(`the page of ${vector}`);
		const query = title.replaceAll('\n', ' ');
		await page.goto(`${origin}/innovations?q=${encodeURIComponent(query)}`);
		await expect(page.locator('main [name=q]')).toHaveValue(query);
		await expectTame(`a search for ${vector}`);
	}

	// The editor turns Markdown into what it shows by itself: each section is brought into view.
	const all = xssVectors.filter((vector) => !vector.includes('| - | -')).join('\n\n');
	const together = writeUpOf(all.slice(0, 8000), 'Semuanya bersama').map(
		([name, value]) => [name, name === 'intent' ? 'save' : value] as const
	);
	const { location } = await send(page, `${origin}/innovations/new`, together);
	await page.goto(`${origin}${location}`);
	for (const key of SECTIONS) {
		await page.locator(`section[aria-labelledby=${key}]`).scrollIntoViewIfNeeded();
		await page.waitForTimeout(150);
	}
	await expectTame('the editor');
	const slug = slugs[0] ?? '';
	for (const path of ['history', 'files', 'peer-review', 'submission/kipp', 'submission/iga']) {
		await page.goto(`${origin}/innovations/${slug}/${path}`);
		await expectTame(path);
	}

	// Talk, of two people.
	await signIn(page, origin, 'delegasi.kabupaten');
	const talk = `${origin}/innovations/sobat-dukcapil/questions`;
	const body = xssVectors.join('\n').slice(0, 1990);
	expect((await send(page, `${talk}?/ask`, [['body', body]])).status).toBe(303);
	await page.goto(`${origin}/innovations?q=layanan`);
	await page.locator('[name=name]').fill(body.slice(0, 100).replaceAll('\n', ' '));
	await page.locator('.keep button').click();
	await expectTame('saved searches');
	await signIn(page, origin, 'admin.kota');
	await page.goto(talk);
	const asked = page.getByRole('article').first();
	await expect(asked.getByRole('heading')).toHaveText(body.trim());
	await asked.locator('[name=answer]').fill(body);
	await asked.locator('form:has([name=answer]) button').click();
	await expect(page.locator('.answer .body')).toHaveText(body.trim());
	await expectTame('questions and answers');

	// Names of regions, agencies, districts and people.
	const names = [
		...['/regions', '/regions/36.71', '/regions/36.71/peers', '/hosts', '/dashboard', '/entry'],
		...['/compare?kpi=ADM-SLA-KTP&regions=11.01,11.02,36.71', '/kpis/ADM-SLA-KTP', '/ask'],
		...['/innovations/new', '/entry/coverage', '/moderation', '/adoptions', '/signals', '/visits'],
		`/ask?q=${encodeURIComponent(xssVectors.slice(0, 6).join(' '))}`
	];
	const codes = Array.from(
		{ length: 10 },
		(_, i) => `/regions/11.${String(i + 1).padStart(2, '0')}`
	);
	for (const path of [...names, ...codes]) {
		const answer = await page.goto(`${origin}${path}`);
		expect(answer?.status(), path).toBe(200);
		await expectTame(path);
	}

	// What is no page: still sound, and still about the text.
	for (const path of ['/innovations/feed.xml', '/sitemap.xml']) {
		const fault = await page.evaluate(async (address) => {
			const text = await (await fetch(address)).text();
			const document = new DOMParser().parseFromString(text, 'application/xml');
			return document.querySelector('parsererror')?.textContent ?? null;
		}, path);
		expect(fault, path).toBeNull();
	}
	for (const path of [`og/innovations/${slug}.png`, `innovations/${slug}/write-up.pdf`]) {
		expect((await page.request.get(`${origin}/${path}`)).status(), path).toBe(200);
	}
}

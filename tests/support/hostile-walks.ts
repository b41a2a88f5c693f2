import { expect, type Page } from '@playwright/test';
import { type HostileSite, SECTIONS, send, signIn, writeUpOf } from './hostile-site.ts';
import { xssVectors } from './xss-vectors.ts';

/** A browser on a site with hostile names, and what finds fault with the page it shows. */
export interface HostileWalk {
	readonly page: Page;
	readonly site: HostileSite;
	readonly expectTame: (where: string) => Promise<void>;
}

/** All of them in one text of at most 2,000 characters, on one line and on several. */
const LINE = xssVectors
	.join(' ')
	.replaceAll(/[^\P{Cc}]/gu, ' ')
	.slice(0, 1990)
	.trim();
const BODY = xssVectors.join('\n').slice(0, 1990);

/** Writes and publishes each, reads it back, and opens the rooms of a write-up; returns one's slug. */
export async function writeThem({ page, site, expectTame }: HostileWalk): Promise<string> {
	const { origin } = site;
	await signIn(page, site, 'admin.kota');
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
	return slug;
}

/** Questions, answers and saved searches. */
export async function talkOfThem({ page, site, expectTame }: HostileWalk): Promise<void> {
	const { origin } = site;
	await signIn(page, site, 'delegasi.kabupaten');
	const talk = `${origin}/innovations/sobat-dukcapil/questions`;
	expect((await send(page, `${talk}?/ask`, [['body', BODY]])).status).toBe(303);
	await page.goto(`${origin}/innovations?q=layanan`);
	await page.locator('[name=name]').fill(BODY.slice(0, 100).replaceAll('\n', ' '));
	await page.locator('.keep button').click();
	await expectTame('saved searches');
	await signIn(page, site, 'admin.kota');
	await page.goto(talk);
	const asked = page.getByRole('article').first();
	await expect(asked.getByRole('heading')).toHaveText(BODY.trim());
	await asked.locator('[name=answer]').fill(BODY);
	await asked.locator('form:has([name=answer]) button').click();
	await expect(page.locator('.answer .body')).toHaveText(BODY.trim());
	await expectTame('questions and answers');
}

/** A request for a peer review, and the remarks that answer it. */
export async function reviewThem(
	{ page, site, expectTame }: HostileWalk,
	slug: string
): Promise<void> {
	const reviews = `${site.origin}/innovations/${slug}/peer-review`;
	const note = LINE.slice(0, 500).trim();
	await signIn(page, site, 'sekda.kota');
	const asked = await send(page, `${reviews}?/ask`, [
		['region', '36.03'],
		['note', note]
	]);
	expect(asked.status).toBe(303);
	await page.goto(reviews);
	await expectTame('a request for a peer review');
	await signIn(page, site, 'sekda.kabupaten');
	await page.goto(reviews);
	await expect(page.locator('main')).toContainText(note);
	await expectTame('a peer review that is asked for');
	const reviewed = await send(page, `${reviews}?/review`, [
		...Object.entries({ region: '36.03', seen: 'online', dataChecked: 'partly', verdict: 'works' }),
		['remarks', LINE],
		['noConflict', 'on']
	]);
	expect(reviewed.status).toBe(303);
	for (const address of [reviews, `${site.origin}/innovations/${slug}`]) {
		await page.goto(address);
		await expect(page.locator('main')).toContainText(LINE);
		await expectTame(`remarks on ${address}`);
	}
}

/** A visit with them in every text, from the draft to the letters. */
export async function visitForThem({ page, site, expectTame }: HostileWalk): Promise<void> {
	const form = `${site.origin}/hosts/36.71/request`;
	await signIn(page, site, 'delegasi.kabupaten');
	await page.goto(form);
	const session = await page.locator('[name="preferred_sessions[]"]').last().inputValue();
	const request = [
		...Object.entries({ host_region: '36.71', visitor_region: '36.03', mode: 'onsite' }),
		...['purpose', 'needs', 'onsite_reason'].map((name) => [name, LINE] as const),
		...[0, 1, 2].map((at) => ['questions[]', `${String(at)} ${LINE.slice(0, 400)}`] as const),
		...Object.entries({
			people: '9',
			'preferred_sessions[]': session,
			submit_key: 'hostile-visit-1'
		})
	] as const;
	expect((await send(page, `${form}?/save`, request)).status).toBe(200);
	await page.goto(form);
	await expect(page.locator('[name=purpose]')).toHaveValue(LINE);
	await expectTame('a draft of a request');
	const { status, location } = await send(page, `${form}?/submit`, request);
	expect(status).toBe(303);
	const address = `${site.origin}${location.split('?')[0] ?? ''}`;

	const add = { name: LINE.slice(0, 190), job_position: LINE.slice(0, 190), role: 'leader' };
	const rooms: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
		['/messages', [...Object.entries({ body: LINE, audience: 'both' })]],
		[
			'/delegation?/add',
			Object.entries({ ...add, organisation: LINE.slice(0, 190), needs: LINE.slice(0, 190) })
		]
	];
	for (const [path, fields] of rooms) {
		expect((await send(page, `${address}${path}`, fields)).status, path).toBe(200);
	}
	await signIn(page, site, 'sekda.kota');
	for (const [action, fields] of [
		['review', []],
		['ask', [['text', LINE]]]
	] as const) {
		await page.goto(address);
		const version = await page.locator('form [name=version]').first().inputValue();
		const sent = await send(page, `${address}?/${action}`, [['version', version], ...fields]);
		expect(sent.status, action).toBe(200);
	}
	for (const account of ['sekda.kota', 'delegasi.kabupaten']) {
		await signIn(page, site, account);
		for (const path of ['', '/messages', '/delegation', '/letters', '/letters/request']) {
			const answer = await page.goto(`${address}${path}`);
			expect(answer?.status(), path).toBe(200);
			await expectTame(`${account} at the visit${path}`);
		}
	}
	await page.goto(address);
	await expect(page.locator('blockquote').first()).toContainText(LINE);
}

/** Pages with the names of regions, agencies, districts and people, and what is no page. */
export async function readNames(
	{ page, site, expectTame }: HostileWalk,
	slug: string
): Promise<void> {
	const { origin } = site;
	await signIn(page, site, 'admin.kota');
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

import { expect, test, type Page } from '@playwright/test';
import messages from '#lib/i18n/messages/id.json' with { type: 'json' };
import { signIn } from '#tests/support/journey.ts';

/** Everyone, and one of each role on both sides of the founding example. */
const READERS = [
	null,
	'sekda.kabupaten',
	'kadis.kota',
	'operator.kota',
	'delegasi.kabupaten',
	'admin.kota',
	'admin.pusat'
] as const;
const EACH_KIND = 2;
const MOST_ADDRESSES = 400;

test.beforeEach(({ javaScriptEnabled }) => {
	test.skip(javaScriptEnabled, 'reads the pages as they come from the server');
});

test.describe('whoever follows the links that they are shown', () => {
	for (const reader of READERS) {
		test(`${reader ?? 'everyone'} is refused nowhere, and reads no key of a text`, async ({
			page
		}) => {
			if (reader) await signIn(page, reader, 'id');
			else await page.goto('/?lang=id');
			const found = await walk(page, reader ? '/dashboard' : '/', reader === null);
			expect(found.problems).toEqual([]);
			expect(found.addresses).toBeGreaterThan(50);
		});
	}
});

/** Opens what the pages link to, a few of each kind of address, and collects what is wrong with them. */
async function walk(page: Page, start: string, isAnonymous: boolean) {
	const problems: string[] = [];
	const from = new Map([[start, '']]);
	const kinds = new Map<string, number>();
	const origin = new URL(page.url()).origin;
	for (const address of from.keys()) {
		const answer = await page.request.get(address);
		const isHtml = answer.headers()['content-type']?.includes('text/html') ?? false;
		const isAskedToSignIn = isAnonymous && answer.status() === 401;
		if (!answer.ok() && !isAskedToSignIn) {
			problems.push(
				`${String(answer.status())} at ${address}, linked by ${from.get(address) ?? ''}`
			);
		}
		if (!isHtml || !answer.ok()) continue;
		const html = (await answer.text()).replace(/<(script|style)[\s\S]*?<\/\1>/g, '');
		problems.push(...keysIn(html).map((key) => `the key ${key} at ${address}`));
		for (const link of linksIn(html, new URL(address, origin))) {
			const seen = kinds.get(kindOf(link)) ?? 0;
			if (from.has(link) || seen >= EACH_KIND || from.size >= MOST_ADDRESSES) continue;
			kinds.set(kindOf(link), seen + 1);
			from.set(link, address);
		}
	}
	return { problems, addresses: from.size };
}

function linksIn(html: string, here: URL): string[] {
	return [...html.matchAll(/<a\s[^>]*?href="([^"#]+)/g)].flatMap(([, href = '']) => {
		const url = new URL(href.replaceAll('&amp;', '&'), here);
		return url.origin === here.origin ? [url.pathname + url.search] : [];
	});
}

/** An address without what only tells one region, indicator, month, visit or query from the next. */
function kindOf(address: string): string {
	return address
		.replace(/\?.*/, '?')
		.replace(/\d\d(\.\d\d)+/g, 'REGION')
		.replace(/\d{4}-\d\d/g, 'MONTH')
		.replace(/\/[A-Z]+-[A-Z0-9-]+/g, '/CODE')
		.replace(/\/[0-9a-f-]{20,}/g, '/ID');
}

function keysIn(html: string): string[] {
	const words = html.replace(/<[^>]+>/g, ' ').match(/[a-z][A-Za-z]+(?:\.[A-Za-z_0-9]+)+/g) ?? [];
	return words.filter((word) => Object.hasOwn(messages, word));
}

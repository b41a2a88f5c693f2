import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import BetterSqlite3 from 'better-sqlite3';
import { DEMO_EMAIL_DOMAIN, DEMO_PASSWORD } from '#lib/accounts/demo.ts';
import type { Locale } from '#lib/i18n/translate.ts';
import { freePort } from './free-port.ts';
import { startSite } from './site-process.ts';
import { LONG } from './write-journey.ts';
import { xssVectors } from './xss-vectors.ts';

/** The sections of a write-up that hold text. */
export const SECTIONS = [
	...['summary', 'background', 'objectives', 'novelty', 'design', 'steps', 'resources'],
	...['results', 'lessons', 'replication', 'sustainability', 'evidence']
];

export interface HostileSite {
	readonly origin: string;
	readonly lang: Locale;
	readonly stop: () => Promise<void>;
}

/** A site of its own, so that the other journeys do not meet what is planted here. */
export async function startHostileSite(project: Locale): Promise<HostileSite> {
	const folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-hostile-'));
	const file = path.join(folder, 'site.db');
	const seeded = new BetterSqlite3(path.join(process.env.E2E_FOLDER ?? '', project, 'site.db'), {
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
	return { origin, lang: project, stop };
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

export async function signIn(
	page: Page,
	{ origin, lang }: { readonly origin: string; readonly lang: Locale },
	account: string
): Promise<void> {
	await page.context().clearCookies();
	await page.goto(`${origin}/sign-in?lang=${lang}`);
	const form = page.locator('form.card');
	await form.locator('[name=email]').fill(`${account}@${DEMO_EMAIL_DOMAIN}`);
	await form.locator('[name=password]').fill(DEMO_PASSWORD);
	await form.locator('button').click();
	await expect(page).toHaveURL(/\/dashboard/);
}

/** Sends a form as its page would, without the limits of its fields; returns where it leads. */
export async function send(
	page: Page,
	address: string,
	fields: readonly (readonly [string, string])[]
) {
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
export function writeUpOf(text: string, title: string): (readonly [string, string])[] {
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

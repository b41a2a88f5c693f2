import { expect, test, type Locator, type Page } from '@playwright/test';
import { lastCompletedMonth } from '#lib/core/period.ts';
import { pdfOf } from '#tests/support/files.ts';
import { signIn } from '#tests/support/journey.ts';
import { textsFor } from '#tests/support/texts.ts';

const MONTH = lastCompletedMonth(new Date());

async function openMonth(page: Page, month = MONTH): Promise<void> {
	await page.goto(`/entry/${month}`);
	await expect(page.locator('form[data-alive=true]')).toBeVisible();
}

const row = (page: Page, kpi: string): Locator => page.locator(`tbody[data-kpi="${kpi}"]`);
const cell = (page: Page, kpi: string, field: string): Locator =>
	page.locator(`[name="${kpi}.${field}"]`);

/** Opens a published row again, so that every language begins with the same month. */
async function unlock(page: Page, kpi: string, reason: string): Promise<void> {
	const details = row(page, kpi).locator('details.lock');
	await details.locator('summary').click();
	await details.locator('textarea').fill(reason);
	await details.getByRole('button').click();
	await expect(page).toHaveURL(/unlocked=/);
	await expect(page.locator('form[data-alive=true]')).toBeVisible();
}

async function pasteInto(page: Page, target: Locator, text: string): Promise<void> {
	await target.focus();
	await target.evaluate((element, text) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', text);
		const options = { clipboardData, bubbles: true, cancelable: true };
		element.dispatchEvent(new ClipboardEvent('paste', options));
	}, text);
}

async function publish(page: Page, kpi: string, button: string): Promise<void> {
	await page.goto('/review');
	const form = page
		.locator('form')
		.filter({ has: page.locator(`input[value^="${kpi}:"]`) })
		.filter({ has: page.getByRole('button', { name: button, exact: true }) });
	await form.getByRole('button', { name: button, exact: true }).click();
	await expect(page.getByRole('status').first()).toBeVisible();
}

test('a month by keyboard and paste: stopped at a slip, explained, published, revised', async ({
	page
}, { project }) => {
	test.skip(project.name === 'nojs', 'keys and paste need JavaScript');
	test.slow();
	const { lang, t } = textsFor(project.name);
	const region = lang === 'id' ? 'kota' : 'kabupaten';
	const [code, typedKpi, pastedKpi] = [
		lang === 'id' ? '36.71' : '36.03',
		'ADM-TAT-AKL',
		'ADM-TAT-PDG'
	];
	await signIn(page, `kadis.${region}`, lang);
	await openMonth(page);
	for (const kpi of [typedKpi, pastedKpi]) {
		if (await row(page, kpi).locator('details.lock').count())
			await unlock(page, kpi, 'Rekap ulang');
	}

	// By keyboard: Tab goes along the row, Enter down and Esc gives back what was there.
	const received = cell(page, typedKpi, 'received');
	const before = Number(await received.inputValue());
	await received.focus();
	await page.keyboard.type('7');
	await page.keyboard.press('Escape');
	await expect(received).toHaveValue(String(before));
	await page.keyboard.type(String(before + 7));
	await page.keyboard.press('Tab');
	await expect(cell(page, typedKpi, 'online')).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await expect(cell(page, typedKpi, 'returned')).toBeFocused();
	const saved = t('entry.state.saved', { time: '' }).trim();
	await expect(row(page, typedKpi).locator('.state')).toContainText(saved);

	// By pasting, with ten times too many requests received.
	const online = await cell(page, pastedKpi, 'online').inputValue();
	const right = Number(await cell(page, pastedKpi, 'received').inputValue());
	await pasteInto(page, cell(page, pastedKpi, 'received'), `${String(right * 10)}\t${online}\r\n`);
	await expect(cell(page, pastedKpi, 'received')).toHaveValue(String(right * 10));
	const noteNeeded = t('entry.state.note', { time: '' }).split(',').at(-1)?.trim() ?? '';
	await expect(row(page, pastedKpi).locator('.state')).toContainText(noteNeeded);
	await page.getByRole('button', { name: t('entry.saveAndSubmitMonth') }).click();
	await expect(page.getByRole('alert').first()).toBeVisible();
	await expect(row(page, pastedKpi)).toContainText(t('entry.noteNeeded'));

	// Undo is there too; here the figure stays and is explained.
	await cell(page, pastedKpi, 'note').fill('Pendataan massal di sepuluh kecamatan.');
	await page.getByRole('button', { name: t('entry.saveAndSubmitMonth') }).click();
	await expect(page).toHaveURL(/submitted=/);

	await signIn(page, `sekda.${region}`, lang);
	await publish(page, typedKpi, t('review.publish'));
	await publish(page, pastedKpi, t('review.publishProvisional'));
	await publish(page, pastedKpi, t('review.verify'));

	// The slip was one after all: it is revised with a reason, which everyone can read.
	await signIn(page, `kadis.${region}`, lang);
	await openMonth(page);
	await expect(cell(page, pastedKpi, 'received')).toHaveJSProperty('readOnly', true);
	const reason = `Kelebihan satu nol (${lang})`;
	await unlock(page, pastedKpi, reason);
	await cell(page, pastedKpi, 'received').fill(String(right));
	await page.keyboard.press('Tab');
	const completed = await cell(page, pastedKpi, 'completed').inputValue();
	const within = Number(await cell(page, pastedKpi, 'bucket2').inputValue());
	const last = Number(await cell(page, pastedKpi, 'bucket3').inputValue());
	await cell(page, pastedKpi, 'bucket2').fill(String(within - 1));
	await cell(page, pastedKpi, 'bucket3').fill(String(last + 1));
	await cell(page, pastedKpi, 'completed').fill(completed);
	await page.keyboard.press('Enter');
	await expect(row(page, pastedKpi).locator('.state')).toContainText(saved);
	await page.getByRole('button', { name: t('entry.saveAndSubmitMonth') }).click();
	await expect(page).toHaveURL(/submitted=/);
	await signIn(page, `sekda.${region}`, lang);
	await publish(page, pastedKpi, t('review.publish'));

	await page.context().clearCookies();
	await page.goto(`/revisions?kpi=ADM-SLA-PDG&region=${code}&lang=${lang}`);
	await expect(page.getByRole('cell', { name: reason }).first()).toBeVisible();
	const feed = await page.request.get(`/revisions/feed.xml?kpi=ADM-SLA-PDG&region=${code}`);
	expect(await feed.text()).toContain(reason);
	await page.goto(`/regions/${code}/completeness?lang=${lang}`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a month is saved by one button, and bad rows keep what was typed', async ({ page }, {
	project
}) => {
	test.skip(project.name !== 'nojs', 'with JavaScript the rows save themselves');
	const { t } = textsFor(project.name);
	await signIn(page, 'kadis.kota', 'id');
	await page.goto('/entry/2023-01');
	const good = { received: '20', online: '5', returned: '1', completed: '12', bucket1: '12' };
	const rest = { bucket2: '0', bucket3: '0', bucket4: '0', bucket5: '0', backlog: '0' };
	for (const [field, text] of Object.entries({ ...good, ...rest })) {
		await cell(page, 'ADM-TAT-KTP', field).fill(text);
	}
	await cell(page, 'ADM-TAT-KK', 'received').fill('dua puluh');
	await cell(page, 'ADM-TAT-AKM', 'presence').selectOption('no_cases');
	await page
		.getByRole('button', { name: t('entry.saveMonth') })
		.last()
		.click();

	await expect(page.getByRole('alert').first()).toContainText(t('entry.grid.partly', { saved: 2 }));
	await expect(cell(page, 'ADM-TAT-KK', 'received')).toHaveValue('dua puluh');
	await cell(page, 'ADM-TAT-KK', 'received').fill('20');
	await page
		.getByRole('button', { name: t('entry.saveMonth') })
		.last()
		.click();
	// The row without cases is sent again as it stands: it was saved, and is not saved again.
	await expect(page.getByText(t('entry.savedMany', { count: 1 }))).toBeVisible();
	await expect(cell(page, 'ADM-TAT-KK', 'received')).toHaveValue('20');
	await expect(cell(page, 'ADM-TAT-KTP', 'completed')).toHaveValue('12');
	await expect(cell(page, 'ADM-TAT-AKM', 'received')).toHaveValue('0');
});

test('evidence is added beside a row, and stays within the region', async ({ page }, {
	project
}) => {
	const { lang, t } = textsFor(project.name);
	const kpi = 'ADM-TAT-KK';
	const title = `Rekap SIAK ${project.name}`;
	await signIn(page, 'kadis.kota', lang);
	await page.goto(`/entry/${MONTH}`);
	const evidence = row(page, kpi).locator('.evidence details');
	await evidence.locator('summary').click();
	await evidence.locator('[name=file]').setInputFiles({
		name: 'rekap.pdf',
		mimeType: 'application/pdf',
		buffer: Buffer.from(pdfOf('Rekap layanan'))
	});
	await evidence.locator('[name=title]').fill(title);
	await evidence.getByRole('button', { name: t('entry.evidence.add') }).click();

	await expect(page).toHaveURL(new RegExp(`evidence=${kpi}`));
	const link = row(page, kpi).getByRole('link', { name: title }).first();
	await expect(link).toBeVisible();
	const address = (await link.getAttribute('href')) ?? '';
	expect((await page.request.get(address)).status()).toBe(200);

	await evidence.getByRole('link', { name: t('entry.evidence.manage') }).click();
	await expect(page.getByRole('listitem').filter({ hasText: title })).toBeVisible();
	await page.context().clearCookies();
	expect((await page.request.get(address)).status()).toBe(404);
});

import { expect, type Page, test } from '@playwright/test';
import { collectComplaints, expectNobodyLeftOut } from '#tests/support/journey.ts';
import { textsFor } from '#tests/support/texts.ts';
import { FROM_WORD } from '#tests/support/word-html.ts';
import {
	LONG,
	press,
	REQUIRED,
	signedIn,
	startWriteUp,
	write
} from '#tests/support/write-journey.ts';

test('a write-up is written, returned, mended, approved, and changed beside the live text', async ({
	browser
}, info) => {
	const { t } = textsFor(info.project.name);
	const head = await signedIn(browser, 'kadis.kota', info);
	const secretary = await signedIn(browser, 'sekda.kota', info);
	const complaints = [collectComplaints(head), collectComplaints(secretary)];

	const page = await startWriteUp(
		head,
		{
			title: 'Jadwal layanan keliling kecamatan',
			summary: 'Warga tahu kapan petugas datang ke kecamatannya.'
		},
		info
	);
	await expectNobodyLeftOut(head, info);

	for (const section of REQUIRED) await write(head, section, LONG, info);
	await write(head, 'evidence', 'SK Kepala Dinas Nomor 1 Tahun 2025', info);
	await press(head, t('innovation.saveAndSubmit'));
	await expect(head).toHaveURL(`${page}/review`);
	await expect(head.getByText(t('innovation.revision.submitted'))).toBeVisible();

	await secretary.goto(`${page}/review`);
	await expectNobodyLeftOut(secretary, info);
	await secretary
		.locator('summary')
		.filter({ hasText: t('innovation.return') })
		.click();
	await secretary.locator('[name=reason]').fill('Bagian hasil: sebutkan jumlah kecamatan.');
	await press(secretary, t('innovation.return'));
	await expect(secretary.getByText(t('innovation.revision.returned'))).toBeVisible();

	await head.goto(`${page}/edit`);
	await expect(head.getByText('sebutkan jumlah kecamatan')).toBeVisible();
	const promise = head.getByText(t('innovation.autosave.idle'));
	await expect(promise).toHaveCount(info.project.name === 'nojs' ? 0 : 1);
	await write(head, 'results', `${LONG} Tiga belas kecamatan.`, info);
	await press(head, t('innovation.saveAndSubmit'));
	await expect(head).toHaveURL(`${page}/review`);

	await secretary.goto(`${page}/review`);
	await press(secretary, t('innovation.approve'));
	await expect(secretary.getByText(t('innovation.published'))).toBeVisible();
	await expect(secretary.getByText('Tiga belas kecamatan.').first()).toBeVisible();

	// What is public stays as it was until the change is approved.
	await head.goto(`${page}/edit`);
	await write(head, 'background', `${LONG} Antrean dahulu panjang.`, info);
	await press(head, t('innovation.saveRevision'));
	await expect(head.getByText(t('innovation.saved'))).toBeVisible();
	await expectNobodyLeftOut(head, info);
	await head.goto(`${page}/preview`);
	await expect(head.getByText('Antrean dahulu panjang.').first()).toBeVisible();
	await expectNobodyLeftOut(head, info);
	await secretary.goto(page);
	await expect(secretary.getByText('Antrean dahulu panjang.')).toHaveCount(0);

	await head.goto(`${page}/edit`);
	await press(head, t('innovation.saveAndSubmit'));
	await expect(head).toHaveURL(`${page}/review`);
	await secretary.goto(`${page}/review`);
	await expect(secretary.locator('ins')).toContainText('Antrean dahulu panjang.');
	await press(secretary, t('innovation.approve'));
	await expect(secretary.getByText('Antrean dahulu panjang.').first()).toBeVisible();

	await secretary.goto(`${page}/history`);
	await press(secretary, t('innovation.history.compare'));
	await expect(secretary.locator('ins').first()).toContainText('Antrean dahulu panjang.');
	expect(complaints.flat()).toEqual([]);
});

test('two people change one write-up, and both texts are put together', async ({
	browser
}, info) => {
	const { t } = textsFor(info.project.name);
	const one = await signedIn(browser, 'kadis.kota', info);
	const other = await signedIn(browser, 'kadis.kota', info);
	const address = '/innovations/sobat-dukcapil/edit';
	await one.goto(address);
	await other.goto(address);

	await write(one, 'novelty', 'Kebaruan menurut yang pertama.', info);
	await write(one, 'lessons', 'Pelajaran dari yang pertama.', info);
	await press(one, t('innovation.saveRevision'));
	await expect(one.getByText(t('innovation.saved'))).toBeVisible();

	await write(other, 'novelty', 'Kebaruan menurut yang kedua.', info);
	await write(other, 'objectives', 'Tujuan dari yang kedua.', info);
	await press(other, t('innovation.saveRevision'));
	const choices = other.locator('section[aria-labelledby=conflicts]');
	await expect(choices).toContainText('Kebaruan menurut yang pertama.');
	await expect(choices).toContainText('Kebaruan menurut yang kedua.');
	await expect(choices.locator('fieldset')).toHaveCount(1);
	await expectNobodyLeftOut(other, info);
	await choices.locator('[name="takeTheirs[]"]').check();
	await press(other, t('innovation.saveRevision'));
	await expect(other.getByText(t('innovation.saved'))).toBeVisible();

	for (const [section, text] of Object.entries({
		novelty: 'Kebaruan menurut yang pertama.',
		lessons: 'Pelajaran dari yang pertama.',
		objectives: 'Tujuan dari yang kedua.'
	})) {
		await expect(other.locator(`textarea[name=${section}_id]`)).toHaveValue(text);
	}
});

test('what is typed is stored by itself, and a crash loses nothing', async ({ browser }, info) => {
	test.skip(info.project.use.javaScriptEnabled === false, 'without JavaScript people save');
	const { t } = textsFor(info.project.name);
	const page = await signedIn(browser, 'kadis.kota', info);
	page.on('dialog', (dialog) => void dialog.accept());
	await page.goto('/innovations/sobat-dukcapil/edit');
	// What a first try has stored stays stored: a second one writes elsewhere.
	const name = info.retry === 0 ? 'design' : 'steps';
	const text = page.locator(`textarea[name=${name}_id]`);
	const first = await text.inputValue();
	const editor = page.locator(`.tiptap#${name}_id`);
	const section = page.locator(`section[aria-labelledby=${name}]`);
	await section.scrollIntoViewIfNeeded();
	await editor.click();
	// A text that was only opened is as it was, sources and all.
	await expect(text).toHaveValue(first);
	expect(first).toMatch(/\[\^\d\]/);
	await editor.press('Control+End');
	await browserCaughtUp(page);
	await editor.press('Control+b');
	const bold = section.getByRole('button', { name: t('innovation.rich.bold'), exact: true });
	await expect(bold.first()).toHaveAttribute('aria-pressed', 'true');
	await editor.pressSequentially('Tebal');
	await expect(text).toHaveValue(`${first}\n\n**Tebal**`);
	const saved = t('innovation.autosave.saved', { time: '' }).trim();
	await expect(page.locator('.state')).toContainText(saved);

	await editor.pressSequentially(' sekali');
	await expect
		.poll(() => page.evaluate(() => Object.values(localStorage).join('\n')))
		.toContain('Tebal sekali');
	await page.route('**/autosave', (route) => route.abort());
	await page.reload();
	await page.getByRole('button', { name: t('innovation.copy.restore') }).click();
	await expect(text).toHaveValue(`${first}\n\n**Tebal sekali**`);
	await expect(page.locator('.state')).toContainText(t('innovation.autosave.failed'));
});

test('what is copied in Word comes in as text, emphasis and lists', async ({ browser }, info) => {
	test.skip(info.project.use.javaScriptEnabled === false, 'a plain field takes plain text');
	const page = await signedIn(browser, 'kadis.kota', info);
	await page.goto('/innovations/tanya-sobat-ai/edit');
	await page.locator('section[aria-labelledby=novelty]').scrollIntoViewIfNeeded();
	const editor = page.locator('.tiptap#novelty_id');
	await editor.fill('');
	await editor.click();
	// The clipboard as Word fills it; then the keys that people press.
	await page.evaluate((html) => {
		const fill = (event: ClipboardEvent) => {
			event.clipboardData?.setData('text/html', html);
			event.clipboardData?.setData('text/plain', 'Alur baru');
			event.preventDefault();
			event.stopImmediatePropagation();
		};
		window.addEventListener('copy', fill, { capture: true, once: true });
	}, FROM_WORD);
	await page.keyboard.press('Control+c');
	await page.keyboard.press('Control+v');
	await expect(page.locator('textarea[name=novelty_id]')).toHaveValue(
		'**Alur** baru\n\n- Satu\n- Dua\n\n1. Pertama'
	);
	await expect(editor.locator('[style], [class*=Mso], span')).toHaveCount(0);
});

/** Waits until the page knows where the caret is: it hears of it after the key, and keys of a test come faster. */
async function browserCaughtUp(page: Page): Promise<void> {
	await page.evaluate(
		() =>
			new Promise<void>((done) => {
				requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
			})
	);
}

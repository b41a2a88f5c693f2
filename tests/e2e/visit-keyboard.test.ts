import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectNobodyLeftOut, signIn } from '#tests/support/journey.ts';
import { textsFor } from '#tests/support/texts.ts';

/** More than a page has to stop at: a field that is not reached by then cannot be reached. */
const MOST_STOPS = 300;

/** Goes on with Tab until a control has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, control: Locator): Promise<void> {
	for (let stops = 0; stops < MOST_STOPS; stops++) {
		await page.keyboard.press('Tab');
		if (await control.evaluate((element) => element.matches(':focus'))) return;
	}
	throw new Error('The keyboard does not reach it.');
}

test('a request is written and sent with the keyboard alone, and closed days say why', async ({
	page
}, info) => {
	const { lang, t } = textsFor(info.project.name);
	await signIn(page, 'delegasi.kabupaten', lang);
	await page.goto('/hosts/36.71/request');
	const type = async (control: Locator, text: string) => {
		await tabTo(page, control);
		await page.keyboard.press('ControlOrMeta+a');
		await page.keyboard.type(text);
	};
	await type(page.locator('[name=people]'), '8');
	await type(page.locator('[name=purpose]'), 'Mempelajari antrean tanpa loket di kecamatan.');
	const questions = page.locator('[name="questions[]"]');
	for (const [i, text] of ['Siapa petugasnya?', 'Berapa lama?', 'Apa kendalanya?'].entries()) {
		await type(questions.nth(i), text);
	}

	// A whole month is one stop that opens it; a day that is closed is read with its reason.
	const christmas = page
		.locator('details')
		.filter({ has: page.getByText(/25 (Desember|December) 2026/) });
	if ((await christmas.getAttribute('open')) === null) {
		await tabTo(page, christmas.locator('summary'));
		await page.keyboard.press('Enter');
	}
	await expect(
		christmas.locator('.day').filter({ hasText: /25 (Desember|December)/ })
	).toContainText(t('visit.closed.holiday', { name: '' }).trim());
	const session = christmas.getByRole('checkbox').first();
	await tabTo(page, session);
	await page.keyboard.press('Space');
	await expect(session).toBeChecked();
	// Each session is announced with its day, not only with its hours.
	await expect(session).toHaveAccessibleName(/(Desember|December) 2026.*WIB/);

	await tabTo(page, page.getByRole('button', { name: t('visit.request.submit') }));
	await page.keyboard.press('Enter');
	await expect(page.getByText(t('visit.sent'))).toBeVisible();
	await expectNobodyLeftOut(page, info);
});

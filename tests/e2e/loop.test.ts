import { expect, test } from '@playwright/test';
import { lastCompletedMonth } from '#lib/core/period.ts';
import { expectNobodyLeftOut, signIn } from '#tests/support/journey.ts';
import { textsFor } from '#tests/support/texts.ts';

const WRITE_UP = '/innovations/enam-layanan-adminduk-di-13-kecamatan';

test('a secretary sees which districts deliver which service', async ({ page }, info) => {
	const { lang } = textsFor(info.project.name);
	await page.goto(`/regions/36.71?lang=${lang}`);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Kota Tangerang');
	const covered = lang === 'id' ? '13 dari 13' : '13 of 13';
	expect(await page.getByText(covered).count()).toBeGreaterThanOrEqual(6);
	await expect(page.getByRole('link', { name: 'Kabupaten Tangerang' }).first()).toBeVisible();
});

test('an agency head enters a month, and the secretary publishes it', async ({ page }, info) => {
	const { lang, t } = textsFor(info.project.name);
	// Each language works on a month of its own; without JavaScript a published one is revised.
	const [region, service] = lang === 'en' ? ['kabupaten', 'KK'] : ['kota', 'KTP'];
	const month = lastCompletedMonth(new Date());

	await signIn(page, `kadis.${region}`, lang);
	await page.goto(`/entry/${month}/${service}`);
	const counts = { received: '240', completed: '200', returned: '12', backlog: '4', online: '90' };
	const wrong = { bucket1: '40', bucket2: '120', bucket3: '30', bucket4: '8', bucket5: '9' };
	for (const [name, value] of Object.entries({ ...counts, ...wrong })) {
		await page.locator(`[name=${name}]`).fill(value);
	}
	await page.locator('[name=note]').fill('Angka untuk pengujian.');
	const reason = page.locator('[name=reason]');
	if (await reason.count()) await reason.fill('Perbaikan setelah rekonsiliasi.');
	await page.getByRole('button', { name: t('entry.saveAndSubmit') }).click();

	// The buckets do not add up: nothing typed is lost, and the form says so.
	await expect(page.getByRole('alert').first()).toBeVisible();
	await expect(page.locator('[name=bucket2]')).toHaveValue('120');
	await expectNobodyLeftOut(page, info);
	await page.locator('[name=bucket5]').fill('2');
	await page.getByRole('button', { name: t('entry.saveAndSubmit') }).click();
	await expect(page.getByText(t('entry.submitted'))).toBeVisible();
	await expectNobodyLeftOut(page, info);

	await signIn(page, `sekda.${region}`, lang);
	await page.goto('/review');
	await expectNobodyLeftOut(page, info);
	const waiting = page
		.locator('form')
		.filter({ has: page.locator(`input[value^="ADM-TAT-${service}:"]`) })
		.filter({ has: page.getByRole('button', { name: t('review.publish'), exact: true }) });
	await waiting.getByRole('button', { name: t('review.publish'), exact: true }).click();
	await expect(page.getByRole('status').first()).toBeVisible();
	await expectNobodyLeftOut(page, info);

	const code = lang === 'en' ? '36.03' : '36.71';
	const answer = await page.request.get(
		`/api/v1/observations?kpi=ADM-SLA-${service}&region=${code}&from=${month}&to=${month}`
	);
	expect(((await answer.json()) as { data: object[] }).data).toMatchObject([
		{ numerator: 160, denominator: 200, value: 80 }
	]);
});

test('a KPI shows its ranking, and two regions are compared by address', async ({ page }, info) => {
	const { lang } = textsFor(info.project.name);
	await page.goto(`/kpis/ADM-SLA-KTP?lang=${lang}`);
	await expect(page.locator('figure svg:visible').first()).toBeVisible();

	await page.goto(`/compare?kpi=ADM-SLA-KTP&regions=36.71,36.03&lang=${lang}`);
	await expect(page.locator('figure').first()).toContainText('Kota Tangerang');
	const mark = lang === 'id' ? 'Data contoh' : 'Sample data';
	await expect(page.getByText(mark, { exact: true }).first()).toBeVisible();
	await page.reload();
	await expect(page.locator('figure').first()).toContainText('Kabupaten Tangerang');
});

test('a delegation reads a write-up, asks for a visit, and the host accepts', async ({
	page
}, info) => {
	const { lang, t } = textsFor(info.project.name);
	await signIn(page, 'delegasi.kabupaten', lang);

	await page.goto(`/innovations`);
	await page.locator(`a[href$="${WRITE_UP}"]`).first().click();
	await page
		.getByRole('link', { name: t('innovation.requestVisit') })
		.first()
		.click();
	await expect(page).toHaveURL(/\/hosts\/36\.71\/request\?innovation=/);
	await expectNobodyLeftOut(page, info);

	await page.locator('[name=people]').fill('400');
	await page.locator('[name=purpose]').fill('Mempelajari penempatan pegawai di kecamatan.');
	const questions = page.locator('[name="questions[]"]');
	for (const [i, text] of [
		'Bagaimana jadwalnya?',
		'Berapa biayanya?',
		'Apa kendalanya?'
	].entries()) {
		await questions.nth(i).fill(text);
	}
	await page.locator('[name="preferred_sessions[]"]').first().check();
	await page.getByRole('button', { name: t('visit.request.submit') }).click();

	await expect(page.getByText(t('visit.people.tooMany', { max: 40 }))).toBeVisible();
	await expect(questions.nth(1)).toHaveValue('Berapa biayanya?');
	await expectNobodyLeftOut(page, info);
	await page.locator('[name=people]').fill('8');
	await page.getByRole('button', { name: t('visit.request.submit') }).click();
	await expect(page.getByText(t('visit.sent'))).toBeVisible();
	await expectNobodyLeftOut(page, info);
	const address = new URL(page.url()).pathname;

	await signIn(page, 'sekda.kota', lang);
	await page.goto(address);
	await page.getByRole('button', { name: t('visit.accept.submit') }).click();
	await expect(page.getByText(t('visit.state.scheduled'), { exact: true }).first()).toBeVisible();
	await expect(page.locator('.when')).toContainText('WIB');
	await expect(page.getByText(t('visit.event.accept'))).toBeVisible();
	await expectNobodyLeftOut(page, info);
});

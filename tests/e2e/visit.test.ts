import { expect, test, type Browser, type Page, type TestInfo } from '@playwright/test';
import { DEMO_PASSWORD } from '#lib/accounts/demo.ts';
import { pdfOf } from '#tests/support/files.ts';
import { expectNobodyLeftOut, signIn } from '#tests/support/journey.ts';
import { textsFor } from '#tests/support/texts.ts';

const HOST = 'sekda.kota';
const VISITOR = 'delegasi.kabupaten';

/** A window of its own for one of the two sides. */
async function signedIn(browser: Browser, account: string, info: TestInfo): Promise<Page> {
	const { javaScriptEnabled, locale } = info.project.use;
	const context = await browser.newContext({ javaScriptEnabled, locale });
	const page = await context.newPage();
	await signIn(page, account, textsFor(info.project.name).lang);
	return page;
}

test('both sides take a visit from the request to the report', async ({ browser }, info) => {
	test.setTimeout(300_000);
	const { t } = textsFor(info.project.name);
	const host = await signedIn(browser, HOST, info);
	const visitor = await signedIn(browser, VISITOR, info);

	const check = (page: Page) => expectNobodyLeftOut(page, info);
	/** A form of the visit's page, unfolded if it was folded. */
	async function form(page: Page, action: string) {
		await page.goto(address);
		const found = page.locator(`form[action="?/${action}"]`).first();
		const folded = page.locator('details:not([open])').filter({ has: found });
		if (await folded.count()) await folded.locator('summary').first().click();
		return found;
	}
	async function isNow(page: Page, state: Parameters<typeof t>[0]) {
		await expect(page.getByText(t(state), { exact: true }).first()).toBeVisible();
		await check(page);
	}

	await visitor.goto('/hosts/36.71/request');
	await check(visitor);
	await visitor.locator('[name=people]').fill('9');
	await visitor.locator('[name=purpose]').fill('Mempelajari penempatan pegawai di kecamatan.');
	const questions = visitor.locator('[name="questions[]"]');
	for (const [i, text] of [
		'Bagaimana jadwalnya?',
		'Berapa biayanya?',
		'Apa kendalanya?'
	].entries()) {
		await questions.nth(i).fill(text);
	}
	await visitor.locator('[name="preferred_sessions[]"]').first().check();
	// What was written is still there after leaving.
	await visitor.getByRole('button', { name: t('visit.draft.save') }).click();
	await expect(visitor.getByRole('button', { name: t('visit.draft.discard') })).toBeVisible();
	await visitor.goto('/hosts/36.71/request');
	await expect(questions.nth(1)).toHaveValue('Berapa biayanya?');
	await visitor.getByRole('button', { name: t('visit.request.submit') }).click();
	await expect(visitor.getByText(t('visit.sent'))).toBeVisible();
	const address = new URL(visitor.url()).pathname;
	await check(visitor);

	await (await form(host, 'review')).locator('button').click();
	await isNow(host, 'visit.state.in_review');

	const ask = await form(host, 'ask');
	await ask.locator('[name=text]').fill('Siapa yang memimpin rombongan?');
	await ask.locator('button').click();
	await isNow(host, 'visit.state.needs_info');

	const answer = await form(visitor, 'answer');
	await expect(visitor.locator('blockquote')).toContainText('memimpin rombongan');
	await answer.locator('[name=text]').fill('Sekretaris Dinas Kependudukan.');
	await answer.locator('button').click();
	await isNow(visitor, 'visit.state.in_review');

	const counter = await form(host, 'counter');
	const offered = counter.locator('[name="sessions[]"]');
	await offered.nth(2).check();
	await offered.nth(3).check();
	await counter.locator('button').click();
	await isNow(host, 'visit.state.countered');

	// A second window with the page as it was: the refusal says who changed what.
	const choose = await form(visitor, 'choose');
	await choose.locator('[name=session]').nth(1).check();
	await choose.locator('button').click();
	await isNow(visitor, 'visit.state.scheduled');
	await expect(visitor.locator('.when')).toContainText('WIB');

	const change = await form(visitor, 'propose_change');
	await host.goto(address);
	await change.locator('[name=people]').fill('12');
	await change.locator('select[name=session]').selectOption({ index: 3 });
	await change.locator('[name=reason]').fill('Rapat paripurna pada hari yang sama.');
	await change.locator('button').click();
	await isNow(visitor, 'visit.state.change_proposed');

	// The host still looks at the page from before the proposal, and cancels.
	const stale = host.locator('form[action="?/cancel"]').first();
	await host.locator('details:not([open])').filter({ has: stale }).locator('summary').click();
	await stale.locator('[name=reason]').fill('Aula dipakai kegiatan lain.');
	await stale.locator('button').click();
	await expect(host.getByRole('alert').first()).toContainText(t('visit.stale.visitor'));
	await expect(host.locator('.changed')).toContainText(t('visit.event.propose_change'));

	await (await form(host, 'accept_change')).locator('button').click();
	await isNow(host, 'visit.state.scheduled');
	await expect(host.getByText(t('visit.peopleCount', { count: 12 })).first()).toBeVisible();

	// Who comes, and who was there: the code is said at the door.
	await visitor.goto(`${address}/delegation`);
	const add = visitor.locator('form[action="?/add"]');
	for (const [name, text] of Object.entries({
		name: 'Siti Aminah, S.Kom.',
		job_position: 'Kepala Bidang',
		organisation: 'Disdukcapil'
	})) {
		await add.locator(`[name=${name}]`).fill(text);
	}
	await add.locator('button').click();
	await expect(visitor.getByRole('rowheader', { name: 'Siti Aminah, S.Kom.' })).toBeVisible();
	await host.goto(`${address}/delegation`);
	await host.locator('form[action="?/open"] button').click();
	const code = (await host.locator('.code').textContent()) ?? '';
	const checkIn = visitor.locator('form[action="?/checkIn"]');
	await visitor.goto(`${address}/delegation`);
	await checkIn.getByRole('checkbox', { name: 'Siti Aminah' }).check();
	await checkIn.locator('[name=code]').fill('SALAH1');
	await checkIn.locator('button').click();
	await expect(visitor.getByText(t('delegate.codeWrong')).first()).toBeVisible();
	await checkIn.getByRole('checkbox', { name: 'Siti Aminah' }).check();
	await checkIn.locator('[name=code]').fill(code);
	await checkIn.locator('button').click();
	await expect(visitor.getByRole('cell', { name: t('delegate.yes') })).toBeVisible();

	// The signed reply is uploaded by one side and downloaded by the other.
	await host.goto(`${address}/letters`);
	const reply = host.getByRole('listitem').filter({ hasText: t('letter.kind.reply') });
	await reply.getByText(t('letter.scanUpload'), { exact: true }).click();
	await reply.locator('[name=file]').setInputFiles({
		name: 'Surat balasan.pdf',
		mimeType: 'application/pdf',
		buffer: Buffer.from(pdfOf('Surat balasan'))
	});
	await reply.locator('form[action="?/upload"] button').click();
	await expect(host.getByText(t('letter.scanStored'))).toBeVisible();
	await check(host);
	await visitor.goto(address);
	const link = visitor.getByRole('link', {
		name: t('letter.scanTitle', { letter: t('letter.kind.reply') })
	});
	const scan = await visitor.request.get((await link.getAttribute('href')) ?? '');
	expect(scan.headers()['content-type']).toBe('application/pdf');

	const complete = await form(host, 'complete');
	await complete.locator('[name=attended]').fill('11');
	await complete.locator('button').click();
	await isNow(host, 'visit.state.completed');
	await expect(host.getByText(t('visit.attended', { count: 11 }))).toBeVisible();

	const report = await form(visitor, 'report');
	await report
		.locator('[name=learned]')
		.fill('Pegawai dinas bertugas di kecamatan dengan jadwal tetap.');
	await report.locator('[name=applicable]').fill('Jadwal bergilir di kecamatan yang jauh.');
	await report.getByLabel('Bagaimana jadwalnya?').fill('Dua hari sepekan, bergiliran.');
	await report.locator('button').click();
	await expect(visitor.getByText(t('visit.report.commitOrExplain')).first()).toBeVisible();
	await expect(report.locator('[name=applicable]')).toHaveValue(/bergilir/);
	await report.locator('[name="commitment_text[]"]').first().fill('Uji coba di empat kecamatan.');
	await report.locator('[name="commitment_owner[]"]').first().fill('Kepala Disdukcapil');
	await report.locator('[name="commitment_due[]"]').first().fill('2027-06-30');
	await report.locator('[name="commitment_kpi[]"]').first().selectOption({ index: 1 });
	await report.locator('[name="commitment_target[]"]').first().fill('97,5');
	await report.locator('button').click();
	await isNow(visitor, 'visit.state.reported');

	await (await form(host, 'confirm_report')).locator('button').click();
	await isNow(host, 'visit.state.closed');

	// Both sides read the answers, what is still open, and what was promised.
	for (const page of [host, visitor]) {
		await page.goto(`${address}/after`);
		await expect(page.getByText('Dua hari sepekan, bergiliran.')).toBeVisible();
		await expect(page.getByText(t('report.unanswered'), { exact: true })).toHaveCount(2);
		await expect(page.getByText('Uji coba di empat kecamatan.')).toBeVisible();
		await check(page);
	}

	await visitor.goto('/notifications');
	const ref = address.split('/').at(-1) ?? '';
	await expect(visitor.getByRole('link', { name: new RegExp(ref) }).first()).toBeVisible();
	await visitor.getByRole('button', { name: t('notification.markRead') }).click();
	await expect(visitor.getByText(t('notification.new'), { exact: true })).toHaveCount(0);
	await visitor.locator('[name=message]').selectOption('off');
	await visitor.getByRole('button', { name: t('notification.savePreferences') }).click();
	await visitor.goto('/notifications');
	await expect(visitor.locator('[name=message]')).toHaveValue('off');
	await check(visitor);
});

test('the administrator sees the mail that waits and the years without holidays', async ({
	page
}, info) => {
	const { lang, t } = textsFor(info.project.name);
	await signIn(page, 'admin.pusat', lang);
	await page.goto('/dashboard'); // signing in led there in the account's own language
	const year = new Date().getFullYear();
	// The list that comes with the site is the one of 2026.
	const years = [year, year + 1].filter((one) => one !== 2026).join(', ');
	await expect(page.getByText(t('host.yearWithoutHolidays', { years }))).toBeVisible();
	await page.goto('/admin/outbox');
	await expect(page.getByText(t('outbox.notSet'))).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('outbox.title'));
});

test('people take their data along, and a shared account is not erased', async ({ page }, info) => {
	const { lang, t } = textsFor(info.project.name);
	await signIn(page, VISITOR, lang);
	await page.goto('/account/data');
	const file = await page.request.get('/account/data/export');
	expect(file.headers()['content-disposition']).toContain('studi-tiru-data.json');
	expect(await file.json()).toMatchObject({ roles: [{ region_code: '36.03' }] });
	await page.getByText(t('myData.eraseOpen'), { exact: true }).click();
	await page.locator('[name=password]').fill(DEMO_PASSWORD);
	await page.getByLabel(t('myData.understood')).check();
	await page.getByRole('button', { name: t('myData.eraseSubmit') }).click();
	await expect(page.getByText(t('myData.demo'))).toBeVisible();
	await expectNobodyLeftOut(page, info);
});

test('a host closes days, and visitors read why', async ({ browser }, info) => {
	const { t } = textsFor(info.project.name);
	const host = await signedIn(browser, HOST, info);
	const reason = `Penyusunan anggaran ${info.project.name}`;

	await host.goto('/hosts/36.71/manage');
	await expect(host.getByRole('heading', { level: 1 })).toContainText('Kota Tangerang');
	await host
		.getByRole('link', { name: t('host.manage.calendar') })
		.first()
		.click();
	await host.getByText(t('host.blackout.add'), { exact: true }).click();
	const form = host.locator('form[action="?/addBlackout"]');
	// A month ahead, a week a language.
	const day = (offset: number) =>
		new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
	const start = 60 + ['id', 'en', 'nojs'].indexOf(info.project.name) * 7;
	await form.locator('[name=from_day]').fill(day(start + 6));
	await form.locator('[name=to_day]').fill(day(start));
	await form.locator('[name=reason_id]').fill(reason);
	await form.locator('button').click();
	await expect(form.getByText(t('field.dayOrder'))).toBeVisible();
	await form.locator('[name=from_day]').fill(day(start));
	await form.locator('[name=to_day]').fill(day(start + 6));
	await form.locator('button').click();
	await expect(host.getByText(t('host.saved'))).toBeVisible();
	await expectNobodyLeftOut(host, info);

	const answer = await host.request.get(
		`/api/v1/hosts/36.71/sessions?from=${day(start)}&to=${day(start + 6)}`
	);
	const { data } = (await answer.json()) as {
		data: { closed_reason: string; closed_note: string }[];
	};
	expect(data.some(({ closed_note: note }) => note === reason)).toBe(true);
});

import { expect, test } from '@playwright/test';
import { addMonths } from '#lib/core/period.ts';
import { signIn } from '#tests/support/journey.ts';
import { textsFor } from '#tests/support/texts.ts';

const file = (lines: string[]) => ({
	name: 'data-uji.csv',
	mimeType: 'text/csv',
	buffer: Buffer.from(lines.join('\r\n'))
});

test('an agency head uploads a file, maps a column, looks, stores and undoes it', async ({
	page
}, info) => {
	const { lang, t } = textsFor(info.project.name);
	await signIn(page, lang === 'en' ? 'kadis.kabupaten' : 'kadis.kota', lang);
	await page.goto('/entry/import');

	// A column with a name that nothing is known of, and one row that cannot be.
	await page
		.locator('[name=file]')
		.setInputFiles(
			file([
				'Kode layanan kami;bulan;sampai 1 jam;1-24 jam;1-3 hari;3-7 hari;lebih dari 7 hari',
				'ADM-TAT-PDG;2019-01;40;120;30;8;2',
				'ADM-TAT-PDG;2019-02;41;dua;30;8;2'
			])
		);
	await page.getByRole('button', { name: t('import.upload') }).click();
	await expect(page).toHaveURL(/\/entry\/import\/[\w-]{36}/);

	// What was mapped in an earlier run of this journey is remembered.
	const remap = page.getByRole('button', { name: t('import.remap') });
	if (await page.getByText(t('import.missing', { columns: t('import.field.kpi') })).count()) {
		await page.locator('select[name="columns[]"]').first().selectOption('kpi');
		await remap.click();
	}
	await expect(page.getByText(t('import.accepted', { count: 1 }))).toBeVisible();
	await expect(page.getByText(t('import.rejected', { count: 1 }))).toBeVisible();
	const fault = page.getByRole('row').filter({ hasText: '1-24 jam' }).first();
	await expect(fault).toContainText('3');

	await page.getByRole('button', { name: t('import.applyValid', { count: 1 }) }).click();
	await expect(page.getByText(t('import.appliedNotice', { count: 1 }))).toBeVisible();
	await page.getByRole('button', { name: t('import.undo') }).click();
	await expect(page.getByText(t('import.undoneNotice', { restored: 1 }))).toBeVisible();
});

test('a long upload shows how far it is and can be stopped, before and while it is stored', async ({
	page,
	context
}, info) => {
	test.skip(
		info.project.name === 'nojs',
		'without JavaScript the browser itself shows and stops it'
	);
	test.slow();
	const { lang, t } = textsFor(info.project.name);
	await signIn(page, lang === 'en' ? 'kadis.kabupaten' : 'kadis.kota', lang);
	await page.goto('/entry/import');
	// Decades of months of a service, each many times: what repeats is named, and not stored.
	const months = Array.from({ length: 400 }, (_, i) => addMonths('1990-01', i));
	const lines = Array.from({ length: 40_000 }, (_, i) => {
		const month = months[i % months.length] ?? '';
		return `ADM-TAT-PDG;${month};${String(40 + (i % 7))};120;30;8;2;${'catatan panjang '.repeat(8)}`;
	});
	const large = file([
		'kpi;bulan;sampai 1 jam;1-24 jam;1-3 hari;3-7 hari;lebih dari 7 hari;catatan',
		...lines
	]);
	const upload = async () => {
		await page.locator('[name=file]').setInputFiles(large);
		await page.getByRole('button', { name: t('import.upload') }).click();
		await expect(page.getByRole('progressbar')).toBeVisible();
	};
	const slowly = await context.newCDPSession(page);
	await slowly.send('Network.enable');
	await slowly.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: 0,
		downloadThroughput: -1,
		uploadThroughput: 2_000_000
	});

	await upload();
	await expect(page.getByText(t('import.uploading'))).toBeVisible();
	const shown = page.locator('progress[value]');
	await expect.poll(async () => Number(await shown.getAttribute('value'))).toBeGreaterThan(0.2);
	await page.getByRole('button', { name: t('import.stop') }).click();
	await expect(page.getByText(t('import.stopped'))).toBeVisible();
	await expect(page).toHaveURL(/\/entry\/import$/);

	await slowly.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: 0,
		downloadThroughput: -1,
		uploadThroughput: -1
	});
	await upload();
	await expect(page).toHaveURL(/\/entry\/import\/[\w-]{36}/);
	await expect(page.getByText(t('import.accepted', { count: months.length }))).toBeVisible();
	const store = page.getByRole('button', {
		name: t('import.applyValid', { count: months.length })
	});
	await store.click();
	await expect(page.getByRole('progressbar')).toBeVisible();
	await page.getByRole('button', { name: t('import.stop') }).click();
	await expect(page.getByText(t('import.stopped'))).toBeVisible();

	// Nothing of it was stored: the same rows can be stored, and taken back.
	await page.reload();
	await store.click();
	await expect(page.getByText(t('import.appliedNotice', { count: months.length }))).toBeVisible();
	await page.getByRole('button', { name: t('import.undo') }).click();
	await expect(page.getByText(t('import.undoneNotice', { restored: months.length }))).toBeVisible();
});

test('a file that is no table is refused beside its field', async ({ page }, info) => {
	const { lang, t } = textsFor(info.project.name);
	await signIn(page, 'kadis.kota', lang);
	await page.goto('/entry/import');
	await page
		.locator('[name=file]')
		.setInputFiles({ name: 'a.xlsx', mimeType: 'x/y', buffer: Buffer.from('%PDF-1.7') });
	await page.getByRole('button', { name: t('import.upload') }).click();
	await expect(page.getByText(t('import.pdf'))).toBeVisible();
});

test('an agency head records how a district gives a service', async ({ page }, info) => {
	const { lang, t } = textsFor(info.project.name);
	await signIn(page, lang === 'en' ? 'kadis.kabupaten' : 'kadis.kota', lang);
	await page.goto('/entry/coverage');
	const cell = page.locator('select[name="cells[]"]').first();
	const value = await cell.inputValue();
	const [district = '', service = ''] = value.split(':');
	const mode = value.endsWith(':limited') ? 'full' : 'limited';
	await cell.selectOption(`${district}:${service}:${mode}`);
	await page.getByRole('button', { name: t('coverage.save') }).click();
	await expect(page.getByText(t('coverage.saved', { count: 1 }))).toBeVisible();
	const answer = await page.request.get(
		`/api/v1/coverage?region=${district.slice(0, 5)}&service=${service}`
	);
	const { data } = (await answer.json()) as { data: { district: string; mode: string }[] };
	expect(data.find((row) => row.district === district)?.mode).toBe(mode);
});

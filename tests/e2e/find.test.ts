import { expect, test } from '@playwright/test';
import { collectComplaints, expectNobodyLeftOut } from '#tests/support/journey.ts';
import { textsFor } from '#tests/support/texts.ts';
import {
	LONG,
	press,
	REQUIRED,
	signedIn,
	startWriteUp,
	write
} from '#tests/support/write-journey.ts';

const TITLE = 'Perahu dukcapil ke kampung nelayan';
const DESIGN = 'Petugas memotret warga di dermaga, lalu mencetak kartunya di atas perahu.';
const QUESTION = 'Berapa petugas yang ikut di perahu?';
const ANSWER = 'Empat petugas: dua merekam, satu mencetak, satu menerima berkas.';

test('a new write-up is found by other words, answers a question, and is talked about by two regions', async ({
	browser
}, info) => {
	const { t } = textsFor(info.project.name);
	const hasScripts = info.project.use.javaScriptEnabled !== false;
	const head = await signedIn(browser, 'kadis.kota', info);
	const secretary = await signedIn(browser, 'sekda.kota', info);
	const visitor = await signedIn(browser, 'delegasi.kabupaten', info);
	const stranger = await signedIn(browser, null, info);
	const complaints = [head, secretary, visitor, stranger].map(collectComplaints);

	const page = await startWriteUp(
		head,
		{ title: TITLE, summary: 'Warga pesisir dilayani sebulan sekali.' },
		info
	);
	await head.locator('[name="services[]"][value=KTP]').check();
	for (const section of REQUIRED) await write(head, section, LONG, info);
	await write(head, 'design', `${LONG} ${DESIGN}`, info);
	await write(head, 'evidence', 'SK Kepala Dinas Nomor 2 Tahun 2025', info);
	await press(head, t('innovation.saveAndSubmit'));
	await expect(head).toHaveURL(`${page}/review`);

	// What nobody approved is neither found nor quoted.
	const listed = stranger.getByRole('link', { name: TITLE });
	await stranger.goto('/innovations?q=pemotretan');
	await expect(stranger.getByText(t('innovation.found', { count: 0 }))).toBeVisible();
	await secretary.goto(`${page}/review`);
	await press(secretary, t('innovation.approve'));
	await expect(secretary.getByText(t('innovation.published'))).toBeVisible();

	// Another form of a word finds it, with the words marked and the section named.
	await stranger.goto('/innovations');
	const search = stranger.locator('main [name=q]');
	await search.fill('pemotretan berperahu');
	await press(stranger, t('innovation.searchSubmit'));
	await expect(listed).toBeVisible();
	await expect(stranger.locator('mark').first()).toContainText(/memotret|perahu/i);
	await expectNobodyLeftOut(stranger, info);

	// Facets narrow the list and can be taken away again.
	const filters = stranger.getByRole('navigation', { name: t('innovation.filters') });
	await filters.locator('a[href*="service=KTP"]').click();
	await expect(stranger).toHaveURL(/service=KTP/);
	await expect(listed).toBeVisible();
	await stranger.goto('/innovations?q=pemotretan&service=KIA');
	await expect(listed).toHaveCount(0);
	await stranger.getByRole('link', { name: t('innovation.filterReset') }).click();
	await expect(listed).toBeVisible();

	// A slip of typing, and words while they are typed.
	await stranger.goto('/innovations?q=dermagga');
	const corrected = t('search.corrected', { from: 'dermagga', to: 'dermaga' });
	await expect(stranger.getByText(corrected)).toBeVisible();
	await expect(listed).toBeVisible();
	if (hasScripts) {
		await search.fill('');
		await search.pressSequentially('derma');
		await expect(stranger.locator('datalist option[value=dermaga]')).toBeAttached();
	}

	// Tanya quotes what stands there, and says when nothing does.
	await stranger.goto('/ask');
	await stranger.locator('[name=q]').fill('Di mana petugas memotret warga?');
	await press(stranger, t('ask.submit'));
	const passage = stranger.locator('#passage-1');
	await expect(passage.locator('blockquote')).toContainText(DESIGN);
	await expect(passage.getByRole('link')).toHaveAttribute('href', `${page}#design`);
	await expectNobodyLeftOut(stranger, info);
	await stranger.goto('/ask?q=Berapa+harga+roket+ke+Mars%3F');
	await expect(stranger.getByText(t('ask.none'))).toBeVisible();

	// The other region asks and keeps the search; the office answers; the asker accepts.
	await visitor.goto('/innovations?q=pemotretan');
	await visitor.locator('[name=name]').fill('Layanan pesisir');
	await press(visitor, t('search.save'));
	await expect(visitor.getByRole('link', { name: 'Layanan pesisir' })).toHaveAttribute(
		'href',
		'/innovations?q=pemotretan'
	);
	await visitor.goto(`${page}/questions`);
	await press(visitor, t('follow.start'));
	await expect(visitor.getByRole('button', { name: t('follow.stop') })).toBeVisible();
	await visitor.locator('[name=body]').fill(QUESTION);
	await press(visitor, t('question.send'));
	await expect(visitor.getByText(t('question.done.asked'))).toBeVisible();

	await head.goto(`${page}/questions`);
	const asked = head.getByRole('article').filter({ hasText: QUESTION });
	await expect(asked).toContainText('Kabupaten Tangerang');
	await asked.locator('[name=answer]').fill(ANSWER);
	await press(head, t('question.sendAnswer'));
	await expect(head.getByText(t('question.done.answered'))).toBeVisible();
	await expectNobodyLeftOut(head, info);

	await visitor.goto(`${page}/questions`);
	await press(visitor, t('question.accept'));
	await expect(visitor.getByText(t('question.done.accepted'))).toBeVisible();
	await expectNobodyLeftOut(visitor, info);
	await stranger.goto(`${page}/questions`);
	const talk = stranger.getByRole('article').filter({ hasText: QUESTION });
	await expect(talk).toContainText(t('question.accepted'));
	await expect(talk).toContainText(ANSWER);
	expect(complaints.flat()).toEqual([]);
});

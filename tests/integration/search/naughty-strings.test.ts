import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '#lib/ask/server/ask.ts';
import type { Context } from '#lib/core/context.ts';
import { factRows } from '#lib/innovations/fact-fields.ts';
import { toFormValues } from '#lib/innovations/form-values.ts';
import { writtenSections } from '#lib/innovations/sections.ts';
import { addFile, listFiles } from '#lib/innovations/server/files.ts';
import { findInnovations } from '#lib/innovations/server/find-innovations.ts';
import { getInnovation } from '#lib/innovations/server/get-innovation.ts';
import { createInnovation } from '#lib/innovations/server/write-innovation.ts';
import { PeerReviewForm } from '#lib/peer-reviews/schema.ts';
import {
	askForReview,
	listPeerReviews,
	recordPeerReview
} from '#lib/peer-reviews/server/use-cases.ts';
import { AnswerForm, AskForm } from '#lib/questions/schema.ts';
import { readQuestions } from '#lib/questions/server/read-questions.ts';
import { answerQuestion, askQuestion } from '#lib/questions/server/talk.ts';
import { listSavedSearches, saveSearch } from '#lib/search/server/saved-searches.ts';
import { suggest } from '#lib/search/server/suggest.ts';
import { databaseNames } from '#tests/support/databases.ts';
import { pdfOf } from '#tests/support/files.ts';
import { naughtyStrings, naughtyTexts } from '#tests/support/naughty-strings.ts';
import {
	agencyHead,
	foreignSecretary,
	openForEntry,
	secretary
} from '#tests/support/observation-actors.ts';
import { typedIn } from '../innovations/input.ts';

const SLUG = 'sobat-dukcapil';

const folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-naughty-'));
process.env.DATA_DIR = folder;

afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

test('the list is long', () => {
	expect(naughtyStrings.length).toBeGreaterThan(450);
});

describe.each(databaseNames)('the big list of naughty strings on %s', (name) => {
	let ctx: Context;
	const as = (actor: Context['actor']): Context => ({ ...ctx, actor });

	beforeAll(async () => {
		ctx = await openForEntry(name);
		for (const { accountId } of [agencyHead, secretary, foreignSecretary]) {
			await ctx.db
				.insertInto('account')
				.values({
					id: accountId,
					email: `${accountId.replaceAll(/[^a-z0-9]/g, '-')}@test.example`,
					name: accountId,
					passwordHash: null,
					locale: null,
					createdAt: '2026-01-01T00:00:00.000Z',
					disabledAt: null
				})
				.execute();
		}
	});

	test('is looked for, asked and completed as text', async () => {
		for (const q of naughtyStrings) {
			expect((await findInnovations(ctx, { q })).total).toBeLessThanOrEqual(3);
			expect(Array.isArray(await suggest(ctx, q))).toBe(true);
		}
		for (const q of naughtyTexts(300)) {
			expect((await ask(ctx, q, null)).sentences).toBeNull();
		}
	});

	test('comes back from questions and answers as it was typed, or is refused at the field', async () => {
		let refused = 0;
		let kept = 0;
		for (const text of naughtyTexts(400).slice(0, 12)) {
			const body = v.safeParse(AskForm, { body: text });
			if (!body.success) {
				refused += 1;
				expect(body.issues[0].message).toMatch(/^(?:field|innovation|question)\./);
				continue;
			}
			await askQuestion(as(foreignSecretary), SLUG, body.output);
			const question = (await readQuestions(as(null), SLUG)).questions.find(
				(each) => each.body === body.output.body
			);
			expect(question).toBeDefined();
			const answer = v.parse(AnswerForm, { question: question?.id, answer: text });
			await answerQuestion(as(agencyHead), SLUG, answer);
			const again = (await readQuestions(as(null), SLUG)).questions;
			expect(again.find(({ id }) => id === question?.id)?.answers[0]?.body).toBe(answer.answer);
			kept += 1;
		}
		expect(kept).toBeGreaterThan(refused);
	});

	test('comes back from every field of a write-up as it was typed', async () => {
		let kept = 0;
		for (const text of naughtyTexts(90).slice(0, 40)) {
			if (!v.safeParse(TITLE, text).success) continue;
			const typed = inEveryField(text);
			const form = safelyTyped(typed);
			if (form === null) continue;
			const { slug } = await createInnovation(as(agencyHead), form);
			expect(slug).toMatch(/^[a-z0-9-]+$/);
			const stored = toFormValues(await getInnovation(as(agencyHead), slug));
			for (const name of Object.keys(typed) as (keyof typeof form)[]) {
				expect(stored[name], name).toEqual(form[name]);
			}
			kept += 1;
		}
		expect(kept).toBeGreaterThan(20);
	});

	test('comes back from what another region says of a write-up', async () => {
		const judged = naughtyTexts(400).flatMap((remarks) => {
			const judgement = { seen: 'no', dataChecked: 'no', verdict: 'not_confirmed' };
			const parsed = v.safeParse(PeerReviewForm, {
				...{ region: '36.03', remarks, noConflict: 'on' },
				...judgement
			});
			return parsed.success ? [parsed.output] : [];
		});
		expect(judged.length).toBeGreaterThan(5);
		for (const [i, review] of judged.slice(0, 6).entries()) {
			ctx = { ...ctx, now: () => new Date(Date.UTC(2026, 10, 24, 3, i)) };
			await askForReview(as(secretary), SLUG, { region: '36.03', note: review.remarks });
			await recordPeerReview(as(foreignSecretary), SLUG, review);
			const { reviews } = await listPeerReviews(as(null), SLUG);
			expect(reviews[0]?.remarks).toBe(review.remarks);
		}
	});

	test('names a search and a document', async () => {
		const texts = naughtyTexts(150).slice(0, 20);
		for (const [i, name] of texts.entries()) {
			await saveSearch(as(agencyHead), { name: name.toWellFormed(), query: `q=${String(i)}` });
		}
		const names = (await listSavedSearches(as(agencyHead))).map((each) => each.name);
		expect(names.toSorted()).toEqual(texts.map((text) => text.toWellFormed()).toSorted());

		const { innovation } = await getInnovation(ctx, SLUG);
		for (const altId of texts.slice(0, 8)) {
			const file = { name: `${altId}.pdf`, bytes: pdfOf('Naskah') };
			const wanted = { purpose: 'document', altId, altEn: '', visibility: 'public' } as const;
			const added = await addFile(as(secretary), SLUG, wanted, file).catch((error: unknown) => {
				expect(error).toMatchObject({ code: 'invalid' });
				return null;
			});
			if (!added) continue;
			expect(added.fileName).toMatch(/^[^/\\\p{Cc}]+\.pdf$/u);
			const files = await listFiles(ctx, innovation);
			expect(files.find(({ id }) => id === added.id)?.altId).toBe(altId.trim());
		}
	});
});

/** One text in all that takes any text, as the form sends it. */
function inEveryField(text: string): Record<string, string | string[]> {
	const plain = ['titleId', 'titleEn', 'summaryId', 'summaryEn', 'shortName', 'equipment'];
	const more = ['beneficiaryBasis', 'systemLicence', 'contactPosition'];
	const rows = Object.values(factRows).flatMap(({ columns }) =>
		columns.filter(({ kind }) => kind === 'text').map(({ name }) => name)
	);
	const sources = ['sourcePublisher', 'sourceTitle', 'sourceNote'];
	return Object.fromEntries([
		...[...plain, ...more].map((name) => [name, text.slice(0, 60).toWellFormed()]),
		...[...rows, ...sources].map((name) => [name, [text]]),
		...writtenSections.flatMap((key) => [
			[`${key}_id`, text],
			[`${key}_en`, text]
		])
	]) as Record<string, string | string[]>;
}

const TITLE = v.pipe(v.string(), v.trim(), v.minLength(3));

/** The form as read; null for what it refuses at a field. */
function safelyTyped(fields: Record<string, unknown>): ReturnType<typeof typedIn> | null {
	try {
		return typedIn(fields);
	} catch (error) {
		if (error instanceof v.ValiError) return null;
		throw error;
	}
}

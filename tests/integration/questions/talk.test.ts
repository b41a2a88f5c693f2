import { beforeEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { isFollowing, setFollow } from '#lib/follows/server/follows.ts';
import { createInnovation, saveInnovation } from '#lib/innovations/server/write-innovation.ts';
import { listNotifications } from '#lib/notifications/server/use-cases.ts';
import { AnswerForm, AskForm, FlagForm } from '#lib/questions/schema.ts';
import { decideFlag, flagText, listOpenFlags } from '#lib/questions/server/moderate.ts';
import { readQuestions } from '#lib/questions/server/read-questions.ts';
import { acceptAnswer, answerQuestion, askQuestion } from '#lib/questions/server/talk.ts';
import { questionsToAsk } from '#lib/visits/server/prefill.ts';
import { databaseNames } from '#tests/support/databases.ts';
import { REQUIRED_SECTIONS, typedIn } from '../innovations/input.ts';
import {
	agencyHead,
	foreignAgencyHead,
	foreignSecretary,
	institutionAdmin,
	openForEntry,
	secretary
} from '#tests/support/observation-actors.ts';

const SLUG = 'sobat-dukcapil';
const platformAdmin: Actor = {
	accountId: 'platform',
	name: 'platform',
	grants: [{ role: 'platform_admin', regionCode: null, agencyId: null }]
};

describe.each(databaseNames)('talking about a write-up on %s', (name) => {
	let ctx: Context;
	const as = (actor: Actor | null): Context => ({ ...ctx, actor });
	const read = async (actor: Actor | null = null) =>
		(await readQuestions(as(actor), SLUG)).questions;
	const told = async (actor: Actor) =>
		(await listNotifications(as(actor))).map(({ template }) => template);

	beforeEach(async () => {
		ctx = await openForEntry(name);
		for (const { accountId, grants } of [
			...[agencyHead, secretary, institutionAdmin, foreignAgencyHead, foreignSecretary],
			platformAdmin
		]) {
			const email = `${accountId.replaceAll(/[ .]/g, '-')}@test.example`.replaceAll('_', '-');
			await ctx.db
				.insertInto('account')
				.values({
					id: accountId,
					email,
					name: accountId,
					passwordHash: null,
					locale: null,
					createdAt: '2026-01-01T00:00:00.000Z',
					disabledAt: null
				})
				.execute();
			await ctx.db
				.insertInto('roleGrant')
				.values(grants.map((grant) => ({ id: accountId, accountId, ...grant })))
				.execute();
		}
	});

	test('a request to visit begins with what the region asked and nobody answered', async () => {
		const asked = (actor: Actor) =>
			questionsToAsk(as(actor), '36.03', { hostRegionCode: '36.71', innovation: SLUG });
		await askQuestion(as(foreignSecretary), SLUG, { body: 'Berapa biayanya?' });
		await askQuestion(as(foreignAgencyHead), SLUG, { body: 'Siapa petugasnya?' });
		await askQuestion(as(secretary), SLUG, { body: 'Pertanyaan daerah sendiri?' });
		expect((await asked(foreignSecretary)).toSorted()).toEqual([
			'Berapa biayanya?',
			'Siapa petugasnya?'
		]);
		const cost = (await read()).find(({ body }) => body === 'Berapa biayanya?');
		await answerQuestion(as(agencyHead), SLUG, { question: cost?.id ?? '', answer: 'Gratis.' });
		expect(await asked(foreignSecretary)).toEqual(['Siapa petugasnya?']);
		expect(
			await questionsToAsk(as(foreignSecretary), '36.03', {
				hostRegionCode: '36.71',
				innovation: 'tidak-ada'
			})
		).toEqual([]);
	});

	test('a question goes to the office, is answered, and the asker accepts', async () => {
		await askQuestion(as(foreignSecretary), SLUG, { body: 'Berapa biayanya?' });
		const [question] = await read();
		expect(question).toMatchObject({
			body: 'Berapa biayanya?',
			role: 'secretary',
			regionName: 'Kabupaten Tangerang',
			answers: [],
			mayAccept: false
		});
		expect(JSON.stringify(question)).not.toContain(foreignSecretary.name);
		expect(await told(agencyHead)).toEqual(['question_asked']);

		const id = question?.id ?? '';
		await answerQuestion(as(agencyHead), SLUG, { question: id, answer: 'Tanpa biaya khusus.' });
		expect(await told(foreignSecretary)).toEqual(['question_answered']);
		const [answer] = (await read(foreignSecretary))[0]?.answers ?? [];
		expect(answer).toMatchObject({ role: 'agency_head', isAccepted: false });

		const accepted = { question: id, answer: answer?.id ?? '' };
		await expect(acceptAnswer(as(agencyHead), SLUG, accepted)).rejects.toMatchObject({
			code: 'forbidden'
		});
		await acceptAnswer(as(foreignSecretary), SLUG, accepted);
		expect((await read())[0]?.answers[0]?.isAccepted).toBe(true);
		expect(await told(agencyHead)).toContain('answer_accepted');
		await expect(acceptAnswer(as(foreignSecretary), SLUG, accepted)).rejects.toMatchObject({
			code: 'conflict'
		});
	});

	test('only regions ask, and only the office answers', async () => {
		await expect(askQuestion(as(null), SLUG, { body: 'x' })).rejects.toMatchObject({
			code: 'unauthenticated'
		});
		await expect(askQuestion(as(platformAdmin), SLUG, { body: 'x' })).rejects.toMatchObject({
			code: 'forbidden'
		});
		await askQuestion(as(foreignAgencyHead), SLUG, { body: 'Mengapa?' });
		const [question] = await read();
		const answer = { question: question?.id ?? '', answer: 'Karena itu.' };
		for (const stranger of [foreignAgencyHead, foreignSecretary]) {
			await expect(answerQuestion(as(stranger), SLUG, answer)).rejects.toMatchObject({
				code: 'forbidden'
			});
		}
		await expect(answerQuestion(as(agencyHead), 'tanya-sobat-ai', answer)).rejects.toMatchObject({
			code: 'not_found'
		});
	});

	test('a draft has no questions', async () => {
		await createInnovation(as(agencyHead), typedIn());
		await expect(readQuestions(as(agencyHead), 'antrean-daring-puskesmas')).rejects.toMatchObject({
			code: 'not_found'
		});
	});

	test.each([
		['', 'field.required'],
		['NIK saya 3671012508900001', 'innovation.personalNumber'],
		['Hubungi 0812-3456-7890', 'question.phoneNumber'],
		['x'.repeat(2001), 'field.tooLong']
	])('%j is refused in questions and answers', (text, code) => {
		expect(v.safeParse(AskForm, { body: text }).issues?.[0]?.message).toBe(code);
		expect(v.safeParse(AnswerForm, { question: 'q', answer: text }).issues?.[0]?.message).toBe(
			code
		);
	});

	test('what was reported waits for the admin of its region and of the platform', async () => {
		await askQuestion(as(foreignSecretary), SLUG, { body: 'Beli obat murah' });
		const [question] = await read();
		const flag = {
			kind: 'question' as const,
			target: question?.id ?? '',
			reason: 'advertising' as const
		};
		await flagText(as(agencyHead), SLUG, flag);
		await flagText(as(agencyHead), SLUG, flag);

		await expect(listOpenFlags(as(foreignSecretary))).rejects.toMatchObject({ code: 'forbidden' });
		expect(await listOpenFlags(as(platformAdmin))).toHaveLength(1);
		const [open] = await listOpenFlags(as(institutionAdmin));
		expect(open).toMatchObject({ body: 'Beli obat murah', reason: 'advertising', slug: SLUG });

		const decision = { flag: open?.id ?? '', outcome: 'hidden' as const };
		await expect(decideFlag(as(foreignSecretary), decision)).rejects.toMatchObject({
			code: 'not_found'
		});
		await decideFlag(as(institutionAdmin), decision);
		expect(await read()).toEqual([]);
		expect(await listOpenFlags(as(institutionAdmin))).toEqual([]);
	});

	test('the author of a hidden text is told why, and decisions are made once', async () => {
		await askQuestion(as(foreignSecretary), SLUG, { body: 'Beli obat murah' });
		const [question] = await read();
		await flagText(as(agencyHead), SLUG, {
			kind: 'question',
			target: question?.id ?? '',
			reason: 'advertising'
		});
		const [open] = await listOpenFlags(as(institutionAdmin));
		const decision = { flag: open?.id ?? '', outcome: 'hidden' as const };
		await expect(
			decideFlag(as(institutionAdmin), { ...decision, outcome: 'mended' })
		).rejects.toMatchObject({ code: 'invalid' });
		await decideFlag(as(institutionAdmin), decision);
		await expect(decideFlag(as(platformAdmin), decision)).rejects.toMatchObject({
			code: 'conflict'
		});
		expect(await told(foreignSecretary)).toEqual(['question_hidden']);
		const [message] = await listNotifications(as(foreignSecretary));
		expect(message?.data).toMatchObject({ reason: 'Iklan', reasonEn: 'Advertising' });
	});

	test('a write-up is reported to its region, and who reported it hears what became of it', async () => {
		const report = {
			kind: 'innovation' as const,
			reason: 'wrong_data' as const,
			note: 'Jumlah petugas berbeda dari laporan tahunan.'
		};
		await expect(flagText(as(null), SLUG, report)).rejects.toMatchObject({
			code: 'unauthenticated'
		});
		await flagText(as(foreignSecretary), SLUG, report);
		await flagText(as(foreignSecretary), SLUG, report);
		expect(await told(institutionAdmin)).toEqual(['innovation_flagged']);
		const [news] = await listNotifications(as(agencyHead));
		expect(news?.data).toMatchObject({ reason: 'Data keliru', note: report.note });

		const [open, ...others] = await listOpenFlags(as(institutionAdmin));
		expect(others).toEqual([]);
		expect(open).toMatchObject({ kind: 'innovation', body: report.note, slug: SLUG });
		const decision = { flag: open?.id ?? '', outcome: 'mended' as const };
		await expect(
			decideFlag(as(institutionAdmin), { ...decision, outcome: 'hidden' })
		).rejects.toMatchObject({ code: 'invalid' });
		await decideFlag(as(institutionAdmin), decision);
		expect(await told(foreignSecretary)).toEqual(['innovation_flag_mended']);
		expect(await listOpenFlags(as(institutionAdmin))).toEqual([]);
	});

	test.each([
		[{ kind: 'innovation', reason: 'wrong_data', note: '' }, 'field.required'],
		[
			{ kind: 'innovation', reason: 'wrong_data', note: 'NIK 3671012508900001' },
			'innovation.personalNumber'
		],
		[{ kind: 'innovation', reason: 'off_topic', note: 'x' }, 'field.required'],
		[{ kind: 'question', target: 'x', reason: 'copyright' }, 'field.required']
	])('the report %j is refused', (report, code) => {
		expect(v.safeParse(FlagForm, report).issues?.[0]?.message).toBe(code);
	});

	test('followers of a region, a service or the write-up are told once of what changes', async () => {
		const follow = (kind: 'region' | 'service', target: string) =>
			setFollow(as(foreignSecretary), { kind, target, follow: '1' });
		await follow('region', '36.71');
		await follow('service', 'KTP');
		await follow('service', 'KTP');
		expect(await isFollowing(as(foreignSecretary), 'region', '36.71')).toBe(true);
		expect(await isFollowing(as(null), 'region', '36.71')).toBeNull();

		await createInnovation(
			as(institutionAdmin),
			typedIn({
				...REQUIRED_SECTIONS,
				place: `36.71/`,
				services: ['KTP'],
				intent: 'publish'
			})
		);
		expect(await told(foreignSecretary)).toEqual(['innovation_published']);

		await setFollow(as(foreignSecretary), { kind: 'region', target: '36.71', follow: '0' });
		await saveInnovation(
			as(institutionAdmin),
			'antrean-daring-puskesmas',
			typedIn({ ...REQUIRED_SECTIONS, version: '0', intent: 'publish' })
		);
		expect(await told(foreignSecretary)).toEqual(['innovation_published']);
	});
});

import { redirect, type RequestEvent } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { FollowForm } from '#lib/follows/schema.ts';
import { isFollowing, setFollow } from '#lib/follows/server/follows.ts';
import { formAction } from '#lib/http/server/form-action.ts';
import { AcceptForm, AnswerForm, AskForm, FlagForm } from '#lib/questions/schema.ts';
import { flagText } from '#lib/questions/server/moderate.ts';
import { readQuestions } from '#lib/questions/server/read-questions.ts';
import { acceptAnswer, answerQuestion, askQuestion } from '#lib/questions/server/talk.ts';
import type { Actions, PageServerLoad } from './$types';

const DONE = ['asked', 'answered', 'accepted', 'flagged', 'followed'] as const;

export const load: PageServerLoad = async ({ locals: { ctx }, params: { slug }, url }) => {
	const read = await readQuestions(ctx, slug);
	return {
		...read,
		isFollowed: await isFollowing(ctx, 'innovation', read.about.id),
		isSignedIn: ctx.actor !== null,
		done: DONE.find((each) => url.searchParams.has(each)) ?? null
	};
};

export const actions = {
	ask: formAction(AskForm, async (ctx, input, event) => {
		await askQuestion(ctx, slugOf(event), input);
		back(event, 'asked');
	}),
	answer: formAction(AnswerForm, async (ctx, input, event) => {
		await answerQuestion(ctx, slugOf(event), input);
		back(event, 'answered');
	}),
	accept: formAction(AcceptForm, async (ctx, input, event) => {
		await acceptAnswer(ctx, slugOf(event), input);
		back(event, 'accepted');
	}),
	flag: formAction(FlagForm, async (ctx, input, event) => {
		await flagText(ctx, slugOf(event), input);
		back(event, 'flagged');
	}),
	follow: formAction(FollowForm, async (ctx, input, event) => {
		await setFollow(ctx, input);
		back(event, 'followed');
	})
} satisfies Actions;

function slugOf({ params: { slug = '' } }: RequestEvent): string {
	return slug;
}

/** Shows the page anew, so that reloading it sends nothing twice. */
function back(event: RequestEvent, done: (typeof DONE)[number]): never {
	redirect(303, `${resolve('/innovations/[slug]/questions', { slug: slugOf(event) })}?${done}`);
}

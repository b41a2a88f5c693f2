import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formAction } from '#lib/http/server/form-action.ts';
import { PublishForm, ReturnForm } from '#lib/observations/schema.ts';
import { listForReview } from '#lib/observations/server/list-for-review.ts';
import { claimsToReview } from '#lib/observations/server/verify-coverage.ts';
import { publishEntries } from '#lib/observations/server/publish.ts';
import { returnEntries, verifyAndPublish, verifyEntries } from '#lib/observations/server/review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	waiting: await listForReview(locals.ctx),
	claims: await claimsToReview(locals.ctx),
	published: Number(url.searchParams.get('published') ?? 0),
	verified: Number(url.searchParams.get('verified') ?? 0),
	returned: Number(url.searchParams.get('returned') ?? 0)
});

interface Seen {
	readonly region: string;
	readonly month: string;
	readonly entries: readonly { readonly kpi: string; readonly version: number }[];
}

function stepOf({ region, month, entries }: Seen) {
	return {
		region,
		month,
		kpis: entries.map(({ kpi }) => kpi),
		versions: Object.fromEntries(entries.map(({ kpi, version }) => [kpi, version]))
	};
}

export const actions = {
	publish: formAction(PublishForm, async (ctx, input) => {
		const { kpis } = await verifyAndPublish(ctx, stepOf(input));
		redirect(303, `${resolve('/review')}?published=${String(kpis.length)}`);
	}),
	/** Publishes what is verified; what is not yet becomes provisional. */
	release: formAction(PublishForm, async (ctx, input) => {
		const { kpis } = await publishEntries(ctx, stepOf(input));
		redirect(303, `${resolve('/review')}?published=${String(kpis.length)}`);
	}),
	verify: formAction(PublishForm, async (ctx, input) => {
		const { kpis } = await verifyEntries(ctx, stepOf(input));
		redirect(303, `${resolve('/review')}?verified=${String(kpis.length)}`);
	}),
	return: formAction(ReturnForm, async (ctx, input) => {
		const { kpis } = await returnEntries(ctx, { ...stepOf(input), reason: input.reason });
		redirect(303, `${resolve('/review')}?returned=${String(kpis.length)}`);
	})
} satisfies Actions;

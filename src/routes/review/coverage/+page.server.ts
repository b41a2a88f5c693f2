import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formAction } from '#lib/http/server/form-action.ts';
import { VerifyCoverageForm } from '#lib/observations/coverage-write-schema.ts';
import { listClaimedCoverage, verifyCoverage } from '#lib/observations/server/verify-coverage.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	claimed: await listClaimedCoverage(locals.ctx, url.searchParams.get('region') ?? undefined),
	verified: Number(url.searchParams.get('verified') ?? 0)
});

export const actions = {
	default: formAction(VerifyCoverageForm, async (ctx, { region, rows }) => {
		const { verified } = await verifyCoverage(ctx, { region, rows });
		const query = new URLSearchParams({ region, verified: String(verified) });
		redirect(303, `${resolve('/review/coverage')}?${query.toString()}`);
	})
} satisfies Actions;

import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formAction } from '#lib/http/server/form-action.ts';
import { EvidenceForm, RemoveEvidenceForm } from '#lib/observations/evidence-schema.ts';
import { addEvidence, getEvidence, removeEvidence } from '#lib/observations/server/evidence.ts';
import type { Actions, PageServerLoad } from './$types';

interface Address {
	readonly params: Partial<Record<'month' | 'kpi', string>>;
	readonly url: URL;
}

function cellOf({ params: { month = '', kpi = '' }, url }: Address) {
	return { region: url.searchParams.get('region') ?? '', month, kpi };
}

function here(address: Address, mark: string): string {
	const { region, month, kpi } = cellOf(address);
	return `${resolve('/entry/[month]/evidence/[kpi]/files', { month, kpi })}?region=${region}&${mark}=1`;
}

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	evidence: await getEvidence(locals.ctx, cellOf({ params, url })),
	isAdded: url.searchParams.has('added'),
	isRemoved: url.searchParams.has('removed')
});

export const actions = {
	add: formAction(EvidenceForm, async (ctx, input, event, files) => {
		const cell = cellOf(event);
		const file = files.get('file');
		const bytes = file && { name: file.name, bytes: await file.bytes() };
		await addEvidence(ctx, cell, input, bytes);
		if (input.from === 'files') redirect(303, here(event, 'added'));
		const { month, region, kpi } = cell;
		const query = new URLSearchParams({ region, evidence: kpi });
		redirect(303, `${resolve('/entry/[month]', { month })}?${query.toString()}#${kpi}`);
	}),
	remove: formAction(RemoveEvidenceForm, async (ctx, { id }, event) => {
		await removeEvidence(ctx, cellOf(event), id);
		redirect(303, here(event, 'removed'));
	})
} satisfies Actions;

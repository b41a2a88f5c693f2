import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formAction } from '#lib/http/server/form-action.ts';
import { RemoveScanInput, ScanInput } from '#lib/visits/letter-schema.ts';
import { listLetters } from '#lib/visits/server/letters.ts';
import { addScan, removeScan } from '#lib/visits/server/scans.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => listLetters(locals.ctx, params.ref);

const here = (ref: string) => resolve('/visits/[ref]/letters', { ref });

export const actions = {
	upload: formAction(ScanInput, async (ctx, { kind }, { params: { ref = '' } }, files) => {
		const file = files.get('file');
		const sent = file && { name: file.name, bytes: await file.bytes() };
		await addScan(ctx, { ref, kind }, sent);
		redirect(303, `${here(ref)}?uploaded=${kind}`);
	}),
	remove: formAction(RemoveScanInput, async (ctx, { id }, { params: { ref = '' } }) => {
		await removeScan(ctx, { ref, id });
		redirect(303, here(ref));
	})
} satisfies Actions;

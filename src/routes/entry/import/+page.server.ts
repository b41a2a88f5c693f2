import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { resolve } from '$app/paths';
import { invalidField } from '#lib/core/errors.ts';
import { RegionCode } from '#lib/http/query-values.ts';
import { formAction } from '#lib/http/server/form-action.ts';
import { listImports } from '#lib/observations/server/read-imports.ts';
import { startImport } from '#lib/observations/server/start-import.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) =>
	listImports(locals.ctx, url.searchParams.get('region') ?? undefined);

export const actions = {
	default: formAction(v.object({ region: RegionCode }), async (ctx, { region }, event, files) => {
		const file = files.get('file');
		if (!file) throw invalidField('file', 'import.noFile');
		const id = await startImport(ctx, {
			region,
			bytes: new Uint8Array(await file.arrayBuffer()),
			fileName: file.name,
			signal: event.request.signal
		});
		redirect(303, resolve('/entry/import/[id]', { id }));
	})
} satisfies Actions;

import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formAction } from '#lib/http/server/form-action.ts';
import { FileForm, RemoveFileForm } from '#lib/innovations/file-schema.ts';
import { addFile, editFiles, removeFile } from '#lib/innovations/server/files.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params: { slug }, url }) => ({
	...(await editFiles(ctx, slug)),
	isAdded: url.searchParams.has('added')
});

const here = (slug: string) => resolve('/innovations/[slug]/files', { slug });

export const actions = {
	add: formAction(FileForm, async (ctx, input, { params: { slug = '' } }, files) => {
		const file = files.get('file');
		const bytes = file && { name: file.name, bytes: await file.bytes() };
		await addFile(ctx, slug, input, bytes);
		redirect(303, `${here(slug)}?added=1`);
	}),
	remove: formAction(RemoveFileForm, async (ctx, { id }, { params: { slug = '' } }) => {
		await removeFile(ctx, slug, id);
		redirect(303, here(slug));
	})
} satisfies Actions;

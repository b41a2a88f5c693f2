import { formAction } from '#lib/http/server/form-action.ts';
import { InnovationForm } from '#lib/innovations/schema.ts';
import { saveInnovation } from '#lib/innovations/server/write-innovation.ts';
import type { RequestHandler } from './$types';

/** Saves the form while it is written; the answer says when it was stored. It never publishes. */
export const POST: RequestHandler = async (event) => {
	const save = formAction(InnovationForm, async (ctx, input, { params: { slug = '' } }) => {
		const { version, base } = await saveInnovation(ctx, slug, { ...input, intent: 'save' });
		return { version, base, savedAt: ctx.now().toISOString() };
	});
	const result = await save(event);
	if ('savedAt' in result) return Response.json(result);
	return Response.json(
		{ code: result.data.code, errors: result.data.errors },
		{ status: result.status }
	);
};

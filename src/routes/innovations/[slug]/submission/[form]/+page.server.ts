import { getSubmission } from '#lib/innovations/server/submission.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params: { slug, form: name } }) => {
	const { form, detail, fields, texts, indicators } = await getSubmission(ctx, slug, name);
	return {
		slug,
		form,
		titleId: detail.innovation.titleId,
		isSample: detail.innovation.isSample === 1,
		fields,
		indicators,
		texts: texts.map(({ markdown: _, sections: _from, ...text }) => text)
	};
};

import { typesetPdf } from '#lib/documents/server/typeset.ts';
import { DomainError } from '#lib/core/errors.ts';
import { getLetter } from '#lib/visits/server/letters.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import type { RequestHandler } from './$types';

/** The letter as a tagged PDF, in Indonesian. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { letter, kind, visit } = await getLetter(locals.ctx, params);
	if (!letter) throw new DomainError('not_found');
	const t = translateIn('id');
	const data = { ...letter, documentTitle: `${t(`letter.kind.${kind}`)} ${visit.ref}` };
	const pdf = typesetPdf({ template: 'src/lib/visits/server/letter.typ', data });
	return new Response(new Uint8Array(pdf), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="${kind}-${visit.ref}.pdf"`,
			'cache-control': 'private, no-store'
		}
	});
};

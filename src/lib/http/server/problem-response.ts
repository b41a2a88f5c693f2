import type { DomainError } from '#lib/core/errors.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { statusOf } from '../statuses.ts';
import { fieldText, textOf } from './error-text.ts';

/** A refusal as `application/problem+json` (RFC 9457), as `api.md` fixes it. */
export function problemResponse(error: DomainError, t: Translate): Response {
	const { fields, extra } = error.details;
	const status = statusOf(error.code);
	const code = error.code.toUpperCase();
	return problem(status, {
		code,
		title: t(`error.${error.code}`),
		detail: textOf(error, t),
		...(fields && {
			errors: fields.map((field) => ({
				path: field.path,
				code: codeOf(field.code),
				message: fieldText(field, t)
			}))
		}),
		...extra
	});
}

/** A problem document for what is not a DomainError, such as an unexpected failure. */
export function problem(
	status: number,
	members: { code: string; title: string; detail?: string } & Record<string, unknown>
): Response {
	return new Response(
		JSON.stringify({
			type: `/developers#${members.code.toLowerCase().replaceAll('_', '-')}`,
			status,
			...members
		}),
		{
			status,
			headers: {
				'content-type': 'application/problem+json; charset=utf-8',
				'cache-control': 'no-store',
				...(status === 401 && { 'www-authenticate': 'Bearer' }),
				...(status === 429 && { 'retry-after': '60' }),
				...(status === 503 && { 'retry-after': '5' })
			}
		}
	);
}

/**
 * Message keys are for people (`field.required`); codes are stable (`REQUIRED`). What a schema says
 * of a value of another kind is no key, and `INVALID`.
 */
export function codeOf(messageKey: string): string {
	if (!/^[\w.]+$/.test(messageKey)) return 'INVALID';
	const name = messageKey.split('.').at(-1) ?? messageKey;
	return name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
}

import type { DomainError, FieldProblem } from '#lib/core/errors.ts';
import { isMessageKey } from '#lib/i18n/server/catalogues.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** What the user reads when a use case refuses. */
export function textOf(error: DomainError, t: Translate): string {
	const { message, values } = error.details;
	return message && isMessageKey(message) ? t(message, values) : t(`error.${error.code}`);
}

/** What stands beside a field. */
export function fieldText({ code, values }: FieldProblem, t: Translate): string {
	return isMessageKey(code) ? t(code, values) : t('error.invalid');
}

import type { MessageKey, Translate } from '#lib/i18n/translate.ts';

/** The word for a kind of innovation or a stage of one. */
export function facetText(name: 'kind' | 'stage', value: string, t: Translate): string {
	const key = name === 'kind' ? `innovation.kind.${value}` : `innovation.stage.${value}`;
	return t(key as MessageKey);
}

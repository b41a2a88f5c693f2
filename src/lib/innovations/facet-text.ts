import type { MessageKey, Translate } from '#lib/i18n/translate.ts';

/** The word for a kind of innovation, a stage of one, or how far others stand behind it. */
export function facetText(
	name: 'kind' | 'stage' | 'validation',
	value: string,
	t: Translate
): string {
	// Three templates, so that a page is sent these texts and no others.
	const keys = {
		kind: `innovation.kind.${value}`,
		stage: `innovation.stage.${value}`,
		validation: `innovation.validation.${value}`
	};
	return t(keys[name] as MessageKey);
}

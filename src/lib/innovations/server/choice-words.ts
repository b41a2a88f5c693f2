import { translateIn } from '#lib/i18n/server/catalogues.ts';
import type { MessageKey } from '#lib/i18n/translate.ts';
import { normaliseHeader } from '#lib/spreadsheets/header-name.ts';
import { AFFAIRS, FUNDING_SOURCES, INITIATORS, TARGET_GROUPS } from '../fact-values.ts';
import { CHOICE_GROUPS, type ChoiceGroup } from '../import-columns.ts';
import { DIFFICULTIES, FORMS, KINDS, STAGES, SUSTAINABILITIES } from '../values.ts';

const VALUES: Readonly<Record<ChoiceGroup, readonly string[]>> = {
	kind: KINDS,
	form: FORMS,
	stage: STAGES,
	sustainability: SUSTAINABILITIES,
	difficulty: DIFFICULTIES,
	affair: AFFAIRS,
	initiator: INITIATORS,
	target: TARGET_GROUPS,
	funding: FUNDING_SOURCES
};

/** The codes by the words that the form shows for them in either language. */
const codes = new Map(
	CHOICE_GROUPS.flatMap((group) =>
		VALUES[group].flatMap((value) =>
			(['id', 'en'] as const).map((locale) => {
				const word = translateIn(locale)(`innovation.${group}.${value}` as MessageKey);
				return [`${group} ${normaliseHeader(word)}`, value] as const;
			})
		)
	)
);

/** The codes of a choice. */
export function choicesOf(group: ChoiceGroup): readonly string[] {
	return VALUES[group];
}

/** The code that a word of a choice stands for; the word itself when it is a code, or unknown. */
export function codeOfWord(group: ChoiceGroup, word: string): string {
	return codes.get(`${group} ${normaliseHeader(word)}`) ?? word;
}

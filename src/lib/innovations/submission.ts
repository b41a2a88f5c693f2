import type { MessageKey } from '#lib/i18n/translate.ts';
import type { WrittenSection } from './sections.ts';
import { wordCount } from './word-count.ts';

/** The two national forms that a write-up can be handed in as. */
export const SUBMISSION_FORMS = ['kipp', 'iga'] as const;
export type SubmissionForm = (typeof SUBMISSION_FORMS)[number];

/** A part of a form that is made of sections of the write-up. */
interface TextRule {
	readonly key: MessageKey;
	readonly number: string;
	readonly sections: readonly WrittenSection[];
	/** What it counts in the marks, in per cent. */
	readonly weight?: number;
	readonly minWords?: number;
	readonly maxWords?: number;
}

/** The eight aspects of a KIPP proposal with their weights; only the summary has a limit. */
const KIPP: readonly TextRule[] = [
	{ key: 'submission.kipp.1', number: '1', sections: ['summary'], weight: 0, maxWords: 200 },
	{ key: 'submission.kipp.2', number: '2', sections: ['background', 'objectives'], weight: 10 },
	{ key: 'submission.kipp.3', number: '3', sections: ['novelty'], weight: 15 },
	{ key: 'submission.kipp.4', number: '4', sections: ['design', 'steps'], weight: 5 },
	{ key: 'submission.kipp.5', number: '5', sections: ['results'], weight: 30 },
	{ key: 'submission.kipp.6', number: '6', sections: ['replication'], weight: 20 },
	{ key: 'submission.kipp.7', number: '7', sections: ['resources'], weight: 5 },
	{ key: 'submission.kipp.8', number: '8', sections: ['sustainability'], weight: 15 }
];

/** The texts of the IGA profile; the design holds law, problem, novelty and steps, as its guide asks. */
const IGA: readonly TextRule[] = [
	{
		key: 'submission.iga.design',
		number: 'A',
		sections: ['background', 'novelty', 'design', 'steps', 'evidence'],
		minWords: 300
	},
	{ key: 'submission.iga.purpose', number: 'B', sections: ['objectives'] },
	{ key: 'submission.iga.benefit', number: 'C', sections: ['summary'] },
	{ key: 'submission.iga.outcome', number: 'D', sections: ['results'] }
];

/** A text of a form with its length; `gap` says what still has to be done. */
export interface SubmissionText extends TextRule {
	readonly markdown: string;
	readonly words: number;
	readonly gap: 'missing' | 'too_short' | 'too_long' | null;
}

/** The texts of a form, made of the sections of a write-up in Indonesian. */
export function submissionTexts(
	form: SubmissionForm,
	sections: ReadonlyMap<string, string>
): SubmissionText[] {
	return (form === 'kipp' ? KIPP : IGA).map((rule) => {
		const markdown = rule.sections
			.map((key) => sections.get(key)?.trim() ?? '')
			.filter(Boolean)
			.join('\n\n');
		const words = wordCount(markdown);
		return { ...rule, markdown, words, gap: gapOf(rule, words) };
	});
}

function gapOf({ minWords = 1, maxWords = Infinity }: TextRule, words: number) {
	if (words === 0) return 'missing';
	if (words < minWords) return 'too_short';
	return words > maxWords ? 'too_long' : null;
}

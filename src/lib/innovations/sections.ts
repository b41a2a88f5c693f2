/** One section of a write-up: what belongs in it is a hint in the messages. */
export interface SectionRule {
	readonly key: SectionKey;
	/** From 1, as the text and the table of contents number it. */
	readonly number: number;
	/** Must have a text before the write-up can be published. */
	readonly isRequired: boolean;
	/** Whether people write it; the last one is made from recorded adoptions. */
	readonly isWritten: boolean;
	/** The advised length; the lower limit holds back publication of a required section only. */
	readonly words: { readonly min: number; readonly max: number } | null;
}

/** The sections that people write, in order. */
export const writtenSections = [
	'summary',
	'background',
	'objectives',
	'novelty',
	'design',
	'steps',
	'resources',
	'results',
	'lessons',
	'replication',
	'sustainability',
	'evidence'
] as const;
export type WrittenSection = (typeof writtenSections)[number];
export type SectionKey = WrittenSection | 'adoptions';

const WORDS: Readonly<Record<WrittenSection, readonly [number, number] | null>> = {
	summary: [80, 200],
	background: [120, 250],
	objectives: [60, 150],
	novelty: [80, 200],
	design: [300, 700],
	steps: [60, 200],
	resources: [80, 200],
	results: [150, 400],
	lessons: [80, 250],
	replication: [120, 300],
	sustainability: [80, 200],
	evidence: null // a list
};

const REQUIRED: ReadonlySet<WrittenSection> = new Set([
	'summary',
	'background',
	'design',
	'results',
	'replication',
	'evidence'
]);

/** The 13 sections of a write-up in order, with the rules of `domain.md` 1.4. */
export const sections: readonly SectionRule[] = [
	...writtenSections.map((key, i) => {
		const range = WORDS[key];
		return {
			key,
			number: i + 1,
			isRequired: REQUIRED.has(key),
			isWritten: true,
			words: range && { min: range[0], max: range[1] }
		};
	}),
	{
		key: 'adoptions',
		number: writtenSections.length + 1,
		isRequired: false,
		isWritten: false,
		words: null
	}
];

/** The rule of a section that people write. */
export function ruleOf(key: WrittenSection): SectionRule {
	const rule = sections.find((candidate) => candidate.key === key);
	if (!rule) throw new Error(`no rule for the section ${key}`);
	return rule;
}

export function isWrittenSection(key: string): key is WrittenSection {
	return writtenSections.some((section) => section === key);
}

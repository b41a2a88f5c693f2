import type { Facts } from '#lib/innovations/facts.ts';
import type { Bilingual } from '../kpi.ts';

/** The sections that people write, in order. The thirteenth, the replications, is made by the site. */
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
export type SectionKey = (typeof writtenSections)[number];

/** Markdown in both languages; `[^1]` points at the source with that number. */
export interface Section extends Bilingual {
	readonly knowledge: 'stated' | 'not_yet_known';
}

export interface Source {
	readonly publisher: string;
	/** Empty when the headline was not kept. */
	readonly title: string;
	readonly publishedOn: string | null;
	readonly note: string;
}

/** A write-up compiled from the press. What no source states stays null or "not yet known". */
export interface WriteUp {
	readonly slug: string;
	readonly regionCode: string;
	readonly agencyId: string;
	readonly title: Bilingual;
	readonly summary: Bilingual;
	readonly kind: 'digital' | 'non_digital' | 'mixed';
	readonly form: 'governance' | 'public_service' | 'other';
	readonly stage: 'initiative' | 'pilot' | 'implementation';
	readonly startedOn: string | null;
	readonly startedPrecision: 'day' | 'month' | 'year' | null;
	readonly website: string | null;
	readonly needsDelegation: boolean | null;
	readonly sdgs: readonly number[];
	/** What the sources state of the structured facts; the rest is not yet known. */
	readonly facts: Partial<Facts>;
	readonly services: readonly string[];
	readonly kpis: readonly { readonly code: string; readonly launchedMonth: string | null }[];
	/** Numbered from 1 in this order. */
	readonly sources: readonly Source[];
	readonly sections: Readonly<Record<SectionKey, Section>>;
}

/** Paragraphs and lists, one text each, set apart by blank lines. */
export function stated(id: readonly string[], en: readonly string[]): Section {
	return { knowledge: 'stated', id: id.join('\n\n'), en: en.join('\n\n') };
}

const UNKNOWN: Bilingual = {
	id: 'Belum diketahui dari sumber yang tersedia; menunggu konfirmasi Disdukcapil Kota Tangerang.',
	en: 'Not yet known from the available sources; awaiting confirmation by the Disdukcapil of Kota Tangerang.'
};

/** What to say where the sources are silent, with the questions a visitor should bring. */
export function notYetKnown(questions: readonly Bilingual[]): Section {
	return {
		knowledge: 'not_yet_known',
		id: `${UNKNOWN.id}\n\n${toAsk(questions).id}`,
		en: `${UNKNOWN.en}\n\n${toAsk(questions).en}`
	};
}

/** The end of a section of which a part is known. */
export function stillToAsk(questions: readonly Bilingual[]): Bilingual {
	return {
		id: `Selebihnya belum diketahui dari sumber yang tersedia.\n\n${toAsk(questions).id}`,
		en: `The rest is not yet known from the available sources.\n\n${toAsk(questions).en}`
	};
}

function toAsk(questions: readonly Bilingual[]): Bilingual {
	const list = (key: keyof Bilingual) =>
		questions.map((question) => `- ${question[key]}`).join('\n');
	return {
		id: `**Yang dapat ditanyakan saat kunjungan:**\n\n${list('id')}`,
		en: `**What a visitor may ask:**\n\n${list('en')}`
	};
}

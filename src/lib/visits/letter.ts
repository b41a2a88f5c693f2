import { can, type Actor } from '#lib/core/access.ts';
import type { Day } from '#lib/core/period.ts';
import type { VisitDelegate, VisitLetter } from '#lib/database/tables/visit-parts.ts';
import type { Visit, VisitState } from '#lib/database/tables/visits.ts';
import type { LetterInput } from './letter-schema.ts';
import type { alternatives } from './schema.ts';

export const letterKinds = ['request', 'reply', 'delegation', 'statement'] as const;
export type LetterKind = VisitLetter['kind'];

export function isLetterKind(text: string): text is LetterKind {
	return letterKinds.some((kind) => kind === text);
}

/** Which side writes a letter. */
export const letterSides: Readonly<Record<LetterKind, 'visitor' | 'host'>> = {
	request: 'visitor',
	reply: 'host',
	delegation: 'visitor',
	statement: 'visitor'
};

/** Whether an actor may write a letter and send its signed scan: its side does. */
export function mayWriteLetter(
	actor: Actor | null,
	{ hostRegionCode, visitorRegionCode }: Pick<Visit, 'hostRegionCode' | 'visitorRegionCode'>,
	kind: LetterKind
): boolean {
	return letterSides[kind] === 'host'
		? can(actor, { do: 'visit.decide', hostRegionCode })
		: can(actor, { do: 'visit.withdraw', visitorRegionCode });
}

/** A session on the host's clock. */
export interface LetterSession {
	readonly day: Day;
	readonly startsAt: string;
	readonly endsAt: string;
	readonly timezone: string;
}

/** What a letter is about. */
export interface LetterFacts {
	readonly ref: string;
	readonly hostName: string;
	readonly visitorName: string;
	readonly innovation: string | null;
	readonly purpose: string;
	readonly people: number;
	readonly mode: 'online' | 'onsite' | 'hybrid';
	readonly state: VisitState;
	/** The visit's session, once it has one. */
	readonly session: LetterSession | null;
	/** The sessions the visitor asked for. */
	readonly proposed: readonly LetterSession[];
	/** Those the host offers instead. */
	readonly offered: readonly LetterSession[];
	/** Why the visit was declined or cancelled, and what is offered instead. */
	readonly decision: {
		readonly reason: string;
		readonly alternative: (typeof alternatives)[number] | null;
	} | null;
	/** The letter of request that a reply answers. */
	readonly requestLetter: Pick<LetterInput, 'number' | 'date'> | null;
	readonly place: string;
	/** Whether the visit belongs to the demonstration. */
	readonly isSample: boolean;
	readonly questions: readonly string[];
	readonly delegates: readonly Pick<
		VisitDelegate,
		'name' | 'jobPosition' | 'organisation' | 'nip' | 'role'
	>[];
}

/** A letter in the order of Permendagri 1/2023: head, number, addressee, text, signature, copies. */
export interface Letter {
	readonly government: string;
	readonly agency: string;
	readonly address: string;
	readonly placeAndDate: string;
	/** What says that nothing in the letter is real; null for real visits. */
	readonly sampleMark: string | null;
	/** Nomor, Sifat, Lampiran, Hal. Empty for a statement, whose title stands in the middle. */
	readonly meta: readonly { readonly label: string; readonly value: string }[];
	readonly title: string | null;
	readonly addressee: readonly string[];
	readonly paragraphs: readonly string[];
	readonly details: readonly { readonly label: string; readonly value: string }[];
	/** The text that goes on after the details. */
	readonly continued: readonly string[];
	readonly numbered: readonly string[];
	readonly table: { readonly head: readonly string[]; readonly rows: readonly string[][] } | null;
	readonly closing: string;
	readonly signature: { readonly position: string; readonly lines: readonly string[] };
	/** Tembusan. */
	readonly copies: readonly string[];
	readonly copiesLabel: string;
}

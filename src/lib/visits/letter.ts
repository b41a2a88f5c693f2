import { can, type Actor } from '#lib/core/access.ts';
import type { Day } from '#lib/core/period.ts';
import { formatDay, formatTimeRange } from '#lib/i18n/format.ts';
import type { MessageKey, MessageValues, Translate } from '#lib/i18n/translate.ts';
import type { VisitDelegate, VisitLetter } from '#lib/database/tables/visit-parts.ts';
import type { Visit } from '#lib/database/tables/visits.ts';
import type { LetterInput } from './letter-schema.ts';

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

/** What a letter is about. */
export interface LetterFacts {
	readonly ref: string;
	readonly hostName: string;
	readonly visitorName: string;
	readonly innovation: string | null;
	readonly purpose: string;
	readonly people: number;
	readonly mode: 'online' | 'onsite' | 'hybrid';
	readonly session: {
		readonly day: Day;
		readonly startsAt: string;
		readonly endsAt: string;
		readonly timezone: string;
	} | null;
	readonly place: string;
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
	/** Nomor, Sifat, Lampiran, Hal. Empty for a statement, whose title stands in the middle. */
	readonly meta: readonly { readonly label: string; readonly value: string }[];
	readonly title: string | null;
	readonly addressee: readonly string[];
	readonly paragraphs: readonly string[];
	readonly details: readonly { readonly label: string; readonly value: string }[];
	readonly numbered: readonly string[];
	readonly table: { readonly head: readonly string[]; readonly rows: readonly string[][] } | null;
	readonly closing: string;
	readonly signature: { readonly position: string; readonly lines: readonly string[] };
	readonly copies: readonly string[];
}

/**
 * Writes an official letter from what is known of a visit and what was filled in. The letters of
 * Indonesian offices are Indonesian, so `t` is that of Indonesian whoever reads the page.
 */
export function writeLetter(
	kind: LetterKind,
	facts: LetterFacts,
	input: LetterInput,
	t: Translate
): Letter {
	const text = (part: string, values: MessageValues = {}) =>
		t(`letter.${kind}.${part}` as MessageKey, values);
	const isHost = letterSides[kind] === 'host';
	const own = isHost ? facts.hostName : facts.visitorName;
	const other = isHost ? facts.visitorName : facts.hostName;
	const innovation = facts.innovation ?? t('letter.publicServices');
	const values = { own, other, innovation, people: facts.people, ref: facts.ref };
	const isStatement = kind === 'statement';
	return {
		government: t('letter.government', { region: own }).toUpperCase(),
		agency: input.agency.toUpperCase(),
		address: input.address,
		placeAndDate: `${input.place}, ${formatDay('id', input.date)}`,
		meta: isStatement
			? [{ label: t('letter.number'), value: input.number }]
			: [
					{ label: t('letter.number'), value: input.number },
					{ label: t('letter.nature'), value: t('letter.ordinary') },
					{ label: t('letter.attachment'), value: input.attachment || '-' },
					{ label: t('letter.subject'), value: text('subject', values) }
				],
		title: isStatement ? text('subject', values) : null,
		addressee: isStatement
			? []
			: [t('letter.to', { addressee: input.addressee }), t('letter.in'), other],
		paragraphs: [text('opening', values), ...(input.body === '' ? [] : [input.body])],
		details: detailsOf(kind, facts, t),
		numbered: kind === 'request' ? facts.questions : [],
		table: kind === 'delegation' ? delegationTable(facts, t) : null,
		closing: text('closing', values),
		signature: {
			position: input.signer_position,
			lines: [
				input.signer_name,
				...(input.signer_rank === '' ? [] : [input.signer_rank]),
				...(input.signer_nip === null ? [] : [`NIP ${input.signer_nip}`])
			]
		},
		copies: input.copies.split('\n').flatMap((line) => line.trim() || [])
	};
}

function detailsOf(kind: LetterKind, facts: LetterFacts, t: Translate): Letter['details'] {
	if (kind === 'statement' || kind === 'delegation') return [];
	const { session } = facts;
	const details = [
		{ label: t('letter.mode'), value: t(`visit.mode.${facts.mode}`) },
		{ label: t('letter.people'), value: t('visit.peopleCount', { count: facts.people }) }
	];
	if (session) {
		const time = formatTimeRange(session.startsAt, session.endsAt, session.timezone);
		details.unshift(
			{ label: t('letter.day'), value: formatDay('id', session.day, true) },
			{ label: t('letter.time'), value: time },
			{ label: t('letter.place'), value: facts.place }
		);
	}
	return kind === 'request'
		? [{ label: t('letter.purpose'), value: facts.purpose }, ...details]
		: details;
}

function delegationTable({ delegates }: LetterFacts, t: Translate): Letter['table'] {
	return {
		head: [
			t('letter.no'),
			t('delegate.name'),
			t('delegate.job_position'),
			t('delegate.organisation')
		],
		rows: delegates.map(({ name, nip, jobPosition, organisation }, i) => [
			String(i + 1),
			nip === null ? name : `${name}\nNIP ${nip}`,
			jobPosition,
			organisation
		])
	};
}

import type { VisitState } from '#lib/database/tables/visits.ts';
import { formatDay, formatTimeRange } from '#lib/i18n/format.ts';
import type { MessageValues, Translate } from '#lib/i18n/translate.ts';
import {
	letterSides,
	type Letter,
	type LetterFacts,
	type LetterKind,
	type LetterSession
} from './letter.ts';
import type { LetterInput } from './letter-schema.ts';

type Details = Letter['details'];
/** The parts in which the kinds of letters differ. */
type Content = Pick<Letter, 'paragraphs' | 'details' | 'continued' | 'numbered' | 'table'>;

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
	const isHost = letterSides[kind] === 'host';
	const own = isHost ? facts.hostName : facts.visitorName;
	const other = isHost ? facts.visitorName : facts.hostName;
	const innovation = facts.innovation ?? t('letter.publicServices');
	const values = { own, other, innovation, ref: facts.ref };
	const subject = t(`letter.${kind}.subject`);
	const body = input.body === '' ? [] : [input.body];
	return {
		government: t('letter.government', { region: own }).toUpperCase(),
		agency: input.agency.toUpperCase(),
		address: input.address,
		sampleMark: facts.isSample ? t('sample.mark') : null,
		placeAndDate: `${input.place}, ${formatDay('id', input.date)}`,
		...(kind === 'statement'
			? {
					title: subject.toUpperCase(),
					meta: [{ label: t('letter.number').toUpperCase(), value: input.number }],
					addressee: []
				}
			: {
					title: null,
					meta: [
						{ label: t('letter.number'), value: input.number },
						{ label: t('letter.nature'), value: t('letter.ordinary') },
						{ label: t('letter.attachment'), value: input.attachment || '-' },
						{ label: t('letter.subject'), value: subject }
					],
					addressee: [
						t('letter.to', { addressee: input.addressee || headOf(other, t) }),
						t('letter.in'),
						other
					]
				}),
		...contentOf(kind, { facts, input, values, body }, t),
		closing: t(`letter.${kind}.closing`),
		signature: {
			position: input.signer_position,
			lines: [
				input.signer_name,
				...(input.signer_rank === '' ? [] : [input.signer_rank]),
				...(input.signer_nip === null ? [] : [`NIP ${input.signer_nip}`])
			]
		},
		copies: input.copies.split('\n').flatMap((line) => line.trim() || []),
		copiesLabel: t('letter.copies')
	};
}

interface Matter {
	readonly facts: LetterFacts;
	readonly input: LetterInput;
	readonly values: MessageValues;
	/** What the office has added. */
	readonly body: readonly string[];
}

function contentOf(
	kind: LetterKind,
	{ facts, input, values, body }: Matter,
	t: Translate
): Content {
	const plain = { details: [], continued: [], numbered: [], table: null };
	switch (kind) {
		case 'request':
			return {
				...plain,
				paragraphs: [t('letter.request.opening', values), ...body],
				details: [
					{ label: t('letter.purpose'), value: facts.purpose },
					...visitDetails(facts, facts.proposed, t)
				],
				numbered: facts.questions
			};
		case 'reply':
			return { ...plain, ...replyOf(facts, values, body, t) };
		case 'delegation':
			return {
				...plain,
				paragraphs: [t('letter.delegation.opening', values), ...body],
				table: delegationTable(facts, t)
			};
		case 'statement':
			return {
				...plain,
				paragraphs: [t('letter.statement.signer')],
				details: signerDetails(input, t),
				continued: [t('letter.statement.opening', values), ...body]
			};
	}
}

/** What a reply says: that of the visit's state, so that no letter promises what was refused. */
const ANSWERS: Readonly<
	Partial<Record<VisitState, 'accepted' | 'offered' | 'declined' | 'cancelled'>>
> = {
	scheduled: 'accepted',
	change_proposed: 'accepted',
	completed: 'accepted',
	reported: 'accepted',
	closed: 'accepted',
	no_show: 'accepted',
	countered: 'offered',
	declined: 'declined',
	cancelled: 'cancelled'
};

function replyOf(
	facts: LetterFacts,
	values: MessageValues,
	body: readonly string[],
	t: Translate
): Pick<Content, 'paragraphs' | 'details'> {
	const { requestLetter: asked, decision } = facts;
	const basis = asked
		? t('letter.reply.toLetter', {
				...values,
				number: asked.number,
				date: formatDay('id', asked.date),
				subject: t('letter.request.subject')
			})
		: t('letter.reply.toRequest', values);
	const answer = ANSWERS[facts.state] ?? 'received';
	const text = t(`letter.reply.${answer}`, { ...values, basis });
	if (answer === 'accepted') {
		return { paragraphs: [text, ...body], details: visitDetails(facts, [], t) };
	}
	if (answer === 'offered') {
		return { paragraphs: [text, ...body], details: visitDetails(facts, facts.offered, t) };
	}
	const instead = decision?.alternative
		? [
				t('letter.reply.instead', {
					alternative: t(`visit.decline.alternative.${decision.alternative}`).toLowerCase()
				})
			]
		: [];
	const reason = decision && answer !== 'received' ? [decision.reason] : [];
	return { paragraphs: [text, ...reason, ...instead, ...body], details: [] };
}

/** When, where, how and with how many; the times that are proposed while none is agreed. */
function visitDetails(
	facts: LetterFacts,
	proposed: readonly LetterSession[],
	t: Translate
): Details {
	const { session } = facts;
	const when: Details = session
		? [
				{ label: t('letter.day'), value: formatDay('id', session.day, true) },
				{ label: t('letter.time'), value: timeOf(session) }
			]
		: proposed.map((one, i) => ({
				label:
					proposed.length === 1 ? t('letter.proposed') : t('letter.proposedNth', { number: i + 1 }),
				value: `${formatDay('id', one.day, true)}, ${timeOf(one)}`
			}));
	return [
		...when,
		{ label: t('letter.place'), value: facts.place },
		{ label: t('letter.mode'), value: t(`visit.mode.${facts.mode}`) },
		{ label: t('letter.people'), value: t('visit.peopleCount', { count: facts.people }) }
	];
}

function timeOf({ startsAt, endsAt, timezone }: LetterSession): string {
	return formatTimeRange(startsAt, endsAt, timezone);
}

function signerDetails(input: LetterInput, t: Translate): Details {
	return [
		{ label: t('delegate.name'), value: input.signer_name },
		{ label: t('delegate.nip'), value: input.signer_nip ?? '' },
		{ label: t('letter.field.signer_rank'), value: input.signer_rank },
		{ label: t('delegate.job_position'), value: input.signer_position }
	].filter(({ value }) => value !== '');
}

const CITY = 'Kota ';
const REGENCY = 'Kabupaten ';

/** The head of a region by its name: letters between governments go from head to head. */
function headOf(name: string, t: Translate): string {
	if (name.startsWith(CITY)) return t('letter.head.city', { name: name.slice(CITY.length) });
	if (name.startsWith(REGENCY)) {
		return t('letter.head.regency', { name: name.slice(REGENCY.length) });
	}
	return t('letter.head.other', { name });
}

function delegationTable({ delegates }: LetterFacts, t: Translate): Letter['table'] {
	return {
		head: [
			t('letter.no'),
			t('delegate.name'),
			t('delegate.job_position'),
			t('delegate.organisation'),
			t('letter.remark')
		],
		rows: delegates.map(({ name, nip, jobPosition, organisation, role }, i) => [
			String(i + 1),
			nip === null ? name : `${name}\nNIP ${nip}`,
			jobPosition,
			organisation,
			t(`delegate.role.${role}`)
		])
	};
}

import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import {
	isLetterKind,
	letterKinds,
	mayWriteLetter,
	type Letter,
	type LetterFacts,
	type LetterKind
} from '../letter.ts';
import type { LetterInput } from '../letter-schema.ts';
import { alternatives } from '../schema.ts';
import { writeLetter } from '../write-letter.ts';
import { placeOf } from './calendar.ts';
import * as letters from './letters-repository.ts';
import { getOwn, type About } from './own-visit.ts';
import * as parts from './parts-repository.ts';
import { getVisit } from './read-visits.ts';
import { listScans, type Scan } from './scans.ts';
import type { VisitWithNames } from './repository.ts';

export interface LetterList {
	readonly visit: VisitWithNames;
	readonly letters: readonly {
		readonly kind: LetterKind;
		readonly isWritten: boolean;
		readonly mayWrite: boolean;
		/** The signed letter as it was scanned. */
		readonly scans: readonly Scan[];
	}[];
}

/** The letters of a visit: which are written and signed, and which this reader may write. */
export async function listLetters(ctx: Context, ref: string): Promise<LetterList> {
	const visit = await getOwn(ctx, ref);
	const scans = await listScans(ctx, visit);
	const written = await letters.listLetters(ctx.db, visit.id);
	return {
		visit,
		letters: letterKinds.map((kind) => ({
			kind,
			isWritten: written.some((letter) => letter.kind === kind),
			mayWrite: mayWriteLetter(ctx.actor, visit, kind),
			scans: scans.filter(({ purpose }) => purpose === kind)
		}))
	};
}

export interface LetterView {
	readonly visit: VisitWithNames;
	readonly kind: LetterKind;
	readonly input: LetterInput | null;
	readonly letter: Letter | null;
	readonly mayWrite: boolean;
}

/** A letter as it was filled in, and as it reads with what is known of the visit now. */
export async function getLetter(
	ctx: Context,
	{ ref, kind }: { readonly ref: string; readonly kind: string }
): Promise<LetterView> {
	if (!isLetterKind(kind)) throw new DomainError('not_found');
	const { visit, questions, preferences, offers } = await getVisit(ctx, ref);
	const input = await inputOf(ctx, visit, kind);
	const { sessionDay: day, startsAt, endsAt, hostTimezone: timezone } = visit;
	const facts: LetterFacts = {
		state: visit.state,
		ref: visit.ref,
		hostName: visit.hostName,
		visitorName: visit.visitorName,
		innovation: visit.innovationTitleId,
		purpose: visit.purpose,
		people: visit.people,
		mode: visit.mode,
		session: day && startsAt && endsAt ? { day, startsAt, endsAt, timezone } : null,
		proposed: preferences.map((one) => ({ ...one, timezone })),
		offered: offers.filter(({ isHeld }) => isHeld).map((one) => ({ ...one, timezone })),
		decision: visit.decisionReason
			? {
					reason: visit.decisionReason,
					alternative: alternatives.find((one) => one === visit.decisionAlternative) ?? null
				}
			: null,
		requestLetter: kind === 'reply' ? await inputOf(ctx, visit, 'request') : null,
		place: await placeOf(ctx, visit),
		isSample: visit.isSample === 1,
		questions: questions.map(({ question }) => question),
		delegates: await parts.listDelegates(ctx.db, visit.id)
	};
	return {
		visit,
		kind,
		input,
		letter: input && writeLetter(kind, facts, input, translateIn('id')),
		mayWrite: mayWriteLetter(ctx.actor, visit, kind)
	};
}

async function inputOf(
	{ db }: Context,
	{ id }: VisitWithNames,
	kind: LetterKind
): Promise<LetterInput | null> {
	const stored = await letters.findLetter(db, id, kind);
	return stored ? (JSON.parse(stored.data) as LetterInput) : null;
}

/** Stores what a letter needs; the side that sends it writes it. */
export async function saveLetter(
	ctx: Context,
	input: About<LetterInput & { readonly kind: string }>
): Promise<void> {
	const { ref, kind, ...data } = input;
	if (!isLetterKind(kind)) throw new DomainError('not_found');
	const visit = await getOwn(ctx, ref);
	if (!mayWriteLetter(ctx.actor, visit, kind)) throw new DomainError('forbidden');
	await letters.saveLetter(ctx.db, {
		visitId: visit.id,
		kind,
		data: JSON.stringify(data),
		updatedAt: ctx.now().toISOString()
	});
}

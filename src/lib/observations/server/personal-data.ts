import type { Context } from '#lib/core/context.ts';
import * as personal from './personal-data-repository.ts';

/** The files somebody imported and how many monthly rows they entered; figures are public. */
export function observationData({ db }: Pick<Context, 'db'>, accountId: string) {
	return personal.readOf(db, accountId);
}

/** Takes a name off the imports; the figures stay what the region reported. */
export function eraseObservationNames(
	{ db }: Pick<Context, 'db'>,
	accountId: string
): Promise<void> {
	return personal.eraseOf(db, accountId);
}

import type { Context } from '#lib/core/context.ts';
import * as personal from './personal-data-repository.ts';

/** What somebody asked, answered and reported; it is public under role and region only. */
export function questionData({ db }: Pick<Context, 'db'>, accountId: string) {
	return personal.readOf(db, accountId);
}

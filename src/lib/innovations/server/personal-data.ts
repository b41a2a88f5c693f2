import type { Context } from '#lib/core/context.ts';
import * as personal from './personal-data-repository.ts';

/** The steps somebody took with write-ups, which belong to the region. */
export function writeUpData({ db }: Pick<Context, 'db'>, accountId: string) {
	return personal.readOf(db, accountId);
}

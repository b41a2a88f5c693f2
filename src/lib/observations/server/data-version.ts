import type { Context } from '#lib/core/context.ts';
import * as versions from './data-version-repository.ts';

const PUBLISHED = 'published';

/** What published data is read by: the register, the catalogue, frozen peers, deadlines. */
const REFERENCE = 'reference';

/** How many publications there have been: whatever is made of published data changes with it. */
export async function getDataVersion({ db }: Pick<Context, 'db'>): Promise<number> {
	return (await versions.find(db, PUBLISHED)) ?? 0;
}

/** The state of all that answers about published data are made of. */
export interface DataState {
	readonly dataVersion: number;
	/** Changes with the data and with what it is read by. */
	readonly text: string;
}

/**
 * The state that an answer is told under. Read it before the answer: what is published meanwhile is
 * then told under the older state, never the reverse.
 */
export async function getDataState({ db }: Pick<Context, 'db'>): Promise<DataState> {
	const rows = await versions.list(db);
	return {
		dataVersion: rows.find(({ name }) => name === PUBLISHED)?.version ?? 0,
		text: rows.map(({ name, version }) => `${name} ${String(version)}`).join(' ')
	};
}

/** Counts a change of what published data is read by; call it in the transaction that makes it. */
export async function bumpReferenceVersion({
	db,
	now
}: Pick<Context, 'db' | 'now'>): Promise<void> {
	await versions.increase(db, REFERENCE, now().toISOString());
}

/**
 * Counts a publication. Call it first in the publishing transaction: two of them then follow one
 * another, so that neither computes a region's totals without the other's services.
 */
export async function bumpDataVersion({ db, now }: Pick<Context, 'db' | 'now'>): Promise<void> {
	await versions.increase(db, PUBLISHED, now().toISOString());
}

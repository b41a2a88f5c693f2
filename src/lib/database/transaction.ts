import type { Db } from './connection.ts';

/**
 * Runs a use case's steps as one: all of it is stored, or none.
 * Only the context passed to `run` may be used inside; the outer `db` would wait for ever on SQLite.
 * A context that is already inside a transaction joins it.
 */
export async function inTransaction<C extends { readonly db: Db }, Result>(
	ctx: C,
	run: (ctx: C) => Promise<Result>
): Promise<Result> {
	if (ctx.db.isTransaction) return run(ctx);
	return ctx.db.transaction().execute((db) => run({ ...ctx, db }));
}

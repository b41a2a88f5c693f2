import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { listRegions } from '#lib/regions/server/use-cases.ts';
import { IMPORTED_KEYS } from '../context-variables.ts';
import { readContextRows, type ContextProblem } from '../context-row.ts';
import { peerVersionText } from '../peers.ts';
import * as contexts from './context-repository.ts';
import { freezePeers } from './freeze-peers.ts';

export interface ContextImport {
	readonly regions: number;
	readonly values: number;
	readonly used: readonly string[];
	readonly problems: readonly ContextProblem[];
	/** The version of the lists that follows; null for a trial, or when the file has problems. */
	readonly version: string | null;
}

/**
 * Brings in what an operator knows about the regions, all or nothing, and freezes the lists of
 * peers anew as the year's next version. A file without a column of codes or without any of
 * population, area and density is `invalid`.
 * @param input.records the cells of each row by the names of the header
 * @param input.source where the figures come from, with their date
 */
export async function importContext(
	ctx: Pick<Context, 'db' | 'now'>,
	input: {
		readonly records: readonly Readonly<Record<string, string | undefined>>[];
		readonly source: string;
		readonly isTrial: boolean;
	}
): Promise<ContextImport> {
	const { rows, used, problems: unreadable } = readContextRows(input.records);
	if (used.length === 0) throw new DomainError('invalid', { message: 'peer.contextColumns' });

	const known = new Set((await listRegions(ctx)).map(({ code }) => code));
	const unknown = rows.filter(({ code }) => !known.has(code));
	const problems = [
		...unreadable,
		...unknown.map(({ code }): ContextProblem => ({
			row: input.records.findIndex((record) => Object.values(record).includes(code)) + 2,
			column: 'code',
			text: code,
			code: 'region.unknown'
		}))
	].toSorted((a, b) => a.row - b.row);
	const updatedAt = ctx.now().toISOString();
	const values = rows.flatMap((row) =>
		IMPORTED_KEYS.flatMap((variable) => {
			const value = row.values[variable];
			if (value === null) return [];
			return [{ regionCode: row.code, variable, value, source: input.source, updatedAt }];
		})
	);
	const counted = { regions: rows.length, values: values.length, used, problems };
	if (input.isTrial || problems.length > 0) return { ...counted, version: null };

	await inTransaction(ctx, (ctx) => contexts.upsertAll(ctx.db, values));
	return { ...counted, version: peerVersionText(await freezePeers(ctx)) };
}

import { requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import type { ObservationImport } from '#lib/database/tables/imports.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { normaliseHeader } from '#lib/spreadsheets/header-name.ts';
import { readTable } from '#lib/spreadsheets/server/read-table.ts';
import {
	guessMapping,
	isImportField,
	mappingProblems,
	type ColumnMapping
} from '../import-columns.ts';
import { memoryKey, ownerFor, requirePreview, type ImportOwner } from './import-access.ts';
import * as imports from './import-repository.ts';
import { judgeTable } from './judge-table.ts';
import { entryRegion } from './scope.ts';

const PREVIEW_LIFETIME_MS = 24 * 3_600_000;
const MAX_FILE_NAME = 200;

export interface UploadInput {
	readonly bytes: Uint8Array;
	readonly fileName: string;
	/** By default the first region the actor enters for. */
	readonly region?: string | undefined;
	readonly signal?: AbortSignal | undefined;
}

/**
 * Reads a file, guesses its columns and checks its rows; nothing is entered yet. A file that
 * cannot be read is `invalid` and says why. Previews that nobody went on with for a day are dropped.
 * @returns the id of the import, whose page shows what was found
 */
export async function startImport(ctx: Context, input: UploadInput): Promise<string> {
	const actor = requireActor(ctx.actor);
	const { region } = await entryRegion(ctx, input.region);
	const owner = ownerFor(actor, region.code);
	const table = await readTable(input.bytes, { signal: input.signal });
	const id = newId();
	const mapping = guessMapping(table.headers, await remembered(ctx, owner));
	await inTransaction(ctx, async (ctx) => {
		await dropStalePreviews(ctx);
		await imports.insert(ctx.db, {
			id,
			...owner,
			accountId: actor.accountId,
			accountName: actor.name,
			fileName: input.fileName.slice(0, MAX_FILE_NAME),
			format: table.format,
			state: 'preview',
			rowCount: table.rowCount,
			headers: JSON.stringify(table.headers),
			mapping: JSON.stringify(mapping),
			notes: JSON.stringify(table.notes),
			outcome: null,
			accepted: null,
			createdAt: ctx.now().toISOString(),
			appliedAt: null,
			undoneAt: null
		});
		for (const [number, content] of table.parts.entries()) {
			await imports.insertPart(ctx.db, { importId: id, kind: 'rows', number, content });
		}
	});
	try {
		await check(ctx, await requirePreview(ctx, id), table.parts, mapping, input.signal);
	} catch (error) {
		// Whoever gave up while it was checked does not go on with it.
		if (input.signal?.aborted) await cancelImport(ctx, { id });
		throw error;
	}
	return id;
}

/** Says what the columns hold, remembers it for the agency's next file, and checks the rows again. */
export async function mapColumns(
	ctx: Context,
	input: { id: string; columns: readonly string[]; signal?: AbortSignal | undefined }
): Promise<void> {
	const found = await requirePreview(ctx, input.id);
	const headers = JSON.parse(found.headers) as string[]; // written by startImport
	const mapping = headers.map((_, i) => {
		const text = input.columns[i] ?? '';
		return isImportField(text) ? text : null;
	});
	const { repeated } = mappingProblems(mapping);
	if (repeated.length > 0) {
		throw new DomainError('invalid', {
			message: 'import.repeatedField',
			fields: mapping.flatMap((field, i) =>
				field !== null && repeated.includes(field)
					? [{ path: `columns.${String(i)}`, code: 'import.repeatedField' }]
					: []
			)
		});
	}
	const owner = memoryKey({ regionCode: found.regionCode ?? '', agencyId: found.agencyId });
	await inTransaction(ctx, async (ctx) => {
		for (const [i, header] of headers.entries()) {
			const name = normaliseHeader(header);
			const field = mapping[i] ?? null;
			if (name !== '') await imports.rememberColumn(ctx.db, { owner, header: name, field });
		}
		await imports.update(ctx.db, found.id, 'preview', { mapping: JSON.stringify(mapping) });
	});
	const parts = await imports.listParts(ctx.db, found.id, 'rows');
	await check(ctx, found, parts, mapping, input.signal);
}

/** Gives an import up before it was applied; its rows are dropped. */
export async function cancelImport(ctx: Context, { id }: { id: string }): Promise<void> {
	const found = await requirePreview(ctx, id);
	await inTransaction(ctx, (ctx) => drop(ctx, found.id));
}

async function check(
	ctx: Context,
	{ id, headers, regionCode }: ObservationImport,
	parts: readonly string[],
	mapping: ColumnMapping,
	signal: AbortSignal | undefined
): Promise<void> {
	const isComplete = mappingProblems(mapping).missing.length === 0;
	const judged =
		isComplete &&
		(await judgeTable(ctx, {
			headers: JSON.parse(headers) as string[],
			parts,
			mapping,
			region: regionCode ?? '',
			signal
		}));
	const outcome = judged ? JSON.stringify(judged.outcome) : null;
	await imports.update(ctx.db, id, 'preview', { outcome });
}

async function remembered(ctx: Pick<Context, 'db'>, owner: ImportOwner) {
	const columns = await imports.listColumns(ctx.db, memoryKey(owner));
	return new Map(
		columns.map(({ header, field }) => [
			header,
			field !== null && isImportField(field) ? field : null
		])
	);
}

async function dropStalePreviews(ctx: Pick<Context, 'db' | 'now'>): Promise<void> {
	const before = new Date(ctx.now().getTime() - PREVIEW_LIFETIME_MS).toISOString();
	for (const id of await imports.listStalePreviews(ctx.db, before)) await drop(ctx, id);
}

async function drop({ db }: Pick<Context, 'db'>, id: string): Promise<void> {
	if (await imports.update(db, id, 'preview', { state: 'cancelled', outcome: null })) {
		await imports.removeParts(db, id, 'rows');
	}
}

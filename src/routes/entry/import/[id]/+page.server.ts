import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { resolve } from '$app/paths';
import { formAction } from '#lib/http/server/form-action.ts';
import { fieldText } from '#lib/http/server/error-text.ts';
import type { ImportProblem } from '#lib/observations/import-outcome.ts';
import { applyImport } from '#lib/observations/server/apply-import.ts';
import { getImport } from '#lib/observations/server/read-imports.ts';
import { cancelImport, mapColumns } from '#lib/observations/server/start-import.ts';
import { undoImport } from '#lib/observations/server/undo-import.ts';
import { FIGURE_LIMITS } from '#lib/spreadsheets/table.ts';
import type { Actions, PageServerLoad } from './$types';

/** More are in the file of all errors and warnings. */
const SHOWN = 100;

export const load: PageServerLoad = async ({ locals: { ctx, t }, params, url }) => {
	const { outcome, notes, ...found } = await getImport(ctx, params.id);
	const told = (problems: readonly ImportProblem[] = []) =>
		problems.slice(0, SHOWN).map(({ row, field, header, ...problem }) => ({
			row,
			column: header ?? (field && t(`import.field.${field}`)),
			text: fieldText({ path: '', ...problem }, t)
		}));
	return {
		found,
		notes: notes.map((note) => fieldText({ path: '', ...note }, t)),
		counts: outcome && {
			accepted: outcome.accepted,
			unchanged: outcome.unchanged,
			rejected: outcome.rejected,
			problems: outcome.problemCount,
			warnings: outcome.warningCount
		},
		problems: told(outcome?.problems),
		warnings: told(outcome?.warnings),
		done: url.searchParams.get('done'),
		restored: Number(url.searchParams.get('restored') ?? 0),
		kept: Number(url.searchParams.get('kept') ?? 0)
	};
};

const Columns = v.object({
	columns: v.pipe(v.array(v.string()), v.maxLength(FIGURE_LIMITS.maxColumns, 'field.tooMany'))
});
const Apply = v.object({ rows: v.picklist(['all', 'valid'], 'field.required') });

const pageOf = (id = '') => resolve('/entry/import/[id]', { id });

export const actions = {
	map: formAction(Columns, async (ctx, { columns }, { params, request }) => {
		await mapColumns(ctx, { id: params.id ?? '', columns, signal: request.signal });
		redirect(303, pageOf(params.id));
	}),
	apply: formAction(Apply, async (ctx, { rows }, { params, request }) => {
		const isPartial = rows === 'valid';
		await applyImport(ctx, { id: params.id ?? '', isPartial, signal: request.signal });
		redirect(303, `${pageOf(params.id)}?done=applied`);
	}),
	cancel: formAction(v.object({}), async (ctx, _, { params }) => {
		await cancelImport(ctx, { id: params.id ?? '' });
		redirect(303, resolve('/entry/import'));
	}),
	undo: formAction(v.object({}), async (ctx, _, { params }) => {
		const { restored, kept } = await undoImport(ctx, { id: params.id ?? '' });
		const counts = `restored=${String(restored)}&kept=${String(kept)}`;
		redirect(303, `${pageOf(params.id)}?done=undone&${counts}`);
	})
} satisfies Actions;

import { toCsv } from '#lib/http/csv.ts';
import { fileResponse } from '#lib/http/file-response.ts';
import { fieldText } from '#lib/http/server/error-text.ts';
import { listProblems } from '#lib/observations/server/import-problems.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, t }, params }) => {
	const problems = await listProblems(ctx, params.id);
	const columns = [
		t('import.kind'),
		t('import.column.row'),
		t('import.column.column'),
		t('import.column.message')
	];
	const rows = problems.map(({ kind, row, field, header, ...problem }) => [
		t(`import.kind.${kind}`),
		row,
		header ?? (field === null ? '' : t(`import.field.${field}`)),
		fieldText({ path: '', ...problem }, t)
	]);
	return fileResponse(toCsv(columns, rows), {
		name: 'studi-tiru-import.csv',
		type: 'text/csv; charset=utf-8'
	});
};

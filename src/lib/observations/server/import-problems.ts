import type { Context } from '#lib/core/context.ts';
import type { ImportProblem } from '../import-outcome.ts';
import { getImport } from './read-imports.ts';

/** A line of the list of an import's errors and warnings. */
export interface ListedProblem extends ImportProblem {
	readonly kind: 'error' | 'warning';
}

/** Everything a check said about the rows of an import, errors first. */
export async function listProblems(ctx: Context, id: string): Promise<ListedProblem[]> {
	const { outcome } = await getImport(ctx, id);
	if (!outcome) return [];
	return [
		...outcome.problems.map((problem) => ({ kind: 'error' as const, ...problem })),
		...outcome.warnings.map((problem) => ({ kind: 'warning' as const, ...problem }))
	];
}

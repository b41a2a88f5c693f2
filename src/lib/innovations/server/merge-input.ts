import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import type { InnovationRevision } from '#lib/database/tables/innovations.ts';
import { toFormValues, type WriteUpValues } from '../form-values.ts';
import { baseOf, mergeEdits } from '../merge-edits.ts';
import type { InnovationInput } from '../schema.ts';
import type { InnovationDetail } from './get-innovation.ts';
import { fieldsOf } from './input-fields.ts';
import { partsOf } from './input-parts.ts';
import type { Parts } from './parts-repository.ts';
import { undecidedValues } from './revisions.ts';
import { inputOf } from './stored-input.ts';

/** What a form says, as a stored text would be shown in it: both can then be compared. */
export function valuesOfInput(
	detail: InnovationDetail,
	input: InnovationInput,
	parts: Parts
): WriteUpValues {
	const { sdgs, facts, ...fields } = fieldsOf(input);
	return toFormValues({
		innovation: { ...detail.innovation, ...fields, sdgs, facts },
		services: [...new Set(input.services)].map((code) => ({ code })),
		kpis: [...new Set(input.kpis)].map((code) => ({ code })),
		sections: parts.sections,
		sources: parts.sources
	});
}

/**
 * What was typed, with what others have stored since the form was opened. A form that does not say
 * what it began with is taken as it is. `stale_version` names what both changed, and brings the
 * rest merged.
 */
export async function withOthersChanges(
	ctx: Context,
	stored: { readonly detail: InnovationDetail; readonly open: InnovationRevision | undefined },
	input: InnovationInput
): Promise<{
	readonly merged: InnovationInput;
	readonly wasMerged: boolean;
	readonly base: string;
}> {
	if (input.base === '') return { merged: input, wasMerged: false, base: '' };
	const { detail, open } = stored;
	const isPublic = detail.innovation.state === 'published';
	const theirs = isPublic && open ? undecidedValues(open, detail.innovation) : toFormValues(detail);
	const version = isPublic ? (open?.version ?? 0) : detail.innovation.version;

	const mine = valuesOfInput(detail, input, await partsOf(ctx, input, detail.kpis));
	const { values, conflicts, taken } = mergeEdits(mine, theirs, input.base, input.takeTheirs);
	if (conflicts.length > 0) {
		const extra = { conflicts, values };
		throw new DomainError('stale_version', { message: 'innovation.conflict', extra });
	}
	const merged = { ...inputOf({ ...values, version: String(version) }), intent: input.intent };
	return {
		merged,
		wasMerged: taken.length > 0 && input.takeTheirs.length === 0,
		base: baseOf(mine)
	};
}

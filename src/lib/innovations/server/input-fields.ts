import { factsOf } from '../fact-input.ts';
import type { InnovationInput } from '../schema.ts';

/** What a form says about a write-up itself, in the shape of its table. */
export function fieldsOf(input: InnovationInput) {
	return {
		titleId: input.titleId,
		titleEn: input.titleEn || null,
		summaryId: input.summaryId,
		summaryEn: input.summaryEn || null,
		kind: input.kind,
		form: input.form,
		stage: input.stage,
		sustainability: input.sustainability,
		...input.started,
		website: input.website,
		needsDelegation: input.needsDelegation,
		difficulty: input.difficulty,
		staffCount: input.staffCount,
		annualBudgetRupiah: input.annualBudgetRupiah,
		sdgs: [...new Set(input.sdgs)].join(','),
		facts: JSON.stringify(factsOf(input))
	};
}

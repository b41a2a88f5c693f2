import type { AdoptionWithNames } from './adoptions.ts';

/** An adoption as the API shows it. */
export function adoptionRow(adoption: AdoptionWithNames): Record<string, unknown> {
	return {
		innovation: adoption.slug,
		innovation_title: adoption.titleId,
		adopter_region: adoption.adopterRegionCode,
		adopter_name: adoption.adopterName,
		source_region: adoption.sourceRegionCode,
		source_name: adoption.sourceName,
		stage: adoption.stage,
		since: adoption.since,
		adopter_confirmed_at: adoption.adopterConfirmedAt,
		source_confirmed_at: adoption.sourceConfirmedAt,
		is_sample: adoption.isSample === 1
	};
}

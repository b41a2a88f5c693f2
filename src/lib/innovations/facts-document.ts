import type { Facts } from './facts.ts';

/** The structured facts as the API writes them; null and empty lists are not yet known. */
export function factsDocument(facts: Facts) {
	return {
		short_name: facts.shortName,
		affair: facts.affair,
		other_affairs: facts.otherAffairs,
		initiator: facts.initiator,
		target_groups: facts.targetGroups,
		beneficiary_count: facts.beneficiaryCount,
		beneficiary_basis: facts.beneficiaryBasis,
		initial_budget_rupiah: facts.initialBudgetRupiah,
		funding_sources: facts.fundingSources,
		equipment: facts.equipment,
		system_licence: facts.systemLicence,
		system_shareable: facts.systemShareable,
		min_months: facts.minMonths,
		min_cost_rupiah: facts.minCostRupiah,
		video_url: facts.videoUrl,
		contact_position: facts.contactPosition,
		contact_email: facts.contactEmail,
		contact_phone: facts.contactPhone,
		steps: facts.steps.map(({ stage, on, textId, textEn }) => ({
			stage,
			on,
			text_id: textId,
			text_en: textEn
		})),
		results: facts.results.map((result) => ({
			kpi: result.kpi,
			label_id: result.labelId,
			label_en: result.labelEn,
			before: result.before,
			before_period: result.beforePeriod,
			after: result.after,
			after_period: result.afterPeriod,
			source: result.source
		})),
		requirements: facts.requirements.map(({ kind, textId, textEn, isAdaptable }) => ({
			kind,
			text_id: textId,
			text_en: textEn,
			adaptable: isAdaptable
		})),
		regulations: facts.regulations,
		awards: facts.awards
	};
}

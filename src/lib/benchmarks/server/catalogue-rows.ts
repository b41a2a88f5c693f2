import type { KpiDetail } from '#lib/catalogue/server/use-cases.ts';

/** A KPI in the list of `GET /kpis`. */
export function kpiRow(kpi: KpiDetail) {
	return {
		code: kpi.code,
		group: kpi.groupCode,
		service: kpi.serviceCode,
		name_id: kpi.nameId,
		name_en: kpi.nameEn,
		unit: kpi.unit,
		kind: kpi.kind,
		direction: kpi.direction,
		decimals: kpi.decimals,
		derivation: kpi.derivation,
		valid_min: kpi.hardMin,
		valid_max: kpi.hardMax,
		warn_min: kpi.warnMin,
		warn_max: kpi.warnMax,
		version: kpi.version.version,
		valid_from: kpi.version.validFrom,
		definition_id: kpi.version.definitionId,
		definition_en: kpi.version.definitionEn
	};
}

/** `GET /kpis/{code}`: with the parts of the definition and the standard it is held against. */
export function kpiDocument(kpi: KpiDetail) {
	const { version } = kpi;
	return {
		...kpiRow(kpi),
		numerator_id: version.numeratorId,
		numerator_en: version.numeratorEn,
		denominator_id: version.denominatorId,
		denominator_en: version.denominatorEn,
		method_id: version.methodId,
		method_en: version.methodEn,
		standard: {
			value: version.standardValue,
			text_id: version.standardId,
			text_en: version.standardEn,
			source: version.standardSource,
			source_status: version.standardSourceStatus
		}
	};
}

import type { Kpi, KpiVersion } from '#lib/database/tables/catalogue.ts';

/** A KPI with the definition that holds now. */
export type DefinedKpi = Kpi & { readonly version: KpiVersion };

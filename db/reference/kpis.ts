import type { KpiDefinition } from './kpi.ts';
import { coverageKpis, turnaroundKpis, volumeKpis, withinDayKpis } from './kpis-by-service.ts';
import { crossServiceKpis } from './kpis-cross-service.ts';
import { educationKpis } from './kpis-education.ts';
import { healthKpis } from './kpis-health.ts';
import { licensingKpis } from './kpis-licensing.ts';
import { ownershipKpis } from './kpis-ownership.ts';
import { registrationKpis } from './kpis-registration.ts';

/** The month from which first versions hold: before any data the site can have. */
export const FIRST_VERSION_FROM = '2000-01';

/** The KPI catalogue, in the order in which pages list it: the headline family first. */
export const kpiCatalogue: readonly KpiDefinition[] = [
	...withinDayKpis,
	...turnaroundKpis,
	...coverageKpis,
	...volumeKpis,
	...registrationKpis,
	...ownershipKpis,
	...crossServiceKpis,
	...licensingKpis,
	...healthKpis,
	...educationKpis
];

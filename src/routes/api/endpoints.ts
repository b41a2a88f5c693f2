import { adoptionEndpoints } from '#lib/adoptions/endpoints.ts';
import { comparisonEndpoints } from '#lib/benchmarks/comparison-endpoints.ts';
import { benchmarkEndpoints } from '#lib/benchmarks/endpoints.ts';
import type { Endpoints } from '#lib/http/endpoint.ts';
import { innovationEndpoints } from '#lib/innovations/endpoints.ts';
import { observationEndpoints } from '#lib/observations/endpoints.ts';
import { regionEndpoints } from '#lib/regions/endpoints.ts';
import { visitEndpoints } from '#lib/visits/endpoints.ts';

/** Every endpoint of `/api/v1`, room by room: the reference and the OpenAPI document show them. */
export const endpoints: Endpoints = [
	...regionEndpoints,
	...benchmarkEndpoints,
	...comparisonEndpoints,
	...observationEndpoints,
	...innovationEndpoints,
	...adoptionEndpoints,
	...visitEndpoints
];

import { globSync, readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { openApiDocument } from '#lib/http/openapi.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import { endpoints } from '../../../src/routes/api/endpoints.ts';

const site = { origin: 'http://localhost:3000', version: '1.0.0', t: translateIn('en') };
const document = openApiDocument(endpoints, site);

/** `/api/v1/visits/[ref]/+server.ts` is `/visits/{ref}`. */
function addressOf(file: string): string {
	const folder = file.slice('src/routes/api/v1'.length, -'/+server.ts'.length);
	return folder.replace(/\[(\w+)\]/g, '{$1}');
}

const files = globSync('src/routes/api/v1/**/+server.ts').filter(
	(file) => !file.includes('openapi.json')
);

describe('the OpenAPI document', () => {
	test('is valid OpenAPI 3.1', async () => {
		const { valid, errors } = await new Validator().validate(structuredClone(document));
		expect(errors).toBeUndefined();
		expect(valid).toBe(true);
	});

	test.each(files)('%s is described, method by method', (file) => {
		const source = readFileSync(file, 'utf8');
		const methods = [...source.matchAll(/export const (GET|PUT|POST)\b/g)].map(([, name = '']) =>
			name.toLowerCase()
		);
		expect(methods.length).toBeGreaterThan(0);

		// The last part of an action's address is one of several names.
		const pattern = new RegExp(`^${addressOf(file).replace('{action}', '[a-z_]+')}$`);
		const described = endpoints.filter(({ path }) => pattern.test(path));
		for (const method of methods) expect(described.map((each) => each.method)).toContain(method);
	});

	test('describes nothing that is not there', () => {
		const there = files.map(addressOf);
		const missing = endpoints.filter(
			({ path }) =>
				!there.includes(path) && !there.includes(path.replace(/\/[a-z_]+$/, '/{action}'))
		);
		expect(missing).toEqual([]);
	});

	test('names the parameters that requests are checked with', () => {
		const { paths } = document as { paths: Record<string, { get: { parameters: unknown[] } }> };
		const names = paths['/observations']?.get.parameters.map(
			(each) => (each as { name: string }).name
		);
		expect(names).toEqual(
			expect.arrayContaining(['kpi', 'region', 'from', 'to', 'status', 'as_of', 'updated_since'])
		);
	});
});

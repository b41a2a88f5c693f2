import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import type { Translate } from '#lib/i18n/translate.ts';
import type { Endpoint, Fields, FieldType } from './endpoint.ts';

type Json = Readonly<Record<string, unknown>>;

/** What the document says about the site it describes. */
export interface Described {
	/** The site's address without a path. */
	readonly origin: string;
	readonly version: string;
	readonly t: Translate;
}

/**
 * The OpenAPI 3.1 document of the endpoints, made from the schemas that check their requests.
 * Source: OpenAPI Specification 3.1.1; problem documents as RFC 9457 has them.
 */
export function openApiDocument(endpoints: readonly Endpoint[], site: Described): Json {
	const paths: Record<string, Record<string, unknown>> = {};
	for (const endpoint of endpoints) {
		const operations = (paths[endpoint.path] ??= {});
		operations[endpoint.method] = operation(endpoint, site.t);
	}
	return {
		openapi: '3.1.1',
		info: {
			title: 'Studi Tiru API',
			version: site.version,
			description: site.t('developers.lead'),
			license: { name: 'CC BY 4.0', identifier: 'CC-BY-4.0' }
		},
		servers: [{ url: `${site.origin}/api/v1` }],
		paths,
		components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } }, schemas }
	};
}

function operation({ method, path, summary, ...rest }: Endpoint, t: Translate): Json {
	const isWrite = method !== 'get';
	const parameters = [
		...pathNames(path).map((name) => ({
			name,
			in: 'path',
			required: true,
			schema: { type: 'string' }
		})),
		...Object.entries(rest.query ?? {}).map(([name, schema]) => queryParameter(name, schema)),
		...(method === 'post' ? [IDEMPOTENCY_KEY] : [])
	];
	return {
		operationId: `${method}${path.replace(/[{}]/g, '').replace(/[^A-Za-z]+(\w)/g, upper)}`,
		summary: t(summary),
		...(parameters.length > 0 && { parameters }),
		...(rest.body && { requestBody: { required: true, content: json(schemaOf(rest.body)) } }),
		...((isWrite || rest.isPrivate) && { security: [{ token: [] }] }),
		responses: {
			[String(rest.status ?? 200)]: success(rest.answer, t),
			...(!isWrite && { '304': { description: t('api.answer.notModified') } }),
			default: {
				description: t('api.answer.problem'),
				content: { 'application/problem+json': { schema: ref('Problem') } }
			}
		}
	};
}

function pathNames(path: string): string[] {
	return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

function upper(_all: string, first: string): string {
	return first.toUpperCase();
}

function queryParameter(name: string, schema: v.ObjectEntries[string]): Json {
	return { name, in: 'query', required: schema.type !== 'optional', schema: schemaOf(schema) };
}

const IDEMPOTENCY_KEY = {
	name: 'Idempotency-Key',
	in: 'header',
	required: false,
	schema: { type: 'string' }
};

function success(answer: Endpoint['answer'], t: Translate): Json {
	if ('members' in answer) {
		return { description: t('api.answer.object'), content: json(objectOf(answer.members)) };
	}
	const meta = objectOf(answer.meta ?? {});
	return {
		description: t('api.answer.list'),
		content: {
			...json({
				type: 'object',
				required: ['data', 'meta'],
				properties: {
					data: { type: 'array', items: objectOf(answer.rows) },
					meta: { allOf: [ref('ListMeta'), meta] }
				}
			}),
			'text/csv': { schema: { type: 'string' } }
		}
	};
}

/** What a client sends, as JSON Schema; the checks that JSON Schema cannot say are left out. */
function schemaOf(schema: unknown): Json {
	// The converter names the schemas it knows; one it does not know would throw, and a test would see it.
	const { $schema: _dialect, ...described } = toJsonSchema(schema as v.GenericSchema, {
		typeMode: 'input',
		errorMode: 'ignore'
	});
	return described;
}

function objectOf(fields: Fields): Json {
	return {
		type: 'object',
		required: Object.keys(fields),
		properties: Object.fromEntries(
			Object.entries(fields).map(([name, type]) => [name, { type: typeOf(type) }])
		)
	};
}

function typeOf(type: FieldType): string | string[] {
	return type.endsWith('?') ? [type.slice(0, -1), 'null'] : type;
}

function json(schema: Json): Json {
	return { 'application/json': { schema } };
}

function ref(name: keyof typeof schemas): Json {
	return { $ref: `#/components/schemas/${name}` };
}

const schemas = {
	ListMeta: objectOf({
		next: 'string?',
		data_version: 'integer',
		generated_at: 'string',
		licence: 'string',
		attribution: 'string'
	}),
	Problem: {
		...objectOf({ type: 'string', title: 'string', status: 'integer', code: 'string' }),
		properties: {
			...Object.fromEntries(
				['type', 'title', 'code', 'detail'].map((name) => [name, { type: 'string' }])
			),
			status: { type: 'integer' },
			errors: {
				type: 'array',
				items: objectOf({ path: 'string', code: 'string', message: 'string' })
			}
		}
	}
};

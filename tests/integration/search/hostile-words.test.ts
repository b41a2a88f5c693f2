import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask } from '#lib/ask/server/ask.ts';
import type { Context } from '#lib/core/context.ts';
import { findInnovations } from '#lib/innovations/server/find-innovations.ts';
import { suggest } from '#lib/search/server/suggest.ts';
import { databaseNames } from '#tests/support/databases.ts';
import { openForEntry } from '#tests/support/observation-actors.ts';

/** Signs with a meaning to FTS5, tsquery, SQL, regular expressions and HTML. */
const HOSTILE = [
	'"',
	"'",
	'a" OR "b',
	'title:akta',
	'akta*',
	'^akta NEAR(b, 2)',
	'NOT AND OR',
	"a':* | b & !c",
	'<-> <2> \\',
	'(((((',
	'.*+?[]{}$',
	'akta; drop table innovation',
	'%00%0a',
	'akta\u0000\u202e\ufeff',
	'\ud800 layanan',
	'=layanan #kk @3671',
	'<script>alert(1)</script>',
	'<img src=x onerror=alert(1)>',
	'javascript:alert(1)',
	'{{7*7}} ${7*7}'
];

describe.each(databaseNames)('hostile words on %s', (name) => {
	let ctx: Context;
	const tryAll = async (q: string) => {
		const { innovations, excerpts } = await findInnovations(ctx, { q });
		for (const { text, marks } of excerpts.values()) {
			expect(marks.every(([from, to]) => from < to && to <= text.length)).toBe(true);
		}
		expect(await ask(ctx, q, null)).toBeDefined();
		expect(Array.isArray(await suggest(ctx, q))).toBe(true);
		return innovations.length;
	};

	beforeAll(async () => {
		ctx = await openForEntry(name);
	});

	test.each(HOSTILE)('%j is looked for as text', async (q) => {
		expect(await tryAll(q)).toBeLessThanOrEqual(3);
	});

	test('any signs at all are looked for as text', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint16Array({ maxLength: 60 }), async (units) => {
				expect(await tryAll(String.fromCharCode(...units))).toBeLessThanOrEqual(3);
			}),
			{ numRuns: 40 }
		);
	});
});

import type { Clause } from '../query-tree.ts';

/** How each database writes a question to its full-text index. Tokens are letters, digits and one sign. */

/** Where a word has to stand: anywhere, in title, summary, services or region's name, or in the title. */
export type Part = 'all' | 'head' | 'title';

const FTS5_COLUMNS: Readonly<Record<Part, string>> = {
	all: '',
	head: '{title head} : ',
	title: '{title} : '
};

/** `(("layan") OR ("=layanan")) AND …` for FTS5. */
export function toFts5Query(clauses: readonly Clause[], part: Part = 'all'): string {
	const query = join(clauses, {
		and: ' AND ',
		or: ' OR ',
		token: (token) => `"${token.replaceAll('"', '')}"`
	});
	return part === 'all' ? query : `${FTS5_COLUMNS[part]}(${query})`;
}

/** What stands before a token that says where it stands; no token begins so by itself. */
const TSQUERY_SIGNS: Readonly<Record<Part, string>> = { all: '', head: '^', title: '~' };

/** `(('layan') | ('=layanan')) & …` for `tsquery`; in the title `'~layan'`. */
export function toTsQuery(clauses: readonly Clause[], part: Part = 'all'): string {
	const sign = TSQUERY_SIGNS[part];
	return join(clauses, { and: ' & ', or: ' | ', token: (token) => lexeme(sign + token) });
}

interface Writing {
	readonly and: string;
	readonly or: string;
	readonly token: (token: string) => string;
}

function join(clauses: readonly Clause[], { and, or, token }: Writing): string {
	return clauses
		.map((clause) => clause.map((tokens) => `(${tokens.map(token).join(and)})`).join(or))
		.map((clause) => `(${clause})`)
		.join(and);
}

const MAX_POSITION = 16_383;
const MAX_POSITIONS = 255;

/**
 * Tokens that say of others that they stand in a part, as PostgreSQL reads a `tsvector`. A weight
 * would say it too, but the index does not know weights: each row would have to be looked at.
 */
export function toSignedTsVector(part: 'head' | 'title', tokens: readonly string[]): string {
	return [...new Set(tokens)].map((token) => lexeme(TSQUERY_SIGNS[part] + token)).join(' ');
}

/**
 * Tokens with their weights as PostgreSQL reads a `tsvector`: `'layan':1A,7A '=layanan':2A`.
 * Where a token stands only serves to count it.
 */
export function toTsVector(
	fields: readonly (readonly [tokens: readonly string[], weight: 'A' | 'B' | 'C' | 'D'])[]
): string {
	const places = new Map<string, string[]>();
	let position = 0;
	for (const [tokens, weight] of fields) {
		for (const token of tokens) {
			position = Math.min(position + 1, MAX_POSITION);
			const known = places.get(token);
			if (!known) places.set(token, [`${String(position)}${weight}`]);
			else if (known.length < MAX_POSITIONS) known.push(`${String(position)}${weight}`);
		}
	}
	return [...places].map(([token, at]) => `${lexeme(token)}:${at.join(',')}`).join(' ');
}

function lexeme(token: string): string {
	return `'${token.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

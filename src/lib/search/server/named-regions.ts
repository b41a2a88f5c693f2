import type { Context } from '#lib/core/context.ts';
import { searchName, searchWords } from '#lib/regions/search-name.ts';
import { listRegions } from '#lib/regions/server/use-cases.ts';

type ReadContext = Pick<Context, 'db' | 'now'>;

/** Regions that words name: by the whole name, or by the name that several may share. */
export interface NamedRegions {
	/** The words `from` and `length` mean just this region, as `kab. Tangerang` does. */
	readonly whole: readonly {
		readonly code: string;
		readonly from: number;
		readonly length: number;
	}[];
	/** Every region that is named, also by `Tangerang` alone. */
	readonly codes: readonly string[];
}

interface Names {
	readonly readAt: number;
	readonly whole: ReadonlyMap<string, string>;
	readonly short: ReadonlyMap<string, readonly string[]>;
}

/** The register changes with a new law or an import, not from one search to the next. */
const KEPT_MS = 10 * 60_000;
const LONGEST_NAME = 5;
const MIN_SHORT_NAME = 4;
const kept = new WeakMap<Context['db'], Names>();

/** Finds the regions named in a row of folded words. */
export async function namedRegions(
	ctx: ReadContext,
	words: readonly string[]
): Promise<NamedRegions> {
	const names = await readNames(ctx);
	const whole: { code: string; from: number; length: number }[] = [];
	const codes = new Set<string>();
	for (let from = 0; from < words.length;) {
		const found = longestAt(words, from, names);
		for (const code of found?.codes ?? []) codes.add(code);
		if (found?.isWhole && found.codes[0]) {
			whole.push({ code: found.codes[0], from, length: found.length });
		}
		from += found?.length ?? 1;
	}
	return { whole, codes: [...codes] };
}

function longestAt(words: readonly string[], from: number, names: Names) {
	for (let length = Math.min(LONGEST_NAME, words.length - from); length > 0; length--) {
		// `pemkot` and `tangsel` mean there what they mean in the list of regions.
		const name = searchWords(words.slice(from, from + length).join(' ')).join(' ');
		const code = names.whole.get(name);
		if (code !== undefined) return { codes: [code], length, isWhole: true };
		const short = name.length >= MIN_SHORT_NAME ? names.short.get(name) : undefined;
		if (short) return { codes: short, length, isWhole: false };
	}
	return null;
}

async function readNames(ctx: ReadContext): Promise<Names> {
	const nowMs = ctx.now().getTime();
	const known = kept.get(ctx.db);
	if (known && nowMs - known.readAt < KEPT_MS && nowMs >= known.readAt) return known;
	const regions = await listRegions(ctx);
	const byShort = Map.groupBy(regions, ({ shortName }) => searchName(shortName));
	const names: Names = {
		readAt: nowMs,
		whole: new Map(regions.map(({ searchName: name, code }) => [name, code])),
		short: new Map([...byShort].map(([name, all]) => [name, all.map(({ code }) => code)]))
	};
	kept.set(ctx.db, names);
	return names;
}

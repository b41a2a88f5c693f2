/** A source of pseudo-random numbers. The same seed always gives the same numbers. */
export interface Random {
	/** Between 0 and 1, both excluded. */
	readonly uniform: () => number;
	/** Standard normal. */
	readonly normal: () => number;
	/** Beta(a, b), both parameters greater than 0. */
	readonly beta: (a: number, b: number) => number;
}

/** Starts a generator: mulberry32, which is small and good enough for intervals, not for secrets. */
export function createRandom(seed: number): Random {
	let state = seed >>> 0;

	function uniform(): number {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296;
	}

	/** The polar method of Marsaglia; it makes pairs, and the second is kept. */
	let spare: number | null = null;
	function normal(): number {
		if (spare !== null) {
			const kept = spare;
			spare = null;
			return kept;
		}
		for (;;) {
			const x = 2 * uniform() - 1;
			const y = 2 * uniform() - 1;
			const square = x * x + y * y;
			if (square >= 1 || square === 0) continue;
			const scale = Math.sqrt((-2 * Math.log(square)) / square);
			spare = y * scale;
			return x * scale;
		}
	}

	/** Gamma(shape, 1) by Marsaglia and Tsang (2000), with their boost for shapes under 1. */
	function gamma(shape: number): number {
		if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
		const d = shape - 1 / 3;
		const c = 1 / Math.sqrt(9 * d);
		for (;;) {
			const x = normal();
			const v = (1 + c * x) ** 3;
			if (v <= 0) continue;
			if (Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
		}
	}

	function beta(a: number, b: number): number {
		const x = gamma(a);
		return x / (x + gamma(b));
	}

	return { uniform, normal, beta };
}

/** A seed from a text such as `kpi:2026-10` (FNV-1a), so that each KPI and month has its own draws. */
export function seedFrom(text: string): number {
	let hash = 0x811c9dc5;
	for (const character of text) {
		hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
	}
	return hash >>> 0;
}

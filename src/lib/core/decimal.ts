const DECIMAL = /^-?\d+(?:[.,]\d+)?$/;

/**
 * Reads a number as people type it: `12,5` and `12.5` are the same. Separators of thousands
 * are refused, because `1.234` would be read differently in two languages.
 * Returns null for anything else.
 */
export function parseDecimal(text: string): number | null {
	const trimmed = text.trim();
	if (!DECIMAL.test(trimmed)) return null;
	const value = Number(trimmed.replace(',', '.'));
	return Number.isFinite(value) ? value : null;
}

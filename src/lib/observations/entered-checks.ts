import type { FieldProblem } from '#lib/core/errors.ts';
import type { Kpi } from '#lib/database/tables/catalogue.ts';
import { deriveEntered, type EnteredParts } from './derive-entered.ts';

type Rules = Pick<Kpi, 'code' | 'kind' | 'hardMin' | 'hardMax' | 'warnMin' | 'warnMax'>;

/** With fewer months there is nothing usual to compare with. */
const MONTHS_NEEDED = 3;
const USUAL_CHANGE = 0.5;

/** What cannot be true of a KPI that is entered itself: missing parts, impossible values. */
export function enteredProblems(kpi: Rules, entry: EnteredParts): FieldProblem[] {
	const { numerator, denominator } = entry;
	const isRatio = kpi.kind === 'proportion' || kpi.kind === 'mean';
	const derived = deriveEntered(kpi, entry);
	if (!derived) return [{ path: missingPart(kpi, entry), code: 'field.required' }];
	if (isRatio && !isWhole(denominator)) return [{ path: 'denominator', code: 'field.count' }];
	if (kpi.kind === 'count' && !isWhole(numerator))
		return [{ path: 'numerator', code: 'field.count' }];
	if (kpi.kind === 'proportion') {
		if (!isWhole(numerator)) return [{ path: 'numerator', code: 'field.count' }];
		if ((numerator ?? 0) > (denominator ?? 0)) {
			return [{ path: 'numerator', code: 'observation.numeratorTooLarge' }];
		}
	}
	const { value } = derived;
	if (value !== null && (value < kpi.hardMin || value > kpi.hardMax)) {
		const values = { min: kpi.hardMin, max: kpi.hardMax };
		return [{ path: 'value', code: 'observation.outOfRange', values }];
	}
	return [];
}

/** What the note has to explain: values outside the usual range, or far from the months before. */
export function enteredWarnings(
	kpi: Rules,
	entry: EnteredParts,
	earlier: readonly EnteredParts[]
): FieldProblem[] {
	const value = deriveEntered(kpi, entry)?.value ?? null;
	if (value === null) return [];
	const { warnMin, warnMax } = kpi;
	if ((warnMin !== null && value < warnMin) || (warnMax !== null && value > warnMax)) {
		return [{ path: 'value', code: 'observation.warn.unusual' }];
	}
	const before = earlier.flatMap((month) => deriveEntered(kpi, month)?.value ?? []);
	const usual = before.reduce((sum, one) => sum + one, 0) / before.length;
	if (before.length < MONTHS_NEEDED || usual === 0) return [];
	const change = Math.abs(value - usual) / usual;
	if (change <= USUAL_CHANGE) return [];
	const code = value > usual ? 'observation.warn.rose' : 'observation.warn.fell';
	const values = { percent: Math.round(change * 100), usual: Math.round(usual * 10) / 10 };
	return [{ path: 'value', code, values }];
}

function missingPart({ kind }: Rules, entry: EnteredParts): string {
	if (kind === 'index') return 'value';
	if (kind === 'distribution') return 'buckets';
	return entry.numerator === null ? 'numerator' : 'denominator';
}

function isWhole(value: number | null): boolean {
	return value !== null && Number.isInteger(value);
}

import type { Translate } from '#lib/i18n/translate.ts';
import type { Facts, Step } from './facts.ts';

/** What the levels of the IGA indicators are read from. */
export interface IgaSubject {
	readonly facts: Facts;
	readonly staffCount: number | null;
	readonly annualBudgetRupiah: number | null;
	/** The different regions whose adoption both sides have confirmed. */
	readonly adopters: number;
}

/** An indicator of one innovation, numbers 16 to 35 in 2026. */
export interface IgaIndicator {
	readonly number: number;
	readonly weight: number;
	readonly isMandatory: boolean;
	/** What the write-up states for it; null when nothing. */
	readonly value: string | null;
	/** The parameter that the value reaches; null where the site cannot tell. */
	readonly level: 1 | 2 | 3 | null;
}

const WEIGHTS: readonly number[] = [3, 2, 2, 2, 1, 2, 1, 1, 1, 1, 1, 1, 2, 1, 2, 3, 2, 3, 2, 4];
const FIRST = 16;
const MANDATORY: ReadonlySet<number> = new Set([16, 17, 32, 33, 35]);

type Reading = Pick<IgaIndicator, 'value' | 'level'>;
const NOTHING: Reading = { value: null, level: null };

/**
 * The 20 indicators of an innovation with what its facts state for each. A level is named only
 * where the rule is one of numbers; evidence is still to be uploaded in the national system.
 */
export function igaIndicators(subject: IgaSubject, t: Translate): IgaIndicator[] {
	const readings: Readonly<Record<number, Reading>> = {
		16: regulation(subject, t),
		17: counted(subject.staffCount, [1, 11, 31]),
		18: { value: rupiah(subject.annualBudgetRupiah), level: null },
		19: { value: subject.facts.equipment, level: null },
		31: counted(subject.adopters || null, [1, 2, 3]),
		32: creation(subject.facts.steps),
		33: counted(subject.facts.beneficiaryCount, [1, 201, 501]),
		35: { value: subject.facts.videoUrl, level: null }
	};
	return WEIGHTS.map((weight, i) => {
		const number = FIRST + i;
		return {
			number,
			weight,
			isMandatory: MANDATORY.has(number),
			...(readings[number] ?? NOTHING)
		};
	});
}

/** The strongest regulation counts: a decree, then a regulation of the head, then one of the council. */
function regulation({ facts }: IgaSubject, t: Translate): Reading {
	const levels = { sk_agency: 1, sk_head: 1, perkada: 2, perda: 3 } as const;
	let best: Reading = NOTHING;
	for (const { kind, number, year } of facts.regulations) {
		const level = kind in levels ? levels[kind as keyof typeof levels] : null;
		if (best.value !== null && (level ?? 0) <= (best.level ?? 0)) continue;
		const value = [t(`innovation.regulation.${kind}`), number, year].filter(Boolean).join(' ');
		best = { value, level };
	}
	return best;
}

function counted(count: number | null, from: readonly [number, number, number]): Reading {
	if (count === null || count < from[0]) return NOTHING;
	return { value: String(count), level: count >= from[2] ? 3 : count >= from[1] ? 2 : 1 };
}

const QUICK_MONTHS = 4;
const MEDIUM_MONTHS = 8;

/** The months from the idea to the service, when both are known to the month. */
function creation(steps: readonly Step[]): Reading {
	const from = monthsOf(steps.find(({ stage }) => stage === 'initiative'));
	const to = monthsOf(steps.find(({ stage }) => stage === 'implementation'));
	if (from === null || to === null || to < from) return NOTHING;
	const months = Math.max(1, to - from);
	return {
		value: String(months),
		level: months <= QUICK_MONTHS ? 3 : months <= MEDIUM_MONTHS ? 2 : 1
	};
}

function monthsOf(step: Step | undefined): number | null {
	const [, year, month] = /^(\d{4})-(\d{2})/.exec(step?.on ?? '') ?? [];
	return year === undefined ? null : Number(year) * 12 + Number(month);
}

function rupiah(amount: number | null): string | null {
	return amount === null ? null : `Rp${amount.toLocaleString('id-ID')}`;
}

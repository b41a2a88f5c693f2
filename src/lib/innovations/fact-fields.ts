import { AWARD_LEVELS, REGULATION_KINDS, REQUIREMENT_KINDS, STEP_STAGES } from './fact-values.ts';
import type { WrittenSection } from './sections.ts';

/** How a column of a repeated fact is typed. `kpi` chooses from the catalogue. */
export type ColumnKind = 'text' | 'decimal' | 'period' | 'year' | 'source' | 'kpi' | 'choice';

export interface FactColumn {
	/** The form's field, sent once for each row as `name[]`. */
	readonly name: string;
	readonly kind: ColumnKind;
	readonly max: number;
	/** The messages of a choice: `innovation.<group>.<value>`. */
	readonly group?: string;
	readonly values?: readonly string[];
}

export interface FactRows {
	readonly section: WrittenSection;
	readonly columns: readonly FactColumn[];
	/** A row counts when one of these is filled. */
	readonly needs: readonly string[];
}

export const MAX_FACT_ROWS = 20;

type Named<Name extends string> = FactColumn & { readonly name: Name };

const text = <const N extends string>(name: N, max: number): Named<N> => ({
	name,
	kind: 'text',
	max
});
const plain = <const N extends string>(name: N, kind: ColumnKind, max: number): Named<N> => ({
	name,
	kind,
	max
});
const choice = <const N extends string>(
	name: N,
	group: string,
	values: readonly string[]
): Named<N> => ({ name, kind: 'choice', max: 40, group, values });

/** The repeated facts, each under the section it belongs to, with the columns of their rows. */
export const factRows = {
	steps: {
		section: 'steps',
		columns: [
			choice('stepStage', 'step', STEP_STAGES),
			plain('stepOn', 'period', 10),
			text('stepText', 300),
			text('stepTextEn', 300)
		],
		needs: ['stepText', 'stepOn']
	},
	results: {
		section: 'results',
		columns: [
			plain('resultKpi', 'kpi', 40),
			text('resultLabel', 150),
			text('resultLabelEn', 150),
			plain('resultBefore', 'decimal', 20),
			plain('resultBeforePeriod', 'period', 10),
			plain('resultAfter', 'decimal', 20),
			plain('resultAfterPeriod', 'period', 10),
			plain('resultSource', 'source', 2)
		],
		needs: ['resultKpi', 'resultLabel', 'resultBefore', 'resultAfter']
	},
	requirements: {
		section: 'replication',
		columns: [
			choice('requirementKind', 'requirement', REQUIREMENT_KINDS),
			text('requirementText', 300),
			text('requirementTextEn', 300),
			choice('requirementAdaptable', 'adaptable', ['1', '0'])
		],
		needs: ['requirementText']
	},
	regulations: {
		section: 'evidence',
		columns: [
			choice('lawKind', 'regulation', REGULATION_KINDS),
			text('lawNumber', 100),
			plain('lawYear', 'year', 4),
			text('lawAbout', 300)
		],
		needs: ['lawNumber', 'lawAbout', 'lawYear']
	},
	awards: {
		section: 'evidence',
		columns: [
			text('awardName', 150),
			plain('awardYear', 'year', 4),
			choice('awardLevel', 'award', AWARD_LEVELS)
		],
		needs: ['awardName', 'awardYear']
	}
} as const satisfies Readonly<Record<string, FactRows>>;
export type FactRowsKey = keyof typeof factRows;
export type FactColumnName = (typeof factRows)[FactRowsKey]['columns'][number]['name'];

/** The repeated facts that stand under a section of the form and of the write-up. */
export function factRowsOf(section: WrittenSection): FactRowsKey[] {
	return (Object.keys(factRows) as FactRowsKey[]).filter(
		(key) => factRows[key].section === section
	);
}

/** Of what the rows hold, by field, those up to the last one in which anything is filled. */
export function filledRows(
	key: FactRowsKey,
	columnOf: (name: string) => readonly string[]
): Readonly<Record<string, string>>[] {
	const { columns, needs }: FactRows = factRows[key];
	const length = Math.max(...needs.map((name) => columnOf(name).findLastIndex(Boolean) + 1));
	return Array.from({ length }, (_, i) =>
		Object.fromEntries(columns.map(({ name }) => [name, columnOf(name)[i] ?? '']))
	);
}

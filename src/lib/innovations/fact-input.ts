import type { FieldProblem } from '#lib/core/errors.ts';
import { parseDecimal } from '#lib/core/decimal.ts';
import type { FormValues } from '#lib/http/form.ts';
import { type FactColumnName, type FactRowsKey, factRows, filledRows } from './fact-fields.ts';
import type { Facts } from './facts.ts';
import type { InnovationInput } from './schema.ts';

type Cells = Readonly<Record<string, string>>;

/** What a form says as structured facts, in the shape in which they are stored. */
export function factsOf(input: InnovationInput): Facts {
	const rows = (key: FactRowsKey) => rowsOf(input, key);
	return {
		shortName: input.shortName,
		affair: input.affair,
		otherAffairs: [...new Set(input.otherAffairs)].filter((each) => each !== input.affair),
		initiator: input.initiator,
		targetGroups: [...new Set(input.targetGroups)],
		beneficiaryCount: input.beneficiaryCount,
		beneficiaryBasis: input.beneficiaryBasis,
		initialBudgetRupiah: input.initialBudgetRupiah,
		fundingSources: [...new Set(input.fundingSources)],
		equipment: input.equipment,
		systemLicence: input.systemLicence,
		systemShareable: yesNo(input.systemShareable),
		minMonths: input.minMonths,
		minCostRupiah: input.minCostRupiah,
		videoUrl: input.videoUrl,
		contactPosition: input.contactPosition,
		contactEmail: input.contactEmail,
		contactPhone: input.contactPhone,
		steps: rows('steps').map((row) => ({
			stage: (row.stepStage || 'implementation') as Facts['steps'][number]['stage'],
			on: row.stepOn || null,
			textId: row.stepText ?? '',
			textEn: row.stepTextEn || null
		})),
		results: rows('results').map((row) => ({
			kpi: row.resultKpi || null,
			labelId: row.resultLabel ?? '',
			labelEn: row.resultLabelEn || null,
			before: parseDecimal(row.resultBefore ?? ''),
			beforePeriod: row.resultBeforePeriod || null,
			after: parseDecimal(row.resultAfter ?? ''),
			afterPeriod: row.resultAfterPeriod || null,
			source: numberOrNull(row.resultSource)
		})),
		requirements: rows('requirements').map((row) => ({
			kind: (row.requirementKind || 'other') as Facts['requirements'][number]['kind'],
			textId: row.requirementText ?? '',
			textEn: row.requirementTextEn || null,
			isAdaptable: yesNo(row.requirementAdaptable || null)
		})),
		regulations: rows('regulations').map((row) => ({
			kind: (row.lawKind || 'other') as Facts['regulations'][number]['kind'],
			number: row.lawNumber ?? '',
			year: numberOrNull(row.lawYear),
			about: row.lawAbout ?? ''
		})),
		awards: rows('awards').map((row) => ({
			name: row.awardName ?? '',
			year: numberOrNull(row.awardYear),
			level: (row.awardLevel || null) as Facts['awards'][number]['level']
		}))
	};
}

/** Structured facts as the form sends them: the inverse of {@link factsOf}. */
export function factValues(facts: Facts): FormValues {
	const { steps, results, requirements, regulations, awards } = facts;
	return {
		shortName: facts.shortName ?? '',
		affair: facts.affair ?? '',
		otherAffairs: [...facts.otherAffairs],
		initiator: facts.initiator ?? '',
		targetGroups: [...facts.targetGroups],
		beneficiaryCount: textOf(facts.beneficiaryCount),
		beneficiaryBasis: facts.beneficiaryBasis ?? '',
		initialBudgetRupiah: textOf(facts.initialBudgetRupiah),
		fundingSources: [...facts.fundingSources],
		equipment: facts.equipment ?? '',
		systemLicence: facts.systemLicence ?? '',
		systemShareable: flagText(facts.systemShareable),
		minMonths: textOf(facts.minMonths),
		minCostRupiah: textOf(facts.minCostRupiah),
		videoUrl: facts.videoUrl ?? '',
		contactPosition: facts.contactPosition ?? '',
		contactEmail: facts.contactEmail ?? '',
		contactPhone: facts.contactPhone ?? '',
		stepStage: steps.map(({ stage }) => stage),
		stepOn: steps.map(({ on }) => on ?? ''),
		stepText: steps.map(({ textId }) => textId),
		stepTextEn: steps.map(({ textEn }) => textEn ?? ''),
		resultKpi: results.map(({ kpi }) => kpi ?? ''),
		resultLabel: results.map(({ labelId }) => labelId),
		resultLabelEn: results.map(({ labelEn }) => labelEn ?? ''),
		resultBefore: results.map(({ before }) => textOf(before)),
		resultBeforePeriod: results.map(({ beforePeriod }) => beforePeriod ?? ''),
		resultAfter: results.map(({ after }) => textOf(after)),
		resultAfterPeriod: results.map(({ afterPeriod }) => afterPeriod ?? ''),
		resultSource: results.map(({ source }) => textOf(source)),
		requirementKind: requirements.map(({ kind }) => kind),
		requirementText: requirements.map(({ textId }) => textId),
		requirementTextEn: requirements.map(({ textEn }) => textEn ?? ''),
		requirementAdaptable: requirements.map(({ isAdaptable }) => flagText(isAdaptable)),
		lawKind: regulations.map(({ kind }) => kind),
		lawNumber: regulations.map(({ number }) => number),
		lawYear: regulations.map(({ year }) => textOf(year)),
		lawAbout: regulations.map(({ about }) => about),
		awardName: awards.map(({ name }) => name),
		awardYear: awards.map(({ year }) => textOf(year)),
		awardLevel: awards.map(({ level }) => level ?? '')
	};
}

/** What is wrong with rows as a whole: a result of nothing, a KPI or a source that is not there. */
export function factProblems(
	input: InnovationInput,
	known: { readonly kpiCodes: readonly string[]; readonly sourceCount: number }
): FieldProblem[] {
	const results = cellsOf(input, 'results').flatMap((row, i) => {
		const at = (name: string, code: string, values = {}) => [
			{ path: `${name}.${String(i)}`, code, values }
		];
		const { resultKpi = '', resultLabel = '', resultSource = '' } = row;
		if (resultKpi === '' && resultLabel === '') {
			const isEmpty = (row.resultBefore ?? '') === '' && (row.resultAfter ?? '') === '';
			return isEmpty ? [] : at('resultLabel', 'innovation.resultOfNothing');
		}
		if (resultKpi !== '' && !known.kpiCodes.includes(resultKpi)) {
			return at('resultKpi', 'innovation.unknownCode');
		}
		const number = Number(resultSource);
		return number > known.sourceCount
			? at('resultSource', 'innovation.unknownSource', { number })
			: [];
	});
	return [...results, ...stepsOutOfOrder(input)];
}

/** Stages follow each other: a later one must not be dated before an earlier one. */
function stepsOutOfOrder(input: InnovationInput): FieldProblem[] {
	const order: readonly string[] = factRows.steps.columns[0].values ?? [];
	const dated = cellsOf(input, 'steps').map((row, i) => ({
		i,
		rank: order.indexOf(row.stepStage || 'implementation'),
		on: row.stepOn ?? ''
	}));
	const wrong = dated.find(({ rank, on }) =>
		dated.some((other) => other.rank < rank && isBefore(on, other.on))
	);
	return wrong ? [{ path: `stepOn.${String(wrong.i)}`, code: 'innovation.stepOutOfOrder' }] : [];
}

/** Whether one date is surely before another: `2017` is not before `2017-03`. */
function isBefore(one: string, other: string): boolean {
	if (one === '' || other === '') return false;
	const length = Math.min(one.length, other.length);
	return one.slice(0, length) < other.slice(0, length);
}

/** Rows that are wholly empty in between are left out. */
function rowsOf(input: InnovationInput, key: FactRowsKey): Cells[] {
	const needs: readonly string[] = factRows[key].needs;
	return cellsOf(input, key).filter((row) => needs.some((name) => row[name]));
}

function cellsOf(input: InnovationInput, key: FactRowsKey): Cells[] {
	return filledRows(key, (name) => input[name as FactColumnName]);
}

function yesNo(value: string | null): boolean | null {
	return value === null || value === '' ? null : value === '1';
}

function flagText(value: boolean | null): string {
	return value === null ? '' : value ? '1' : '0';
}

function numberOrNull(text: string | undefined): number | null {
	return text ? Number(text) : null;
}

function textOf(value: number | null): string {
	return value === null ? '' : String(value);
}

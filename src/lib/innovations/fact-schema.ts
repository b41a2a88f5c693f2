import * as v from 'valibot';
import { parseDecimal } from '#lib/core/decimal.ts';
import {
	type FactColumn,
	type FactColumnName,
	type FactRows,
	factRows,
	MAX_FACT_ROWS
} from './fact-fields.ts';
import { AFFAIRS, FUNDING_SOURCES, INITIATORS, TARGET_GROUPS } from './fact-values.ts';
import { MAX_RUPIAH, optionalText, Website, wholeNumber } from './schema-parts.ts';
import { parseStarted } from './started.ts';

const MAX_PEOPLE = 300_000_000;
const MAX_MONTHS = 600;

const textOrNull = (maxLength: number) =>
	v.pipe(
		optionalText(maxLength),
		v.transform((value) => value || null)
	);

function oneOf<const Values extends readonly string[]>(values: Values) {
	return v.pipe(
		v.optional(v.picklist(['', ...values]), ''),
		v.transform((value) => (value || null) as Values[number] | null)
	);
}

function someOf<const Values extends readonly string[]>(values: Values) {
	return v.optional(
		v.pipe(v.array(v.picklist(values)), v.maxLength(values.length, 'field.tooMany')),
		[]
	);
}

/** Of the office: a number of digits and the signs people part them with. */
const Phone = v.pipe(
	optionalText(30),
	v.check((value) => value === '' || /^\+?[\d ().-]{5,}$/.test(value), 'innovation.badPhone'),
	v.transform((value) => value || null)
);

const Email = v.pipe(
	optionalText(120),
	v.check((value) => value === '' || /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(value), 'field.email'),
	v.transform((value) => value || null)
);

/** What may stand in a column; the rows are put together when they are stored. */
function cell({ kind, max, values }: FactColumn) {
	switch (kind) {
		case 'text':
		case 'kpi':
			return optionalText(max);
		case 'choice':
			return v.picklist(['', ...(values ?? [])]);
		case 'decimal':
			return checked(max, (value) => parseDecimal(value) !== null, 'innovation.badFigure');
		case 'period':
			return checked(max, (value) => parseStarted(value) !== null, 'innovation.badStarted');
		case 'year':
			return checked(max, (value) => /^(?:19|20)\d{2}$/.test(value), 'innovation.badYear');
		case 'source':
			return checked(max, (value) => /^[1-9]\d?$/.test(value), 'innovation.badSourceNumber');
	}
}

function checked(max: number, isRight: (value: string) => boolean, code: string) {
	return v.pipe(
		optionalText(max),
		v.check((value) => value === '' || isRight(value), code)
	);
}

const columns = Object.values<FactRows>(factRows).flatMap((rows) => rows.columns);

const columnEntries = Object.fromEntries(
	columns.map((column) => [
		column.name,
		v.optional(
			v.pipe(
				v.array(cell(column) as v.GenericSchema<string, string>),
				v.maxLength(MAX_FACT_ROWS, 'field.tooMany')
			),
			[]
		)
	])
) as unknown as Record<
	FactColumnName,
	v.OptionalSchema<v.ArraySchema<v.GenericSchema<string, string>, undefined>, readonly []>
>;

/** The fields of the form that hold the structured facts; see `facts.ts` for what they mean. */
export const FactEntries = {
	shortName: textOrNull(60),
	affair: oneOf(AFFAIRS),
	otherAffairs: someOf(AFFAIRS),
	initiator: oneOf(INITIATORS),
	targetGroups: someOf(TARGET_GROUPS),
	beneficiaryCount: wholeNumber(MAX_PEOPLE),
	beneficiaryBasis: textOrNull(200),
	initialBudgetRupiah: wholeNumber(MAX_RUPIAH),
	fundingSources: someOf(FUNDING_SOURCES),
	equipment: textOrNull(500),
	systemLicence: textOrNull(100),
	systemShareable: oneOf(['0', '1']),
	minMonths: wholeNumber(MAX_MONTHS),
	minCostRupiah: wholeNumber(MAX_RUPIAH),
	videoUrl: Website,
	contactPosition: textOrNull(120),
	contactEmail: Email,
	contactPhone: Phone,
	...columnEntries
};
